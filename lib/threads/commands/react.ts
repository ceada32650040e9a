import 'server-only'
import { annotationFacts } from '@/lib/annotations/annotation'
import { annotationNews } from '@/lib/annotations/news'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { requireEmoji } from '@/lib/threads/emoji'
import { threadNews } from '@/lib/threads/news'
import { replyFor } from '@/lib/threads/queries/replies'
import { replyFacts } from '@/lib/threads/queries/rows'

type Change = 'add' | 'withdraw'
type Subject = { readonly threadId: string; readonly postId: string }

/** Adds or withdraws one's reaction to an annotation. */
export async function reactToAnnotation(
  actor: SignedIn,
  { id, emoji, change }: { id: string; emoji: string; change: Change },
): Promise<void> {
  const annotation = await annotationFor(actor, id)
  authorize(actor, 'annotation.react', annotationFacts(annotation))
  requireEmoji(emoji)
  const at = now()
  await transaction(async (tx) => {
    await storeReaction(tx, { actor, subject: { threadId: id, postId: id }, emoji, change, at })
    await annotationNews.record(tx, {
      kind: 'annotation.reacted',
      actorId: actor.personId,
      subjectId: id,
      readingId: annotation.readingId,
      groupId: annotation.groupId,
      at,
    })
  })
}

/** Adds or withdraws one's reaction to a reply. */
export async function reactToReply(
  actor: SignedIn,
  { id, emoji, change }: { id: string; emoji: string; change: Change },
): Promise<void> {
  const { reply, subject } = await replyFor(actor, id)
  authorize(actor, 'reply.react', replyFacts(reply))
  requireEmoji(emoji)
  const at = now()
  await transaction(async (tx) => {
    await storeReaction(tx, {
      actor,
      subject: { threadId: reply.threadId, postId: id },
      emoji,
      change,
      at,
    })
    await threadNews.record(tx, {
      kind: 'reply.reacted',
      actorId: actor.personId,
      subjectId: id,
      readingId: subject.readingId,
      groupId: subject.groupId,
      at,
    })
  })
}

async function storeReaction(
  tx: Db,
  reaction: { actor: SignedIn; subject: Subject; emoji: string; change: Change; at: Date },
): Promise<void> {
  const { actor, subject, emoji, change, at } = reaction
  const row = { postId: subject.postId, personId: actor.personId, emoji }
  if (change === 'withdraw') {
    await tx.reaction.deleteMany({ where: row })
  } else {
    await tx.reaction.createMany({
      data: { ...row, threadId: subject.threadId, createdAt: at },
      skipDuplicates: true,
    })
  }
}

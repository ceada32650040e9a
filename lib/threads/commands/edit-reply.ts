import 'server-only'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { Conflict, Invalid } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import type { BodyInput } from '@/lib/threads/contract/posts'
import { threadNews } from '@/lib/threads/news'
import { presentReply } from '@/lib/threads/present'
import { bodyFor } from '@/lib/threads/queries/body-for'
import { replyFor } from '@/lib/threads/queries/replies'
import { type ReplyRow, replyFacts } from '@/lib/threads/queries/rows'
import { tellOfReply } from './tell-thread'

/** Changes the words of a reply; what it said is kept. A stale version is a Conflict that carries the current reply. */
export async function editReply(
  actor: SignedIn,
  id: string,
  { version, body }: { version: number; body: BodyInput },
): Promise<ReplyRow> {
  const { reply: before, subject } = await replyFor(actor, id)
  authorize(actor, 'reply.edit', replyFacts(before))
  const { doc, text } = await bodyFor(body, subject.facts)
  if (text.trim() === '') throw new Invalid('empty-body', 'A reply needs some words.')
  const at = now()
  const edited = await transaction(async (tx) => {
    const { count } = await tx.reply.updateMany({
      where: { id, version, deletedAt: null },
      data: { body: doc, bodyText: text, version: { increment: 1 }, editedAt: at },
    })
    if (count === 0) return false
    await tx.postEdit.createMany({
      data: {
        threadId: before.threadId,
        postId: id,
        version,
        body: before.body ?? Prisma.DbNull,
        bodyText: before.bodyText,
        visibility: before.thread.annotation?.visibility ?? 'group',
        groupId: subject.groupId,
        replacedAt: at,
      },
    })
    await threadNews.record(tx, {
      kind: 'reply.edited',
      actorId: actor.personId,
      subjectId: id,
      readingId: subject.readingId,
      groupId: subject.groupId,
      at,
    })
    const post = { id, doc, at }
    await tellOfReply(tx, { actor, subject, post, answered: null, namedOnly: true })
    return true
  })
  const { reply: current } = await replyFor(actor, id)
  if (!edited) {
    throw new Conflict('stale', 'Somebody changed this reply meanwhile. Your text is kept.', {
      current: presentReply(actor, current),
    })
  }
  return current
}

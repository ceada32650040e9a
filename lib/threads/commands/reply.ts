import 'server-only'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Invalid } from '@/lib/errors'
import { isId, newId } from '@/lib/ids'
import { holdPost, whyItWaits } from '@/lib/moderation/hold-post'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { takePseudonym } from '@/lib/pseudonyms/take-pseudonym'
import type { BodyInput } from '@/lib/threads/contract/posts'
import { threadNews } from '@/lib/threads/news'
import { bodyFor } from '@/lib/threads/queries/body-for'
import { replyFor } from '@/lib/threads/queries/replies'
import type { ReplyRow } from '@/lib/threads/queries/rows'
import { subjectFor, type ThreadSubject } from '@/lib/threads/queries/subjects'
import { tellOfReply } from './tell-thread'

/** Answers an annotation, a claim or one of their replies. */
export async function replyToThread(
  actor: SignedIn,
  threadId: string,
  { body, parentId }: { body: BodyInput; parentId?: string },
): Promise<ReplyRow> {
  const subject = await subjectFor(actor, threadId)
  authorize(actor, 'thread.reply', subject.facts)
  const { doc, text } = await bodyFor(body, subject.facts)
  if (text.trim() === '') throw new Invalid('empty-body', 'A reply needs some words.')
  const id = newId()
  const at = now()
  await transaction(async (tx) => {
    const parent = parentId === undefined ? null : await requireParent(tx, threadId, parentId)
    const why = await whyItWaits(tx, actor, { groupId: subject.groupId, text, doc })
    // The thread first: its row lock puts the replies of one thread in a line, and so their counts right.
    await tx.$executeRaw`
      UPDATE threads SET reply_count = reply_count + ${why === null ? 1 : 0}, last_activity_at = ${at},
        last_post_id = GREATEST(last_post_id, ${id}::uuid)
      WHERE id = ${threadId}::uuid`
    await takePseudonym(tx, {
      assignmentId: subject.facts.annotation?.assignmentId ?? null,
      personId: actor.personId,
    })
    await tx.reply.createMany({
      data: {
        id,
        threadId,
        parentId: parentId ?? null,
        authorId: actor.personId,
        body: doc,
        bodyText: text,
        inDebate: subject.facts.claim !== null,
        createdAt: at,
      },
    })
    await markRead(tx, { personId: actor.personId, threadId, lastReadId: id, at })
    await threadNews.record(tx, {
      kind: 'reply.created',
      actorId: actor.personId,
      subjectId: id,
      readingId: subject.readingId,
      groupId: subject.groupId,
      at,
    })
    if (why !== null) return holdReply(tx, { id, actor, subject, why, at })
    await tellOfReply(tx, {
      post: { id, doc, at },
      actor,
      subject,
      answered: parent?.authorId ?? null,
    })
  })
  return (await replyFor(actor, id)).reply
}

type HeldReply = {
  readonly id: string
  readonly actor: SignedIn
  readonly subject: ThreadSubject
  readonly why: string
  readonly at: Date
}

async function holdReply(tx: Db, { id, actor, subject, why, at }: HeldReply): Promise<void> {
  const { id: threadId, groupId, readingId } = subject
  if (groupId === null) return
  const sectionId = subject.facts.annotation?.homeSectionId ?? null
  const about = { groupId, readingId, sectionId, threadId, authorId: actor.personId }
  await holdPost(tx, { ...about, subjectKind: 'reply', subjectId: id, why, at })
}

async function requireParent(
  tx: Db,
  threadId: string,
  parentId: string,
): Promise<{ authorId: string }> {
  const parent = isId(parentId)
    ? await tx.reply.findFirst({ where: { id: parentId, threadId }, select: { authorId: true } })
    : null
  if (!parent) {
    throw new Invalid(
      'parent',
      'The reply that this answers is not in this thread. Your text is not lost.',
    )
  }
  return parent
}

/** Moves a person's mark in a thread forward, never back. One statement. */
export async function markRead(
  tx: Db,
  mark: { personId: string; threadId: string; lastReadId: string; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO read_marks (person_id, thread_id, reading_id, last_read_id, read_at)
    SELECT ${mark.personId}::uuid, id, reading_id, ${mark.lastReadId}::uuid, ${mark.at}::timestamptz
    FROM threads WHERE id = ${mark.threadId}::uuid
    ON CONFLICT (person_id, thread_id) DO UPDATE SET read_at = EXCLUDED.read_at,
      last_read_id = GREATEST(read_marks.last_read_id, EXCLUDED.last_read_id)`
}

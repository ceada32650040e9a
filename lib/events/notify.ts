import 'server-only'
import { afterCommit, type Db, transaction } from '@/lib/db/client'
import type { Prisma } from '@/lib/generated/prisma/client'
import { newId } from '@/lib/ids'
import { signalCommit } from './signal'

export type NotificationKind =
  | 'import.ready'
  | 'import.failed'
  | 'debate.rearranged'
  | 'debate.restored'
  | 'post.mentioned'
  | 'post.answered'
  | 'thread.replied'
  | 'post.watched'
  | 'thread.resolved'
  | 'thread.reopened'
  | 'note.moved'
  | 'note.orphaned'
  | 'post.moderated'
  | 'decision.undone'
  | 'appeal.granted'
  | 'appeal.declined'
  | 'item.assigned'
  | 'claim.asked'
  | 'claim.answered'
  | 'search.found'
  | 'grade.released'

export type NewNotification = Told & { readonly personId: string }

export type Told = {
  readonly kind: NotificationKind
  readonly subjectId: string
  /** What happened, in a word that no other event has: nobody is told of it twice. None: every call is an event of its own. */
  readonly eventKey?: string
  /** Who did it. */
  readonly actorId?: string | null
  readonly readingId?: string
  readonly groupId?: string | null
  /** The conversation, and the reply in it: told only to whoever sees them, whenever it is shown. */
  readonly threadId?: string
  readonly replyId?: string | null
  /** What the line in the list says it with; words for people, not ids. */
  readonly particulars: Readonly<Record<string, string | number>>
  readonly at: Date
}

/** Tells a person of something, in the transaction of what they are told of. */
export async function notify(tx: Db, { personId, ...told }: NewNotification): Promise<void> {
  await notifyAll(tx, [personId], told)
}

/**
 * Tells several people of the same, those who were not told of it yet; gives the ids of the notices that were written. Two
 * INSERTs whatever their number.
 */
export async function notifyAll(
  tx: Db,
  personIds: readonly string[],
  told: Told,
): Promise<readonly string[]> {
  if (personIds.length === 0) return []
  const ids = personIds.map(() => newId())
  const key = told.eventKey ?? newId()
  const written = await tx.$queryRaw<{ id: string; personId: string }[]>`
    INSERT INTO notifications (id, person_id, kind, event_key, subject_id, actor_id, reading_id,
      group_id, thread_id, reply_id, particulars, created_at)
    SELECT n.id, n.person_id, ${told.kind}, ${key}, ${told.subjectId}::uuid,
      ${told.actorId ?? null}::uuid, ${told.readingId ?? null}::uuid, ${told.groupId ?? null}::uuid,
      ${told.threadId ?? null}::uuid, ${told.replyId ?? null}::uuid,
      ${JSON.stringify(told.particulars)}::jsonb, ${told.at}
    FROM unnest(${ids}::uuid[], ${[...personIds]}::uuid[]) AS n(id, person_id)
    ON CONFLICT (person_id, event_key) DO NOTHING
    RETURNING id, person_id AS "personId"`
  await recordNotices(
    tx,
    written.map(({ personId }) => personId),
    told.at,
  )
  return written.map(({ id }) => id)
}

/**
 * Says on the live lines of these people that what they are told has changed: there is more of it, or less, or it was read. One
 * INSERT whatever their number.
 */
export async function recordNotices(tx: Db, personIds: readonly string[], at: Date): Promise<void> {
  if (personIds.length === 0) return
  await tx.$executeRaw`
    INSERT INTO events (kind, actor_id, subject_id, particulars, at)
    SELECT 'notices.changed', NULL, id, '{}'::jsonb, ${at} FROM unnest(${[...personIds]}::uuid[]) AS id`
  afterCommit(signalCommit)
}

/** The same, to everybody who was told of a conversation or of a reply in it. Two statements. */
export async function recordNoticesOf(tx: Db, subjectId: string, at: Date): Promise<void> {
  const people = await tx.$queryRaw<{ personId: string }[]>`
    SELECT DISTINCT person_id AS "personId" FROM notifications
    WHERE read_at IS NULL AND (thread_id = ${subjectId}::uuid OR reply_id = ${subjectId}::uuid)`
  await recordNotices(
    tx,
    people.map(({ personId }) => personId),
    at,
  )
}

/**
 * Marks some of what a person is told as read, and says so on their live lines, so that it is read in each of their windows. Two
 * statements.
 */
export async function readNotices(
  personId: string,
  where: Prisma.NotificationWhereInput,
  at: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: { AND: [{ personId, readAt: null }, where] },
      data: { readAt: at },
    })
    if (count > 0) await recordNotices(tx, [personId], at)
  })
}

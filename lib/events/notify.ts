import 'server-only'
import type { Db } from '@/lib/db/client'
import { newId } from '@/lib/ids'

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
  | 'claim.asked'
  | 'claim.answered'
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
 * Tells several people of the same, those who were not told of it yet; gives the ids of the notices that were written. Two INSERTs
 * whatever their number.
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
  return written.map(({ id }) => id)
}

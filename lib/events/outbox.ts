import 'server-only'
import { db } from '@/lib/db/client'
import type { EventCursor } from './cursor'

// The one way events are read. Raw SQL: xid8 and the snapshot bound are beyond what Prisma can say.

export type OutboxEvent = {
  readonly xid: bigint
  readonly id: bigint
  readonly kind: string
  readonly actorId: string | null
  readonly actorName: string | null
  readonly readingId: string | null
  readonly groupId: string | null
  readonly subjectId: string
  readonly particulars: Readonly<Record<string, string>>
  readonly at: Date
}

export const OUTBOX_BATCH = 500

/** The events after a cursor that can no longer be overtaken, oldest first, at most OUTBOX_BATCH; of one reading if it is named. */
export async function eventsAfter(
  cursor: EventCursor,
  readingId: string | null,
): Promise<readonly OutboxEvent[]> {
  return db().$queryRaw<OutboxEvent[]>`
    SELECT e.xid::text::bigint AS xid, e.id, e.kind, e.actor_id AS "actorId", p.name AS "actorName",
      e.reading_id AS "readingId", e.group_id AS "groupId", e.subject_id AS "subjectId",
      e.particulars, e.at
    FROM events e LEFT JOIN people p ON p.id = e.actor_id
    WHERE (e.xid, e.id) > (${String(cursor.xid)}::xid8, ${cursor.id})
      AND e.xid < pg_snapshot_xmin(pg_current_snapshot())
      AND (${readingId}::uuid IS NULL OR e.reading_id = ${readingId}::uuid OR e.kind = 'person.changed')
    ORDER BY e.xid, e.id
    LIMIT ${OUTBOX_BATCH}`
}

/** Where the outbox stands now: every event not yet visible lies after it. */
export async function outboxPosition(): Promise<EventCursor> {
  const [row] = await db().$queryRaw<{ xid: bigint }[]>`
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS xid`
  return { xid: row?.xid ?? 0n, id: 0n }
}

/** Whether events from right after a cursor may have been purged already, so that nothing can be replayed from it. */
export async function isPurged(cursor: EventCursor): Promise<boolean> {
  const [row] = await db().$queryRaw<{ purged: boolean }[]>`
    SELECT ${String(cursor.xid)}::xid8 < min(xid) AND min(id) > 1 AS purged FROM events`
  return row?.purged ?? false
}

/** Whether the database answers at all. */
export async function databaseAnswers(): Promise<boolean> {
  return db().$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  )
}

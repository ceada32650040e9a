import 'server-only'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import { cursorAfter, type EventCursor, isAfter, withoutEnded } from './cursor'

// The one way events are read. Raw SQL: xid8 and snapshots are beyond what Prisma can say.

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

/** An event with the cursor that stands behind it. */
export type ReadEvent = OutboxEvent & { readonly cursor: EventCursor }

export type Read = {
  readonly events: readonly ReadEvent[]
  /** Where to read on. */
  readonly cursor: EventCursor
  /** Whether there may be more at once. */
  readonly isFull: boolean
}

export const OUTBOX_BATCH = 500

const COLUMNS = Prisma.sql`e.xid, e.id, e.kind, e.actor_id, e.reading_id, e.group_id, e.subject_id,
  e.particulars, e.at`

/**
 * The events after a cursor, oldest first: of the transactions that were running before it, all, and at most OUTBOX_BATCH of those that
 * came later; of one reading if it is named, besides those of no reading, or only these if it is null; up to another cursor if one is named. One statement, and so one snapshot: it sees either all or
 * nothing of a transaction, and tells which ones it does not see yet.
 */
export async function eventsAfter(
  cursor: EventCursor,
  { readingId, until }: { readonly readingId?: string | null; readonly until?: EventCursor } = {},
): Promise<Read> {
  const ofReading =
    readingId === undefined
      ? Prisma.empty
      : Prisma.sql`AND (e.reading_id = ${readingId}::uuid OR e.reading_id IS NULL)`
  const open = cursor.gaps.map(({ xid }) => String(xid))
  const late = Prisma.sql`
    (SELECT ${COLUMNS} FROM events e WHERE e.xid = ANY(${open}::xid8[]) ${ofReading}) UNION ALL`
  const rows = await db().$queryRaw<(Row & { running: readonly string[] })[]>`
    SELECT s.running, e.xid::text::bigint AS xid, e.id, e.kind, e.actor_id AS "actorId",
      p.name AS "actorName", e.reading_id AS "readingId", e.group_id AS "groupId",
      e.subject_id AS "subjectId", e.particulars, e.at
    FROM (SELECT ${RUNNING} AS running) s
      LEFT JOIN (
        ${open.length === 0 ? Prisma.empty : late}
        (SELECT ${COLUMNS} FROM events e
          WHERE (e.xid, e.id) > (${String(cursor.xid)}::xid8, ${cursor.id}) ${ofReading}
          ORDER BY e.xid, e.id LIMIT ${OUTBOX_BATCH})
      ) e ON TRUE
      LEFT JOIN people p ON p.id = e.actor_id
    ORDER BY e.xid, e.id`
  const running = (rows[0]?.running ?? []).map(BigInt)
  return readFrom(cursor, { rows: rows.flatMap(eventIn), running, until })
}

// The row that only tells which transactions run has no event in it.
function eventIn({ id, ...row }: Row): readonly OutboxEvent[] {
  return id === null ? [] : [{ ...row, id }]
}

const RUNNING = Prisma.sql`ARRAY(SELECT x::text FROM pg_snapshot_xip(pg_current_snapshot()) x)`

type Row = Omit<OutboxEvent, 'id'> & { readonly id: bigint | null }

type Found = {
  readonly rows: readonly OutboxEvent[]
  /** The transactions that had not ended yet. */
  readonly running: readonly bigint[]
  readonly until: EventCursor | undefined
}

function readFrom(from: EventCursor, { rows, running, until }: Found): Read {
  // Up to a cursor, what is still to come is what was still to come there.
  const open = until ? until.gaps.map(({ xid }) => xid) : running
  const events: ReadEvent[] = []
  let cursor = from
  for (const row of rows) {
    if (!isAfter(row, cursor) || (until && isAfter(row, until))) continue
    cursor = cursorAfter(cursor, row, open)
    events.push({ ...row, cursor })
  }
  const isFull = rows.length >= OUTBOX_BATCH
  return { events, cursor: withoutEnded(cursor, open), isFull }
}

/** Where the outbox stands now: every event that is not visible yet comes after it, and none that is. */
export async function outboxPosition(): Promise<EventCursor> {
  const [row] = await db().$queryRaw<{ next: bigint; running: string[]; epoch: string }[]>`
    SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS next, ${RUNNING} AS running,
      (SELECT name FROM event_epoch) AS epoch`
  const { next: xid = 0n, running = [], epoch = '0' } = row ?? {}
  return { epoch, xid, id: 0n, gaps: running.map((one) => ({ xid: BigInt(one), id: 0n })) }
}

/**
 * Whether all that came after a cursor can still be read: it is of this outbox, not from a future that was lost with a restored copy,
 * and nothing after it has been purged.
 */
export async function isReplayable(cursor: EventCursor): Promise<boolean> {
  const [row] = await db().$queryRaw<{ same: boolean; past: boolean; purged: boolean }[]>`
    SELECT (SELECT name FROM event_epoch) = ${cursor.epoch} AS same,
      ${String(cursor.xid)}::xid8 <= pg_snapshot_xmax(pg_current_snapshot()) AS past,
      COALESCE(${String(cursor.xid)}::xid8 < min(xid) AND min(id) > 1,
        (SELECT ${cursor.id} > 0 AND last_value > ${cursor.id} FROM events_id_seq)) AS purged
    FROM events`
  return row ? row.same && row.past && !row.purged : false
}

/**
 * Begins a new outbox when the database is a restored copy: its events bear the transaction ids of another life and would be told
 * again. A row that was copied was not written by the transaction that it names; that gives it away.
 */
export async function beginOutbox(): Promise<void> {
  await db().$executeRaw`
    WITH renewed AS (
      UPDATE event_epoch SET xid = pg_current_xact_id(),
        name = substr(replace(gen_random_uuid()::text, '-', ''), 1, 8)
      WHERE xid::text::numeric % 4294967296 <> xmin::text::numeric
      RETURNING id)
    DELETE FROM events WHERE EXISTS (SELECT FROM renewed)`
}

/** Whether the database answers at all. */
export async function databaseAnswers(): Promise<boolean> {
  return db().$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  )
}

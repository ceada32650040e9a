import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { type EventCursor, formatCursor, parseCursor } from './cursor'
import { eventsAfter, isPurged, type OutboxEvent, outboxPosition } from './outbox'

// Two writers whose commits come in the other order than their inserts: the case in which a cursor over ids loses an event.

let early: pg.Client
let late: pg.Client

beforeEach(async () => {
  early = new pg.Client({ connectionString: process.env.DATABASE_URL })
  late = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await Promise.all([early.connect(), late.connect()])
})

afterEach(async () => {
  await Promise.all([early.end(), late.end()])
})

async function insert(client: pg.Client, kind: string): Promise<void> {
  await client.query(
    `INSERT INTO events (kind, subject_id, particulars, at) VALUES ($1, $2, '{}', now())`,
    [kind, newId()],
  )
}

async function naiveAfter(id: bigint): Promise<{ id: bigint; kind: string }[]> {
  return db().$queryRaw`SELECT id, kind FROM events WHERE id > ${id} ORDER BY id`
}

/**
 * What is told from a cursor on, read as the hub reads it: again and again. Transactions in other databases of the same server hold
 * events back too, and tests run beside each other.
 */
async function told(
  { from, readingId = null }: { from: EventCursor; readingId?: string | null },
  expected: readonly string[],
): Promise<readonly OutboxEvent[]> {
  const events: OutboxEvent[] = []
  await vi.waitFor(
    async () => {
      events.push(...(await eventsAfter(events.at(-1) ?? from, readingId)))
      expect(kinds(events)).toEqual(expected)
    },
    { timeout: 20_000 },
  )
  return events
}

const kinds = (events: readonly { kind: string }[]) => events.map(({ kind }) => kind)

test('an event that is inserted first and committed last is told, where a cursor over ids loses it', async () => {
  const from = await outboxPosition()
  const naiveFrom = (await naiveAfter(0n)).at(-1)?.id ?? 0n
  await early.query('BEGIN')
  await insert(early, 'early')
  await late.query('BEGIN')
  await insert(late, 'late')
  await late.query('COMMIT')

  const naiveFirst = await naiveAfter(naiveFrom)
  const first = await eventsAfter(from, null)
  await early.query('COMMIT')
  const naiveSecond = await naiveAfter(naiveFirst.at(-1)?.id ?? naiveFrom)

  expect(kinds([...naiveFirst, ...naiveSecond])).toEqual(['late'])
  expect(first).toEqual([])
  await told({ from }, ['early', 'late'])
})

test('what commits after a position was taken comes after it', async () => {
  await early.query('BEGIN')
  await insert(early, 'open')
  const from = await outboxPosition()
  await early.query('COMMIT')
  await told({ from }, ['open'])
})

test('an event of another reading is not read for one reading', async () => {
  const from = await outboxPosition()
  const readingId = newId()
  await early.query(
    `INSERT INTO events (kind, reading_id, subject_id, particulars, at)
     VALUES ('here', $1, $2, '{}', now()), ('elsewhere', $3, $2, '{}', now())`,
    [readingId, newId(), newId()],
  )
  await told({ from, readingId }, ['here'])
})

test('a cursor from before what was purged is known as such', async () => {
  const from = await outboxPosition()
  await insert(early, 'first')
  await insert(early, 'second')
  const [oldest, newest] = await told({ from }, ['first', 'second'])
  if (!oldest || !newest) throw new Error('two events were written')
  await db().event.deleteMany({ where: { id: { lt: newest.id } } })
  expect(await isPurged(oldest)).toBe(true)
  expect(await isPurged(newest)).toBe(false)
})

test.each<EventCursor>([
  { xid: 1n, id: 1n },
  { xid: 18446744073709551n, id: 9223372036854775807n },
])('a cursor survives its way through a stream', (cursor) => {
  expect(parseCursor(formatCursor(cursor))).toEqual(cursor)
})

test.each(['', '1', '1-', '-1-2', '1-2-3', 'x-y', '1-2; DROP'])('"%s" is no cursor', (text) => {
  expect(parseCursor(text)).toBeNull()
})

import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { cloneDatabase } from '@/lib/testing/database'
import { type EventCursor, formatCursor, parseCursor } from './cursor'
import { beginOutbox, eventsAfter, isReplayable, outboxPosition } from './outbox'

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

const kinds = (events: readonly { kind: string }[]) => events.map(({ kind }) => kind)

/** Everything after a cursor, each event from the cursor that the one before it gave, as a listener whose line breaks each time. */
async function oneByOne(from: EventCursor): Promise<string[]> {
  const [next] = (await eventsAfter(from)).events
  return next ? [next.kind, ...(await oneByOne(throughTheWire(next.cursor)))] : []
}

function throughTheWire(cursor: EventCursor): EventCursor {
  const parsed = parseCursor(formatCursor(cursor))
  if (!parsed) throw new Error('A cursor survives its way through a stream.')
  return parsed
}

test('an event that is inserted first and committed last is told, where a cursor over ids loses it', async () => {
  const from = await outboxPosition()
  const naiveFrom = (await naiveAfter(0n)).at(-1)?.id ?? 0n
  await early.query('BEGIN')
  await insert(early, 'early')
  await late.query('BEGIN')
  await insert(late, 'late')
  await late.query('COMMIT')

  const naiveFirst = await naiveAfter(naiveFrom)
  const first = await eventsAfter(from)
  await early.query('COMMIT')
  const naiveSecond = await naiveAfter(naiveFirst.at(-1)?.id ?? naiveFrom)
  const second = await eventsAfter(first.cursor)
  const third = await eventsAfter(second.cursor)

  expect(kinds([...naiveFirst, ...naiveSecond])).toEqual(['late'])
  expect(kinds(first.events)).toEqual(['late'])
  expect(kinds(second.events)).toEqual(['early'])
  expect(kinds(third.events)).toEqual([])
})

test('a transaction that stays open holds nobody back, and what it writes is told once when it ends, whoever comes back meanwhile', async () => {
  const elsewhere = await cloneDatabase()
  const other = new pg.Client({ connectionString: elsewhere.url })
  await other.connect()
  await other.query('BEGIN')
  await insert(other, 'of another database')
  const from = await outboxPosition()
  await early.query('BEGIN')
  await insert(early, 'slow 1')
  await insert(late, 'quick 1')
  await insert(early, 'slow 2')
  await insert(late, 'quick 2')
  const before = await eventsAfter(from)
  expect(kinds(before.events)).toEqual(['quick 1', 'quick 2'])
  await insert(late, 'quick 3')
  await early.query('COMMIT')
  await insert(late, 'quick 4')
  const rest = ['slow 1', 'slow 2', 'quick 3', 'quick 4']
  expect(kinds((await eventsAfter(before.cursor)).events)).toEqual(rest)
  expect(await oneByOne(throughTheWire(before.cursor))).toEqual(rest)
  const [first] = before.events
  expect(first && (await oneByOne(first.cursor))).toEqual([
    'slow 1',
    'slow 2',
    'quick 2',
    ...rest.slice(2),
  ])
  await other.query('ROLLBACK')
  await other.end()
  await elsewhere.drop()
})

test('what is read up to another cursor is what was told before it, and the rest follows there', async () => {
  const from = await outboxPosition()
  await early.query('BEGIN')
  await insert(early, 'slow')
  await insert(late, 'quick')
  const hub = await eventsAfter(from)
  await early.query('COMMIT')
  await insert(late, 'later')
  const missed = await eventsAfter(from, { until: hub.cursor })
  expect(kinds(missed.events)).toEqual(['quick'])
  expect(kinds((await eventsAfter(missed.cursor)).events)).toEqual(['slow', 'later'])
  expect(kinds((await eventsAfter(hub.cursor)).events)).toEqual(['slow', 'later'])
})

test('what a transaction that failed wrote is told to nobody, and its gap is closed', async () => {
  const from = await outboxPosition()
  await early.query('BEGIN')
  await insert(early, 'never')
  await insert(late, 'quick')
  const first = await eventsAfter(from)
  await early.query('ROLLBACK')
  await insert(late, 'next')
  const second = await eventsAfter(first.cursor)
  expect(kinds(second.events)).toEqual(['next'])
  expect(second.cursor.gaps.length).toBeLessThan(first.cursor.gaps.length)
})

test('what commits after a position was taken comes after it', async () => {
  await early.query('BEGIN')
  await insert(early, 'open')
  const from = await outboxPosition()
  expect(await oneByOne(from)).toEqual([])
  await early.query('COMMIT')
  expect(await oneByOne(from)).toEqual(['open'])
})

test('an event of another reading is not read for one reading', async () => {
  const from = await outboxPosition()
  const readingId = newId()
  await early.query(
    `INSERT INTO events (kind, reading_id, subject_id, particulars, at)
     VALUES ('here', $1, $2, '{}', now()), ('elsewhere', $3, $2, '{}', now())`,
    [readingId, newId(), newId()],
  )
  expect(kinds((await eventsAfter(from, { readingId })).events)).toEqual(['here'])
})

describe('nothing can be replayed', () => {
  test('from before what was purged', async () => {
    const from = await outboxPosition()
    await insert(early, 'first')
    await insert(early, 'second')
    const [first, second] = (await eventsAfter(from)).events
    if (!first || !second) throw new Error('two events were written')
    await db().event.deleteMany({ where: { id: { lt: second.id } } })
    expect(await isReplayable(first.cursor)).toBe(false)
    expect(await isReplayable(second.cursor)).toBe(true)
    await db().event.deleteMany()
    expect(await isReplayable(first.cursor)).toBe(false)
    expect(await isReplayable(second.cursor)).toBe(true)
  })

  test('from a future that was lost', async () => {
    const now = await outboxPosition()
    expect(await isReplayable(now)).toBe(true)
    expect(await isReplayable({ ...now, xid: now.xid + 1_000_000n })).toBe(false)
  })

  test('in a database that was restored from a copy, whose old events are told to nobody', async () => {
    await insert(early, 'of the life before')
    const before = await outboxPosition()
    await beginOutbox()
    expect(await isReplayable(before)).toBe(true)
    // What a restore does: each row is written anew, with the values that it had.
    await db().$executeRaw`UPDATE event_epoch SET name = name`
    await beginOutbox()
    const after = await outboxPosition()
    expect(after.epoch).not.toBe(before.epoch)
    expect(await isReplayable(before)).toBe(false)
    expect(await db().event.count()).toBe(0)
    await beginOutbox()
    expect(await outboxPosition()).toMatchObject({ epoch: after.epoch })
  })
})

test.each<EventCursor>([
  { epoch: '0', xid: 1n, id: 1n, gaps: [] },
  { epoch: 'c0ffee01', xid: 18446744073709551n, id: 9223372036854775807n, gaps: [] },
  {
    epoch: 'ab',
    xid: 20n,
    id: 4n,
    gaps: [
      { xid: 3n, id: 0n },
      { xid: 19n, id: 2n },
    ],
  },
])('a cursor survives its way through a stream', (cursor) => {
  expect(parseCursor(formatCursor(cursor))).toEqual(cursor)
})

test.each([
  ...['', '1', '1-', '1-2', '-1-2-3', 'x-1-2', 'a-1-2-3', 'a-1-2!', 'a-1-2!5.0', 'a-1-2; DROP'],
  'a-9999999999999999999-1',
])('"%s" is no cursor', (text) => {
  expect(parseCursor(text)).toBeNull()
})

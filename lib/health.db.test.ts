import pg from 'pg'
import { expect, test, vi } from 'vitest'
import * as z from 'zod'
import { db } from '@/lib/db/client'
import { health } from '@/lib/health'
import { newId } from '@/lib/ids'
import { personNews } from '@/lib/people/news'
import { makeClassroom } from '@/lib/testing/factories/classroom'
import { listenAs } from '@/lib/testing/listening'

const shape = z.object({ live: z.object({ streams: z.number(), openTransactions: z.number() }) })
const live = async () => shape.parse(await (await health()).json()).live

test('health tells who listens, and of a transaction that holds back what it writes until it ends', async () => {
  const room = await makeClassroom()
  const { leave } = await listenAs(room.ben, { readingId: room.reading.id })
  const writer = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await writer.connect()
  try {
    await writer.query('BEGIN')
    await writer.query('SELECT pg_current_xact_id()')
    // Something later, so that the hub reads past the transaction that is open.
    const change = { actorId: null, subjectId: newId(), at: new Date() }
    await personNews.record(db(), { ...change, kind: 'sight.changed' })
    await vi.waitFor(async () => expect(await live()).toEqual({ streams: 1, openTransactions: 1 }))
    await writer.query('COMMIT')
    await vi.waitFor(async () => expect((await live()).openTransactions).toBe(0))
  } finally {
    await writer.end()
    leave()
  }
  expect((await live()).streams).toBe(0)
})

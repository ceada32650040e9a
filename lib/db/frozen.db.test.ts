import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answering } from '@/lib/api/handler'
import { Prisma } from '@/lib/generated/prisma/client'
import { freezeDatabase, thawDatabase } from '@/lib/testing/frozen-database'
import { startEmbedded } from '@/scripts/database/embedded-postgres.mjs'
import { db, disconnect, rowsOf, transaction } from './client'
import { knock } from './knock'

// A PostgreSQL of its own, which is really stopped in the middle of its work.

let server: Awaited<ReturnType<typeof startEmbedded>>
let data = ''

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'colloquy-frozen-'))
  chmodSync(data, 0o755)
  server = await startEmbedded({ data, password: randomUUID(), durable: false })
  await disconnect()
  process.env.DATABASE_URL = server.url('postgres')
  process.env.COLLOQUY_DB_PATIENCE_MS = '1500'
})

afterAll(async () => {
  thawDatabase(server.pid() ?? 0)
  await disconnect()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

const request = () => new Request('http://localhost/api/v1/me')

test.each([
  ['straight from the pool', () => rowsOf(Prisma.sql`SELECT 1`)],
  ['through Prisma', () => db().$queryRaw`SELECT 1`],
  ['in a transaction', () => transaction((tx) => tx.$queryRaw`SELECT 1`)],
])('frozen, it is told as away within a bounded time and works again after: %s', async (_, ask) => {
  await ask()
  freezeDatabase(server.pid() ?? 0)
  const response = await answering(request(), async () => {
    await ask()
    return new Response()
  })
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('5')
  expect(await response.json()).toMatchObject({ code: 'database-away' })
  thawDatabase(server.pid() ?? 0)
  await expect
    .poll(
      () =>
        ask().then(
          () => 'answers',
          () => 'fails',
        ),
      { timeout: 30_000 },
    )
    .toBe('answers')
})

test('a statement that takes too long is given up by the server, too', async () => {
  const response = await answering(request(), async () => {
    await db().$queryRaw`SELECT pg_sleep(60)`
    return new Response()
  })
  expect(response.status).toBe(503)
  const running = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'`
  expect(running).toEqual([])
})

test('a server that lets nobody new in is told as away, though it answers those who are connected', async () => {
  await rowsOf(Prisma.sql`SELECT 1`)
  const postmaster = server.pid() ?? 0
  process.kill(postmaster, 'SIGSTOP')
  try {
    expect(await rowsOf(Prisma.sql`SELECT 1 AS one`)).toEqual([{ one: 1 }])
    expect(await knock()).toBe('away')
  } finally {
    process.kill(postmaster, 'SIGCONT')
  }
  await expect.poll(knock, { timeout: 30_000 }).toBeNull()
})

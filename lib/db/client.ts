import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from '@/lib/generated/prisma/client'

// One PrismaClient a process, and one ambient transaction a request. A command asks for `transaction`; whoever already opened
// one (the idempotency of the API, which must stand or fall with the write) is joined instead of nested.

const WAIT_FOR_A_CONNECTION_MS = 8_000
const LONGEST_STATEMENT_MS = 12_000
const LONGEST_TRANSACTION_MS = 15_000

export type Db = Prisma.TransactionClient

type Ambient = { readonly client: Db; readonly afterCommit: (() => void)[] }

const ambient = new AsyncLocalStorage<Ambient>()

declare global {
  var colloquyPrisma: PrismaClient | undefined
  var colloquyPool: pg.Pool | undefined
}

// Next may load this module more than once in a process (routes, instrumentation): the pool must still be one.
function shared(): PrismaClient {
  globalThis.colloquyPrisma ??= connect()
  return globalThis.colloquyPrisma
}

function connect(): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool()) })
}

function pool(): pg.Pool {
  globalThis.colloquyPool ??= openPool()
  return globalThis.colloquyPool
}

function openPool(): pg.Pool {
  const connectionString = process.env.DATABASE_URL
  if (!connectionString) throw new Error('DATABASE_URL is not set: start the app by `npm start`.')
  const max = Number(process.env.COLLOQUY_DB_CONNECTIONS ?? 20)
  const opened = new pg.Pool({ connectionString, max, keepAlive: true, ...patience() })
  // An idle connection that breaks is replaced; without a listener it would end the process.
  opened.on('error', () => {})
  return opened
}

// The server gives a statement up a little before we stop listening for it; a server that is frozen says nothing, and we stop. The
// operator's commands, which may count a whole database, wait as long as it takes.
function patience(): pg.PoolConfig {
  const longest = Number(process.env.COLLOQUY_DB_PATIENCE_MS ?? LONGEST_STATEMENT_MS)
  if (longest === 0) return {}
  return {
    connectionTimeoutMillis: WAIT_FOR_A_CONNECTION_MS,
    statement_timeout: longest,
    query_timeout: longest + 1_000,
    idle_in_transaction_session_timeout: 2 * LONGEST_TRANSACTION_MS,
  }
}

/** The client to read and write with: the ambient transaction's, or the shared one outside of any. */
export function db(): Db {
  return ambient.getStore()?.client ?? shared()
}

/**
 * The rows of a statement, for those few that every request waits for: outside of a transaction they come straight from the pool,
 * which costs a third of the way through Prisma. Only for columns of text, uuid, boolean, int4, timestamptz, jsonb and text[]: in
 * others (int8, numeric) the two ways differ.
 */
export async function rowsOf<Row extends pg.QueryResultRow>(statement: Prisma.Sql): Promise<Row[]> {
  const joined = ambient.getStore()
  if (joined) return joined.client.$queryRaw<Row[]>(statement)
  const { rows } = await pool().query<Row>(statement.text, statement.values)
  return rows
}

/**
 * Runs work in one transaction; joins the ambient one if there is one. Rolled back when the work throws. What `afterCommit`
 * was given runs once the outermost transaction has committed.
 */
export async function transaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  const joined = ambient.getStore()
  if (joined) return work(joined.client)
  const afterCommits: (() => void)[] = []
  const result = await shared().$transaction(
    (client) => ambient.run({ client, afterCommit: afterCommits }, () => work(client)),
    { maxWait: WAIT_FOR_A_CONNECTION_MS, timeout: LONGEST_TRANSACTION_MS },
  )
  for (const run of afterCommits) run()
  return result
}

/** Runs a function when the ambient transaction has committed, or at once outside of any. */
export function afterCommit(run: () => void): void {
  const open = ambient.getStore()
  if (open) open.afterCommit.push(run)
  else run()
}

/** Ends the pool: for scripts and tests, which must exit. */
export async function disconnect(): Promise<void> {
  await globalThis.colloquyPrisma?.$disconnect()
  await globalThis.colloquyPool?.end()
  globalThis.colloquyPrisma = undefined
  globalThis.colloquyPool = undefined
}

import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '@/lib/generated/prisma/client'

// One PrismaClient a process, and one ambient transaction a request. A command asks for `transaction`; whoever already opened
// one (the idempotency of the API, which must stand or fall with the write) is joined instead of nested.

export type Db = Prisma.TransactionClient

type Ambient = { readonly client: Db; readonly afterCommit: (() => void)[] }

const ambient = new AsyncLocalStorage<Ambient>()

declare global {
  var colloquyPrisma: PrismaClient | undefined
}

// Next may load this module more than once in a process (routes, instrumentation): the pool must still be one.
function shared(): PrismaClient {
  globalThis.colloquyPrisma ??= connect()
  return globalThis.colloquyPrisma
}

function connect(): PrismaClient {
  const connectionString = process.env.DATABASE_URL
  if (!connectionString) throw new Error('DATABASE_URL is not set: start the app by `npm start`.')
  const max = Number(process.env.COLLOQUY_DB_CONNECTIONS ?? 20)
  return new PrismaClient({ adapter: new PrismaPg({ connectionString, max }) })
}

/** The client to read and write with: the ambient transaction's, or the shared one outside of any. */
export function db(): Db {
  return ambient.getStore()?.client ?? shared()
}

const WAIT_FOR_A_CONNECTION_MS = 15_000
const LONGEST_TRANSACTION_MS = 15_000

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
  globalThis.colloquyPrisma = undefined
}

import 'server-only'
import { statfs } from 'node:fs/promises'
import nodemailer from 'nodemailer'
import { db } from '@/lib/db/client'
import type { Operator } from '@/lib/policy/actor'

// What an operator should know of an instance, each in one sentence.

export type Finding = { readonly isWell: boolean; readonly what: string }

const DAY_MS = 86_400_000
const LEAST_FREE_BYTES = 1_000_000_000
const OLDEST_POSTGRES = 15
const LONGEST_TRANSACTION_S = 60
const LARGEST_SKEW_MS = 2_000

/** Looks at settings, disk, versions, the last backup, long transactions, the clock and mail. A few seconds at most. */
export async function examine(_: Operator, now: Date): Promise<readonly Finding[]> {
  const found = await Promise.all([
    settings(),
    disk(),
    versions(),
    lastBackup(now),
    longTransactions(),
    clock(),
    mail(),
  ])
  return found.flat()
}

function settings(): readonly Finding[] {
  const { COLLOQUY_URL = '', COLLOQUY_DEMO, AUTH_SECRET = '' } = process.env
  const isLocal = /^http:\/\/(localhost|127\.)/.test(COLLOQUY_URL)
  return [
    {
      isWell: COLLOQUY_URL.startsWith('https:') || isLocal,
      what: `People reach it at ${COLLOQUY_URL}${COLLOQUY_URL.startsWith('http:') && !isLocal ? ', without https' : ''}.`,
    },
    {
      isWell: isLocal || COLLOQUY_DEMO !== 'on',
      what: `The demo is ${COLLOQUY_DEMO === 'on' ? 'on: anybody may walk in as its people' : 'off'}.`,
    },
    {
      isWell: AUTH_SECRET.length >= 32,
      what:
        AUTH_SECRET.length >= 32
          ? 'AUTH_SECRET is long enough.'
          : 'AUTH_SECRET is short: give it 32 characters.',
    },
  ]
}

async function disk(): Promise<readonly Finding[]> {
  const data = process.env.COLLOQUY_DATA
  if (!data) return []
  const { bavail, bsize } = await statfs(data)
  const free = bavail * bsize
  const what = `The disk of ${data} has ${(free / 1_000_000_000).toFixed(1)} GB left.`
  return [{ isWell: free > LEAST_FREE_BYTES, what }]
}

async function versions(): Promise<readonly Finding[]> {
  const [row] = await db().$queryRaw<{ version: string; size: number; last: string }[]>`
    SELECT current_setting('server_version') AS version,
      (pg_database_size(current_database()) / 1000000)::int AS size,
      (SELECT max(migration_name) FROM _prisma_migrations WHERE finished_at IS NOT NULL) AS last`
  const version = row?.version ?? '0'
  return [
    {
      isWell: Number.parseInt(version, 10) >= OLDEST_POSTGRES,
      what: `Node ${process.versions.node}, PostgreSQL ${version}, migrated to ${row?.last}; the database has ${row?.size} MB.`,
    },
  ]
}

async function lastBackup(now: Date): Promise<readonly Finding[]> {
  const last = await db().audit.findFirst({
    where: { action: 'instance.backed-up' },
    orderBy: { at: 'desc' },
    select: { at: true },
  })
  if (!last) return [{ isWell: false, what: 'No backup was written by `npm run admin -- backup`.' }]
  const days = Math.floor((now.getTime() - last.at.getTime()) / DAY_MS)
  const when = last.at.toISOString().slice(0, 16).replace('T', ' ')
  return [{ isWell: days < 7, what: `The last backup is of ${when} UTC, ${days} days ago.` }]
}

async function longTransactions(): Promise<readonly Finding[]> {
  const rows = await db().$queryRaw<{ pid: number; seconds: number; state: string }[]>`
    SELECT pid, extract(epoch FROM now() - xact_start)::int AS seconds, COALESCE(state, '') AS state
    FROM pg_stat_activity WHERE xact_start < now() - make_interval(secs => ${LONGEST_TRANSACTION_S}::float8)
      AND backend_type = 'client backend' ORDER BY xact_start LIMIT 5`
  if (rows.length === 0)
    return [{ isWell: true, what: 'No transaction has been open for a minute.' }]
  return rows.map(({ pid, seconds, state }) => ({
    isWell: false,
    what: `A transaction (process ${pid}, ${state}) has been open for ${seconds} seconds and holds back news.`,
  }))
}

async function clock(): Promise<readonly Finding[]> {
  const before = Date.now()
  const [row] = await db().$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`
  const here = (before + Date.now()) / 2
  const skew = Math.abs((row?.at.getTime() ?? 0) - here)
  const what = `The clocks here and in the database differ by ${Math.round(skew)} ms.`
  return [{ isWell: skew < LARGEST_SKEW_MS, what }]
}

async function mail(): Promise<readonly Finding[]> {
  const url = process.env.SMTP_URL
  if (!url) return [{ isWell: true, what: 'Mail is off (SMTP_URL is not set).' }]
  const transport = nodemailer.createTransport(url)
  const why = await transport.verify().then(
    () => null,
    (error: Error) => error.message,
  )
  transport.close()
  return [
    why === null
      ? { isWell: true, what: 'The mail server answers.' }
      : { isWell: false, what: `The mail server does not answer: ${why}.` },
  ]
}

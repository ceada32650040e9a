import 'server-only'
import { statfs } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { Prisma } from '@/lib/generated/prisma/client'
import { log } from '@/lib/log'
import { rowsOf } from './client'
import { databaseTrouble, type Trouble } from './trouble'

// Whether the database answers, asked every two seconds beside all requests: a page that would only wait for it can say so at once.

const EVERY_MS = 2_000
const PATIENCE_MS = 3_000
const LEAST_FREE_BYTES = 20_000_000

declare global {
  var colloquyTrouble: Trouble | undefined
}

/** What is wrong with the database, as it was last seen; null when it answers. */
export function presentTrouble(): Trouble | null {
  return globalThis.colloquyTrouble ?? null
}

/** Looks whether the database answers, and whether the disk of the data folder has room, until the process ends. */
export function watchDatabase(): void {
  const timer = setInterval(() => void look(), EVERY_MS)
  timer.unref()
}

let isLooking = false

async function look(): Promise<void> {
  if (isLooking) return
  isLooking = true
  const seen = (await isFull()) ? 'full' : await answers()
  if (seen !== presentTrouble()) tell(seen)
  globalThis.colloquyTrouble = seen ?? undefined
  isLooking = false
}

async function answers(): Promise<Trouble | null> {
  const asked = rowsOf(Prisma.sql`SELECT 1`).then(
    () => null,
    (error: unknown) => databaseTrouble(error) ?? 'away',
  )
  return Promise.race([asked, sleep(PATIENCE_MS, 'away' as const, { ref: false })])
}

// Whether the disk that the data lies on, if it is this machine's, has no room left.
async function isFull(): Promise<boolean> {
  const data = process.env.COLLOQUY_DATA
  if (!data) return false
  const { bavail, bsize } = await statfs(data).catch(() => ({
    bavail: 1,
    bsize: Number.POSITIVE_INFINITY,
  }))
  return bavail * bsize < LEAST_FREE_BYTES
}

function tell(trouble: Trouble | null): void {
  if (trouble === 'full') log.error('The disk is full: nothing can be written until there is room.')
  else if (trouble === 'away') log.error('The database does not answer.')
  else log.info('The database answers again.')
}

import 'server-only'
import { statfs } from 'node:fs/promises'
import { log } from '@/lib/log'
import { knock } from './knock'
import type { Trouble } from './trouble'

// Whether the database answers, asked every two seconds beside all requests, by a new connection: a page that would only wait for it can say so at once.

const EVERY_MS = 2_000
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
  const seen = (await isFull()) ? 'full' : await knock()
  if (seen !== presentTrouble()) tell(seen)
  globalThis.colloquyTrouble = seen ?? undefined
  isLooking = false
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

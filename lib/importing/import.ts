// The rules of bringing a text in, pure. An import is what has happened to it: each step is a time, its state follows.

/** The largest file that is taken, in bytes. */
export const FILE_MAXIMUM = 50 * 1024 * 1024
/** How often a text is tried when the server dies over it. */
export const MOST_ATTEMPTS = 3
/** A worker that gave no sign for so long, in milliseconds, is dead. */
export const DEAD_AFTER_MS = 30_000
/** How many texts of one person are read or wait to be, at once. */
export const MOST_OPEN = 5

/** How many readings a book may be divided into; they are saved in one transaction. */
export const MOST_CHAPTERS = 100

export type ImportState = 'waiting' | 'running' | 'cancelled' | 'failed' | 'ready' | 'saved'

export type ImportFacts = {
  readonly startedAt: Date | null
  readonly cancelledAt: Date | null
  readonly failedAt: Date | null
  readonly readyAt: Date | null
  readonly savedAt: Date | null
}

/** What has become of an import. */
export function stateOf(facts: ImportFacts): ImportState {
  if (facts.savedAt) return 'saved'
  if (facts.cancelledAt) return 'cancelled'
  if (facts.failedAt) return 'failed'
  if (facts.readyAt) return 'ready'
  return facts.startedAt ? 'running' : 'waiting'
}

/** Whether an import is still being read, or will be. */
export function isOpen(state: ImportState): boolean {
  return state === 'waiting' || state === 'running'
}

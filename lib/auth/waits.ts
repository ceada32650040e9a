// How long one waits after failing to sign in. Never for ever: a lock would let anybody shut anybody out.

/**
 * Who fails at an account: a browser in which somebody has signed in to it before; any other; any other while very many fail at
 * the account from wherever.
 */
export type Reach = 'known' | 'unknown' | 'besieged'

export type Patience = {
  /** How many failures an hour cost nothing. */
  readonly free: number
  /** The longest wait, in seconds. */
  readonly longest: number
}

// Each waits for his own failures alone, never for a stranger's: the first try of somebody who has not failed is free always.
export const PATIENCE: Readonly<Record<Reach, Patience>> = {
  known: { free: 10, longest: 60 },
  unknown: { free: 5, longest: 300 },
  besieged: { free: 1, longest: 300 },
}

/** Failures at one account in an hour, from browsers it does not know, from which on it is besieged. */
export const SIEGE = 100

/** Failures at one account from one network in an hour that cost nothing; then its tries go one by one, so far apart. */
export const NETWORK_PACE = { free: 20, pauseMs: 2_000 } as const

/** Seconds between tries once there were so many failures: none, then 1, 2, 4 … up to the longest. */
export function waitAfter(failures: number, { free, longest }: Patience): number {
  return failures <= free ? 0 : Math.min(longest, 2 ** Math.min(failures - free - 1, 30))
}

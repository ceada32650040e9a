// How long one waits after failing to sign in. Never for ever: a lock would let anybody shut anybody out.

/** One account from one network address, everything from one address, one account from everywhere. */
export type Reach = 'pair' | 'address' | 'account'

export type Patience = {
  /** How many failures an hour cost nothing. */
  readonly free: number
  /** The longest wait, in seconds. */
  readonly longest: number
}

// The narrower the guess, the longer the wait. The account's own must be short: whoever guesses at it from many places makes
// its owner wait as well.
export const PATIENCE: Readonly<Record<Reach, Patience>> = {
  pair: { free: 5, longest: 300 },
  address: { free: 50, longest: 60 },
  account: { free: 30, longest: 15 },
}

/** Seconds between tries once there were so many failures: none, then 1, 2, 4 … up to the longest. */
export function waitAfter(failures: number, { free, longest }: Patience): number {
  return failures <= free ? 0 : Math.min(longest, 2 ** Math.min(failures - free - 1, 30))
}

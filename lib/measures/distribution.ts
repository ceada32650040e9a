// Votes on one question about a claim, 0 (no) to 4 (yes), as how many people chose each value: a distribution, never only a mean.

export const VOTE_VALUES = [0, 1, 2, 3, 4] as const
export type VoteValue = (typeof VOTE_VALUES)[number]

/** How many people chose 0, 1, 2, 3 and 4. */
export type Distribution = readonly [number, number, number, number, number]

export const NO_VOTES: Distribution = [0, 0, 0, 0, 0]

/** The distribution of some votes. Values outside 0 to 4 are left out. */
export function distributionOf(values: Iterable<number>): Distribution {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  for (const value of values) {
    const known = VOTE_VALUES.find((each) => each === value)
    if (known !== undefined) counts[known] += 1
  }
  return counts
}

/** The distribution in a stored list of counts; missing ones are none. */
export function distributionFrom(counts: readonly number[]): Distribution {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = counts
  return [a, b, c, d, e]
}

/** How many voted. */
export function votersIn(counts: Distribution): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** How many say yes: 3 or 4. The middle is nobody's yes. */
export function yesIn([, , , three, four]: Distribution): number {
  return three + four
}

/** The mean vote, 0 to 4; null without votes. */
export function meanOf(counts: Distribution): number | null {
  const voters = votersIn(counts)
  if (voters === 0) return null
  return counts.reduce((sum, count, value) => sum + count * value, 0) / voters
}

// Whether a claim convinces across the camps. A camp is the people of one stance on the thesis.

export type CampVotes = {
  /** How many of the camp voted on the claim. */
  readonly seen: number
  /** How many of these say yes. */
  readonly agree: number
}

const LEAST_CAMPS = 2
const LEAST_VOTERS = 3

/**
 * The bridge score, 0 to 1: the geometric mean over the camps of `(agree+1)/(seen+2)`, so that one camp's refusal cannot be bought off by the
 * other's cheers (the group-informed consensus of Polis: Small, Björkegren, Erkkilä, Shaw and Megill, "Polis: Scaling deliberation by mapping high
 * dimensional opinion spaces", Recerca 26(2), 2021; the mean instead of the product, so that the number of camps does not matter). Only camps of
 * at least three voters count; null ("too few to say") below two of them.
 */
export function bridge(camps: readonly CampVotes[]): number | null {
  const heard = camps.filter(({ seen }) => seen >= LEAST_VOTERS)
  if (heard.length < LEAST_CAMPS) return null
  const logs = heard.map(({ agree, seen }) => Math.log((agree + 1) / (seen + 2)))
  return Math.exp(logs.reduce((sum, log) => sum + log, 0) / heard.length)
}

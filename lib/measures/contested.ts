import { type Distribution, votersIn, yesIn } from './distribution'

/** From here on a claim counts as contested: an even split of six people just does. */
export const CONTESTED_FROM = 0.6

/**
 * How contested a claim is, 0 to 1: `4·p̃(1−p̃)·n/(n+4)` with `p̃ = (u+1)/(n+2)`, where u of n people say yes. The first part is the
 * variance of a coin of that bias as a share of the greatest there is, with Laplace's rule of succession (Laplace 1774) for p̃, so that one vote is
 * no certainty; the second makes little of few votes. 0 without votes.
 */
export function contested(counts: Distribution): number {
  const n = votersIn(counts)
  const p = (yesIn(counts) + 1) / (n + 2)
  return 4 * p * (1 - p) * (n / (n + 4))
}

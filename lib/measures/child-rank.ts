import { type Distribution, votersIn, yesIn } from './distribution'
import { wilsonLowerBound } from './wilson'

/** From so many voters on, a place is earned rather than drawn. */
export const RANKED_FROM = 3

/**
 * Where a claim stands among its siblings, 0 to 1, highest first. Until three people have said whether it matters there, the place is drawn by lot,
 * the same at every look: whoever came first must not win by that. Then it is Wilson's lower bound on the share who say that it matters.
 */
export function childRank(linkId: string, relevance: Distribution): number {
  const n = votersIn(relevance)
  return n < RANKED_FROM ? lotOf(linkId) : wilsonLowerBound(yesIn(relevance), n)
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** A number in [0, 1) drawn from a string, always the same for the same: FNV-1a (Fowler, Noll, Vo 1991) and the finish of MurmurHash3. */
export function lotOf(text: string): number {
  let hash = FNV_OFFSET
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

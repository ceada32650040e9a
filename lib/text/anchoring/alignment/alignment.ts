// What became of each word of the old text. First what stands in both texts in so many words, wherever it stands; then, between such
// passages, word by word; then, of what is left on both sides, single telling words in order. Nothing here knows of anchors: however
// many there are, the texts are compared once.

import { type Comparison, compare } from '@/lib/text/anchoring/words/comparison'
import { claimLikeBlocks } from './blocks'
import { claimRuns } from './claims'
import { fillGaps, longGaps } from './gaps'

// Three words in a row are rarely the same by chance; single words are looked at only among what is left.
const IN_A_ROW = 3
const SINGLE = 1

/**
 * Two texts compared. In the common case O(tokens · log tokens); where words were replaced, also the product of the lengths of each
 * stretch that was edited.
 */
export function alignmentOf(oldText: string, newText: string): Comparison {
  const comparison = compare(oldText, newText)
  const whole = {
    oldFrom: 0,
    oldTo: comparison.before.count,
    newFrom: 0,
    newTo: comparison.after.count,
  }
  claimRuns(comparison, whole, IN_A_ROW)
  for (const gap of longGaps(comparison)) claimRuns(comparison, gap, SINGLE)
  fillGaps(comparison)
  claimLikeBlocks(comparison)
  if (claimRuns(comparison, whole, SINGLE) > 0) fillGaps(comparison)
  return comparison
}

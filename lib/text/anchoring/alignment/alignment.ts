// What became of each word of the old text. First what stands in both texts in so many words, wherever it stands; then, between such
// passages, word by word; then, of what is left on both sides, single telling words in order. Nothing here knows of anchors: however
// many there are, the texts are compared once.

import { findSubstitutes } from '@/lib/text/anchoring/substitutes'
import { type Comparison, compare, link } from '@/lib/text/anchoring/words/comparison'
import { claimLikeBlocks } from './blocks'
import { claimElsewhere, claimInOrder, type Evidence } from './claims'
import { fillGaps, fillNearby, longGaps } from './gaps'
import { relateBlocks } from './related-blocks'
import { matchWholeUnits } from './whole-units'

// Three words in a row are rarely the same by chance. Of what is left at last, shorter rows count with all their words, and single words that
// are rare; both must tell more, or phrases that the text repeats would be taken before the passages they belong to.
const ROWS: Evidence = { size: 3, beyondChance: 8, beside: 0 }
const SHORT_ROWS: Evidence = { size: 3, beyondChance: 12, beside: 1 }
const SINGLE_WORDS: Evidence = { size: 1, beyondChance: 12, beside: 0 }

/**
 * Two texts compared. In the common case O(tokens · log tokens); where words were replaced, also the product of the lengths of each
 * stretch that was edited.
 */
export function alignmentOf(oldText: string, newText: string): Comparison {
  const comparison = compare(oldText, newText)
  if (oldText === newText) {
    for (const token of comparison.heirs.keys()) link(comparison, token, token)
    return comparison
  }
  const whole = {
    oldFrom: 0,
    oldTo: comparison.before.count,
    newFrom: 0,
    newTo: comparison.after.count,
  }
  relateBlocks(comparison)
  matchWholeUnits(comparison)
  claimInOrder(comparison, whole, ROWS)
  claimElsewhere(comparison, whole, ROWS)
  for (const gap of longGaps(comparison)) claimInOrder(comparison, gap, SINGLE_WORDS)
  fillGaps(comparison)
  claimLikeBlocks(comparison)
  const more =
    claimElsewhere(comparison, whole, SHORT_ROWS) + claimElsewhere(comparison, whole, SINGLE_WORDS)
  if (more > 0) fillGaps(comparison)
  fillNearby(comparison)
  findSubstitutes(comparison)
  return comparison
}

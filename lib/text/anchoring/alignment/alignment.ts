// What became of each word of the old text, without knowing of any anchor: however many there are, the texts are compared once.
//
// - token: a word; a character where a script writes no spaces; the end of a block.
// - gram: a few tokens in a row. Run: a stretch that stands token for token in both texts.
// - chain: runs that follow each other in both texts. The best chain in order is what stayed; others were moved.
// - match: an old token and the new one it became. Gap: what lies between matches; it is aligned word by word.
// - bits: information content, the binary logarithm of one over a word's share of both texts. Evidence is a sum of bits.
// - unit: a block, or a sentence where blocks are not parted (units.ts). Whole units are matched before their parts compete.
// - substitute: what stands in the place of a word that was replaced (substitutes.ts).

import { findSubstitutes } from '@/lib/text/anchoring/substitutes'
import { type Comparison, compare, link } from '@/lib/text/anchoring/words/comparison'
import { acceptLikeBlocks } from './blocks'
import { fillGaps, fillNearby, longGaps } from './fill-gaps'
import { acceptInOrder, acceptMoved, type Evidence } from './matches'
import { relateBlocks } from './related-blocks'
import { matchWholeUnits } from './whole-units'

// Three words in a row are rarely the same by chance: 8 bits more than chance suffice. Of what is left at the end, short rows count with
// the word on either side, and so do single words. Both need 12 bits, or repeated phrases would be taken before their passages.
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
    for (const token of comparison.newOf.keys()) link(comparison, token, token)
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
  acceptInOrder(comparison, whole, ROWS)
  acceptMoved(comparison, whole, ROWS)
  for (const gap of longGaps(comparison)) acceptInOrder(comparison, gap, SINGLE_WORDS)
  fillGaps(comparison)
  acceptLikeBlocks(comparison)
  const more =
    acceptMoved(comparison, whole, SHORT_ROWS) + acceptMoved(comparison, whole, SINGLE_WORDS)
  if (more > 0) fillGaps(comparison)
  fillNearby(comparison)
  findSubstitutes(comparison)
  return comparison
}

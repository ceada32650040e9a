// Which blocks of both texts belong together, in texts that repeat themselves. Three words that stand once in the old text and once in the
// new one say so of the blocks they stand in; where a new block holds such words, its other words come from the same old blocks, and not
// from a likeness of them elsewhere. The idea is that of patience diff (Cohen), for blocks instead of lines.

import type { Comparison } from '@/lib/text/anchoring/words/comparison'
import { at } from '@/lib/text/anchoring/words/numbers'
import { gramsOf } from './grams'
import { numberUnits } from './units'

const GRAM = 3

/** Notes which old blocks the words of each new block may come from. Linear. */
export function relateBlocks(comparison: Comparison): void {
  const { before, after, related } = comparison
  const whole = { oldFrom: 0, oldTo: before.count, newFrom: 0, newTo: after.count }
  const { around, oldCounts, newCounts, first, places } = gramsOf(comparison, whole, GRAM)
  numberUnits(before, related.oldBlocks)
  numberUnits(after, related.newBlocks)
  for (let old = 0; old < before.count; old += 1) {
    const gram = at(around, old)
    if (gram < 0 || at(oldCounts, gram) !== 1 || at(newCounts, gram) !== 1) continue
    const block = at(related.newBlocks, at(places, at(first, gram)))
    related.isBound[block] = 1
    related.pairs.add(keyOf(comparison, at(related.oldBlocks, old), block))
  }
}

/** Whether an old token may have become a new one, as far as their blocks say. Constant time. */
export function areRelated(comparison: Comparison, old: number, now: number): boolean {
  const { related } = comparison
  const block = at(related.newBlocks, now)
  if (at(related.isBound, block) === 0) return true
  return related.pairs.has(keyOf(comparison, at(related.oldBlocks, old), block))
}

function keyOf({ after }: Comparison, oldBlock: number, newBlock: number): number {
  return oldBlock * after.count + newBlock
}

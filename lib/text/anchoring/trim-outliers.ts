// Outliers at either end of a passage: a "the" or "of" that found its like a long way from the rest. Where a sentence was put into
// a passage its ends are apart as well, but each stands beside the words it stood beside before.

import type { Comparison } from './words/comparison'
import { at } from './words/numbers'

// In tokens: what is put in or taken out between two words of a passage before it is asked whether they belong together.
const NOTICED = 4
const OUTLIER_COST = 3
const OUTLIER_TOKEN_COST = 0.3
/** How many tokens beyond the end of the passage vouch for those at its end. */
const BESIDE = 4

/** The words without those at either end that are apart from the rest and tell too little to be believed there. Linear. */
export function withoutOutliers(
  comparison: Comparison,
  words: readonly number[],
): readonly number[] {
  const sorted = isRising(comparison, words)
  if (!sorted) return words
  const to = firstOutlier(comparison, words, 1)
  const kept = words.slice(0, to)
  const from = firstOutlier(comparison, kept.toReversed(), -1)
  return kept.slice(kept.length - from)
}

function isRising({ newOf }: Comparison, words: readonly number[]): boolean {
  return words.every((token, n) => n === 0 || at(newOf, token) > at(newOf, at(words, n - 1)))
}

// Asks at each gap, from the outermost inwards, whether what lies beyond it is believed.
function firstOutlier(comparison: Comparison, words: readonly number[], step: 1 | -1): number {
  const { before, bits, newOf } = comparison
  let kept = words.length
  let beyond = vouched(comparison, at(words, words.length - 1), step)
  for (let n = words.length - 1; n > 0; n -= 1) {
    const [here, next] = [at(words, n), at(words, n - 1)]
    beyond += at(bits, at(before.ids, here))
    const olds = Math.abs(here - next) - 1
    const news = Math.abs(at(newOf, here) - at(newOf, next)) - 1
    if (Math.abs(olds - news) < NOTICED) continue
    const cost = OUTLIER_COST + Math.log2((olds + 1) * (news + 1))
    if (beyond < cost + OUTLIER_TOKEN_COST * Math.abs(olds - news)) kept = n
  }
  return kept
}

// What the tokens tell that stand just beyond the end, before as now.
function vouched({ before, bits, newOf }: Comparison, last: number, step: 1 | -1): number {
  let sum = 0
  for (let n = 1; n <= BESIDE; n += 1) {
    const token = last + n * step
    if (token < 0 || token >= newOf.length) break
    if (at(newOf, token) !== at(newOf, last) + n * step) break
    sum += at(bits, at(before.ids, token))
  }
  return sum
}

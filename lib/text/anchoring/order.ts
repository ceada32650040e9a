// What kept its order and what was carried elsewhere. Passages that follow each other without a break in what both texts share make a
// span; the heaviest spans that are in the same order in both texts are the text as it stood, and all others were moved.

import { PrefixMaxima } from './alignment/prefix-maxima'
import { type Comparison, FREE } from './words/comparison'
import { at } from './words/numbers'

export type Order = {
  /** For each old token that found its like the number of its span; -1 for others. */
  readonly spans: Int32Array
  /** By span: 1 where it stands in order. */
  readonly isInOrder: Uint8Array
}

type Span = { now: number; words: number }

/** The spans of a comparison and which of them kept their order. O(tokens + spans · log spans). */
export function orderOf({ newOf, oldOf }: Comparison): Order {
  const ranks = ranksOf(oldOf)
  const numbers = new Int32Array(newOf.length).fill(-1)
  const spans: Span[] = []
  let last = -2
  for (const [token, now] of newOf.entries()) {
    if (now === FREE) continue
    const rank = at(ranks, now)
    const open = rank === last + 1 ? spans.at(-1) : undefined
    if (open) open.words += 1
    else spans.push({ now: rank, words: 1 })
    numbers[token] = spans.length - 1
    last = rank
  }
  return { spans: numbers, isInOrder: inOrder(spans, ranks.length) }
}

function ranksOf(oldOf: Int32Array): Int32Array {
  const ranks = new Int32Array(oldOf.length)
  let rank = 0
  for (const [now, old] of oldOf.entries()) {
    ranks[now] = rank
    if (old !== FREE) rank += 1
  }
  return ranks
}

// The heaviest increasing subsequence.
function inOrder(spans: readonly Span[], size: number): Uint8Array {
  const maxima = new PrefixMaxima(size + 1)
  const previous = new Int32Array(spans.length)
  let [best, weight] = [-1, 0]
  for (const [index, span] of spans.entries()) {
    const before = maxima.upTo(span.now)
    const total = span.words + Math.max(0, before.value)
    previous[index] = before.index
    maxima.raise(span.now + 1, total, index)
    if (total > weight) {
      weight = total
      best = index
    }
  }
  const kept = new Uint8Array(spans.length)
  for (let index = best; index >= 0; index = at(previous, index)) kept[index] = 1
  return kept
}

// Where a passage of the old text stands in the new one, once it is known what became of each word.

import { newEnd, newStart, type Range } from './ends'
import type { Order } from './order'
import { betweenWords } from './punctuation'
import { isSameButForBlanks, sharedCharacters, similarityOf } from './similarity'
import { outermost, survivors } from './survivors'
import { type Comparison, FREE } from './words/comparison'
import { at } from './words/numbers'
import { BLOCK_END, type Tokens } from './words/tokens'

export type Passage = Range & {
  /** 0 to 1; 1 where it says the very same, white space aside. */
  readonly similarity: number
  /** Whether it stands where it stood among the passages around it. */
  readonly isInOrder: boolean
}

/** The place in the new text, or null. `range` is not empty. O(log tokens) and the length of the passage. */
export function passageOf(comparison: Comparison, order: Order, range: Range): Passage | null {
  const { before } = comparison
  const words = wordsIn(before, range)
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined)
    return passageBetweenWords(comparison, order, range)
  const kept = unbroken(comparison, words) ? words : survivors(comparison, order, words)
  const ends = outermost(comparison, kept)
  return ends && measured(comparison, order, range, { ...ends, kept, first, last })
}

type Survivors = {
  /** The outermost tokens in the new text, of those that are left. */
  readonly head: number
  readonly tail: number
  readonly kept: readonly number[]
  /** The outermost tokens that the range touches. */
  readonly first: number
  readonly last: number
}

function measured(
  comparison: Comparison,
  order: Order,
  range: Range,
  { head, tail, kept, first, last }: Survivors,
): Passage | null {
  const place = {
    start: newStart(comparison, range.start, { token: head, touched: first }),
    end: newEnd(comparison, range.end, { token: tail, touched: last }),
  }
  if (place.start >= place.end) return null
  const isSame = isSameButForBlanks(
    comparison.before.text.slice(range.start, range.end),
    comparison.after.text.slice(place.start, place.end),
  )
  return {
    ...place,
    similarity: isSame ? 1 : similarityOf(sharedCharacters(comparison, kept), range, place),
    isInOrder: kept.some((token) => isInOrder(order, token)),
  }
}

// Most passages are as they were, and need no asking.
function unbroken({ heirs }: Comparison, words: readonly number[]): boolean {
  const first = at(words, 0)
  const way = at(heirs, first) - first
  return words.every((token) => at(heirs, token) !== FREE && at(heirs, token) - token === way)
}

/** Where each word that a range touches is in the new text, of those that found their like. */
export function heirsOf({ before, after, heirs }: Comparison, range: Range): Range[] {
  return wordsIn(before, range)
    .map((token) => at(heirs, token))
    .filter((now) => now !== FREE)
    .map((now) => ({ start: at(after.starts, now), end: at(after.ends, now) }))
}

function passageBetweenWords(comparison: Comparison, order: Order, range: Range): Passage | null {
  const before = firstEndingAfter(comparison.before, range.start) - 1
  const place = betweenWords(comparison, before, range)
  return place && { ...place, similarity: 1, isInOrder: isInOrder(order, place.beside) }
}

function isInOrder({ spans, isInOrder: inOrder }: Order, token: number): boolean {
  const span = at(spans, token)
  return span >= 0 && at(inOrder, span) === 1
}

/** The tokens that a range touches, the ends of blocks aside. */
function wordsIn(tokens: Tokens, range: Range): number[] {
  const words: number[] = []
  let token = firstEndingAfter(tokens, range.start)
  for (; token < tokens.count && at(tokens.starts, token) < range.end; token += 1) {
    if (at(tokens.ids, token) !== BLOCK_END) words.push(token)
  }
  return words
}

function firstEndingAfter({ ends, count }: Tokens, offset: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(ends, middle) > offset) high = middle
    else low = middle + 1
  }
  return low
}

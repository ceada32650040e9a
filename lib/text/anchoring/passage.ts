// Where a passage of the old text stands in the new one, once it is known what became of each word.

import { newEnd, newStart, type Range } from './ends'
import type { Order } from './order'
import { betweenWords } from './punctuation'
import { isSameButForBlanks, sharedCharacters, sharedEnds, similarityOf } from './similarity'
import { outermost, standing, survivingTokens } from './surviving-tokens'
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
  const touched = touchedBy(comparison.before, range)
  if (!touched) return passageBetweenWords(comparison, order, range)
  const { first, last } = touched
  if (isUnbroken(comparison, first, last)) {
    return measured(comparison, order, range, { head: first, tail: last, first, last, kept: null })
  }
  const words = wordsIn(comparison.before, first, last)
  const kept = survivingTokens(comparison, order, words)
  const ends = outermost(comparison, kept)
  if (!ends) return replaced(comparison, order, words)
  return measured(comparison, order, range, { ...ends, kept, first, last })
}

// A quote of more words, all of them replaced, is another one that was written in its place.
const REPLACED_WHOLE_MAXIMUM = 2

// How many tokens on either side are asked, and what those that stand there still must tell together, in bits.
const BESIDE = 4
const VOUCHED_LEAST = 8

// One or two words that gave way to others between neighbours that stand: a figure, a verb, a name.
function replaced(comparison: Comparison, order: Order, words: readonly number[]): Passage | null {
  const { before, after, newOf } = comparison
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined || words.length > REPLACED_WHOLE_MAXIMUM)
    return null
  const place = standing(comparison, words)
  if (!place || vouchedFor(comparison, first, last) < VOUCHED_LEAST) return null
  const range = { start: at(after.starts, place.first), end: at(after.ends, place.last) }
  const was = { start: at(before.starts, first), end: at(before.ends, last) }
  const shared = sharedEnds(
    before.text.slice(was.start, was.end),
    after.text.slice(range.start, range.end),
  )
  const neighbour = at(newOf, first - 1) === FREE ? last + 1 : first - 1
  return {
    ...range,
    similarity: similarityOf(shared, was, range),
    isInOrder: isInOrder(order, neighbour),
  }
}

type Survivors = {
  /** The outermost tokens in the new text, of those that are left. */
  readonly head: number
  readonly tail: number
  /** Null for all, in a row as before. */
  readonly kept: readonly number[] | null
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
  const words = kept ?? (isSame ? [first] : wordsIn(comparison.before, first, last))
  return {
    ...place,
    similarity: isSame ? 1 : similarityOf(sharedCharacters(comparison, words), range, place),
    isInOrder: words.some((token) => isInOrder(order, token)),
  }
}

function vouchedFor({ before, newOf, bits }: Comparison, first: number, last: number): number {
  let sum = 0
  for (let token = Math.max(0, first - BESIDE); token <= last + BESIDE; token += 1) {
    if (token >= newOf.length) break
    if (at(newOf, token) !== FREE) sum += at(bits, at(before.ids, token))
  }
  return sum
}

// Most passages are as they were, and need no asking.
function isUnbroken({ before, newOf }: Comparison, first: number, last: number): boolean {
  const way = at(newOf, first) - first
  if (at(newOf, first) === FREE) return false
  for (let token = first; token <= last; token += 1) {
    const isWord = at(before.ids, token) !== BLOCK_END
    if (isWord && (at(newOf, token) === FREE || at(newOf, token) - token !== way)) return false
  }
  return true
}

/** Where each word that a range touches is in the new text, of those that found their like. */
export function newRangesOf({ before, after, newOf }: Comparison, range: Range): Range[] {
  const touched = touchedBy(before, range)
  return (touched ? wordsIn(before, touched.first, touched.last) : [])
    .map((token) => at(newOf, token))
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

/** The first and the last word that a range touches; null where it touches none. */
function touchedBy(tokens: Tokens, range: Range): { first: number; last: number } | null {
  let first = firstEndingAfter(tokens, range.start)
  while (first < tokens.count && at(tokens.ids, first) === BLOCK_END) first += 1
  let last = Math.min(tokens.count - 1, firstEndingAfter(tokens, range.end - 1))
  while (last >= first && isBeyond(tokens, last, range)) last -= 1
  return first <= last ? { first, last } : null
}

function isBeyond({ ids, starts }: Tokens, token: number, range: Range): boolean {
  return at(starts, token) >= range.end || at(ids, token) === BLOCK_END
}

function wordsIn(tokens: Tokens, first: number, last: number): number[] {
  const words: number[] = []
  for (let token = first; token <= last; token += 1) {
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

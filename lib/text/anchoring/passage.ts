// Where a passage of the old text stands in the new one, once it is known what became of each word.

import { newEnd, newStart, type Range } from './ends'
import type { Order } from './order'
import { betweenWords } from './punctuation'
import { isSameButForBlanks, sharedCharacters, similarityOf } from './similarity'
import { type Comparison, FREE } from './words/comparison'
import { at } from './words/numbers'
import { BLOCK_END, type Tokens } from './words/tokens'

export type Passage = Range & {
  /** 0 to 1; 1 where it says the very same, white space aside. */
  readonly similarity: number
  /** Whether it stands where it stood among the passages around it. */
  readonly isInOrder: boolean
}

// Of what a passage told, at least this part must be there still, or it is another passage that shares a few words.
const TOLD_LEAST = 0.08
const TOLD_ENOUGH = 6
// Parts that went different ways are one passage still if together they take no more room than twice the old and so many tokens.
const CLOSE = 8

/** The place in the new text, or null. `range` is not empty. O(log tokens) and the length of the passage. */
export function passageOf(comparison: Comparison, order: Order, range: Range): Passage | null {
  const { before } = comparison
  const words = wordsIn(before, range)
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined)
    return passageBetweenWords(comparison, order, range)
  const kept = together(comparison, order, words)
  const least = Math.min(TOLD_ENOUGH, TOLD_LEAST * told(comparison, words))
  if (told(comparison, kept) < least) return null
  const [head, tail] = outermost(comparison, kept)
  if (head === undefined || tail === undefined) return null
  const place = {
    start: newStart(comparison, range.start, { token: head, touched: first }),
    end: newEnd(comparison, range.end, { token: tail, touched: last }),
  }
  if (place.start >= place.end) return null
  const isSame = isSameButForBlanks(
    before.text.slice(range.start, range.end),
    comparison.after.text.slice(place.start, place.end),
  )
  const shared = isSame ? 0 : sharedCharacters(comparison, kept)
  return {
    ...place,
    similarity: isSame ? 1 : similarityOf(shared, range, place),
    isInOrder: kept.some((token) => isInOrder(order, token)),
  }
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

/** Those of the words that are still one passage: all that found their like if they stand close, else the part that tells most. */
function together(comparison: Comparison, { spans }: Order, words: readonly number[]): number[] {
  const kept = words.filter((token) => at(comparison.heirs, token) !== FREE)
  const parts = new Map<number, number[]>()
  for (const token of kept) {
    const span = at(spans, token)
    parts.set(span, [...(parts.get(span) ?? []), token])
  }
  if (parts.size < 2) return kept
  const [head = 0, tail = 0] = outermost(comparison, kept)
  const room = at(comparison.heirs, tail) - at(comparison.heirs, head) + 1
  if (room <= 2 * words.length + CLOSE) return kept
  return [...parts.values()].reduce((most, part) =>
    told(comparison, part) > told(comparison, most) ? part : most,
  )
}

function outermost({ heirs }: Comparison, tokens: readonly number[]): readonly number[] {
  const [first] = tokens
  if (first === undefined) return []
  let [head, tail] = [first, first]
  for (const token of tokens) {
    if (at(heirs, token) < at(heirs, head)) head = token
    if (at(heirs, token) > at(heirs, tail)) tail = token
  }
  return [head, tail]
}

function told({ before, bits }: Comparison, tokens: readonly number[]): number {
  let sum = 0
  for (const token of tokens) sum += at(bits, at(before.ids, token))
  return sum
}

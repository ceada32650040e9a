// What is left of a passage: of its words that found their like, those that are still one passage, if they tell enough to be it.

import type { Order } from './order'
import { type Substitute, substituteOf } from './substitutes'
import { withoutOutliers } from './trim-outliers'
import { type Comparison, FREE } from './words/comparison'
import { at } from './words/numbers'
import { BLOCK_END } from './words/tokens'

// Of what a passage told, at least this part must be there still, or it is another passage that shares a few words.
const TOLD_LEAST = 0.08
const TOLD_ENOUGH = 6
const TELLING = 6.5
const FAIR_PART = 0.2
// Parts that went different ways are one passage still if together they take no more room than twice the old and so many tokens.
const CLOSE = 8

/** Those of a passage's words that are its place in the new text; none where the passage is gone. Linear in the words. */
export function survivingTokens(
  comparison: Comparison,
  order: Order,
  words: readonly number[],
): readonly number[] {
  const kept = withoutOutliers(comparison, together(comparison, order, words))
  return isTelling(comparison, kept, words) ? kept : []
}

// All that found their like if they stand close, else the part that tells most.
function together(comparison: Comparison, { spans }: Order, words: readonly number[]): number[] {
  const { newOf } = comparison
  const kept = words.filter((token) => at(newOf, token) !== FREE)
  const ends = outermost(comparison, kept)
  const room = ends ? at(newOf, ends.tail) - at(newOf, ends.head) + 1 : 0
  if (room <= 2 * words.length + CLOSE) return kept
  const parts = new Map<number, number[]>()
  for (const token of kept) {
    const part = parts.get(at(spans, token))
    if (part) part.push(token)
    else parts.set(at(spans, token), [token])
  }
  return [...parts.values()].reduce((most, part) =>
    told(comparison, part) > told(comparison, most) ? part : most,
  )
}

/** The first and the last of the tokens by where they are in the new text; null of none. */
export function outermost(
  { newOf }: Comparison,
  tokens: readonly number[],
): { readonly head: number; readonly tail: number } | null {
  const [first] = tokens
  if (first === undefined) return null
  let [head, tail] = [first, first]
  for (const token of tokens) {
    if (at(newOf, token) < at(newOf, head)) head = token
    if (at(newOf, token) > at(newOf, tail)) tail = token
  }
  return { head, tail }
}

// One word that tells something, or a fair part of what little the passage told.
function isTelling(
  comparison: Comparison,
  kept: readonly number[],
  words: readonly number[],
): boolean {
  const { before, bits } = comparison
  if (isAllThatIsThere(comparison, kept) || isInPlace(comparison, kept, words)) return true
  const left = told(comparison, kept)
  const all = told(comparison, words)
  if (left < Math.min(TOLD_ENOUGH, TOLD_LEAST * all)) return false
  return left > FAIR_PART * all || kept.some((token) => at(bits, at(before.ids, token)) >= TELLING)
}

// Each word that is gone has others in its stead, without a gap: the passage was edited where it stood, however little is left.
function isInPlace(
  comparison: Comparison,
  kept: readonly number[],
  words: readonly number[],
): boolean {
  return kept.length > 0 && standing(comparison, words) !== null
}

/** The tokens where all words of a passage stand, or others in their stead, one after the other; null where they do not. Linear. */
export function standing(comparison: Comparison, words: readonly number[]): Substitute | null {
  let [first, last] = [FREE, FREE]
  for (const token of words) {
    const now = at(comparison.newOf, token)
    const here = now === FREE ? substituteOf(comparison, token) : { first: now, last: now }
    if (!here) return null
    if (first !== FREE && (here.first > last + 1 || here.first < first)) return null
    first = first === FREE ? here.first : first
    last = Math.max(last, here.last)
  }
  return first === FREE ? null : { first, last }
}

// Beside what is left of the passage stands nothing new: the rest of it was taken out, and nothing put in its place.
function isAllThatIsThere(comparison: Comparison, kept: readonly number[]): boolean {
  const { after, newOf, oldOf } = comparison
  const ends = outermost(comparison, kept)
  if (!ends) return false
  const [first, last] = [at(newOf, ends.head), at(newOf, ends.tail)]
  const isKnown = (now: number) => at(after.ids, now) === BLOCK_END || at(oldOf, now) !== FREE
  return last - first < kept.length && isKnown(first - 1) && isKnown(last + 1)
}

function told({ before, bits }: Comparison, tokens: readonly number[]): number {
  let sum = 0
  for (const token of tokens) sum += at(bits, at(before.ids, token))
  return sum
}

// A passage without a place is looked for by its words and those around it. Only where the new text says something the old one did not:
// what was there before is known, and was not it. Candidates come from the quote's rarest words; each is written below the quote word by
// word; the best must tell more than chance, hold half of the quote, and leave the next best behind.

import { characterEnd, characterStart } from '@/lib/text/characters'
import { wordsOf } from './alignment/fill-gaps'
import { type Pair, pairsOf } from './alignment/pairing'
import type { Range } from './ends'
import { similarityOfQuotes } from './originals'
import { isSameButForBlanks } from './similarity'
import { type Comparison, FREE } from './words/comparison'
import { at } from './words/numbers'
import { BLOCK_END, type Tokens, tokensOf } from './words/tokens'

/** The words of a passage, and those before and after it. */
export type Quote = { readonly exact: string; readonly prefix: string; readonly suffix: string }

export type Found = Range & { readonly similarity: number; readonly isInContext: boolean }

const RAREST = 4
const PLACES_A_WORD = 48
const WINDOWS_MAXIMUM = 96
const WORDS_MAXIMUM = 600
const BEYOND_CHANCE = 8
const HELD_LEAST = 0.5
const AHEAD_LEAST = 3
const MISSED_COST = 1.6

/** A search over what is new in the new text. The first call costs O(new tokens); each, the quote's length for a bounded number of places. */
export function quoteSearch(comparison: Comparison): (quote: Quote) => Found | null {
  let places: Map<number, number[]> | null = null
  return (quote) => {
    if (quote.exact.trim() === '') return null
    places ??= placesOfNewWords(comparison)
    return best(comparison, places, quote)
  }
}

type Candidate = { readonly told: number; readonly place: Range }

function best(comparison: Comparison, places: Map<number, number[]>, quote: Quote): Found | null {
  const sought = soughtIn(comparison, quote)
  if (sought.tokens.count > WORDS_MAXIMUM) return null
  const candidates = windowsFor(comparison, places, sought)
    .map((window) => candidate(comparison, sought, window))
    .filter((found) => found !== null)
    .sort((one, other) => other.told - one.told)
  const [leader] = candidates
  if (!leader) return null
  const floor = Math.log2(comparison.after.count) + BEYOND_CHANCE
  const rival = candidates.find(({ place }) => !overlaps(place, leader.place))
  if (leader.told < floor || (rival && leader.told - rival.told < AHEAD_LEAST)) return null
  return judged(comparison, quote, leader.place)
}

function judged(comparison: Comparison, quote: Quote, place: Range): Found {
  const { text } = comparison.after
  const literal = literalNear(text, quote.exact, place)
  if (literal) {
    const isInContext =
      text.slice(0, literal.start).endsWith(quote.prefix) &&
      text.startsWith(quote.suffix, literal.end)
    return { ...literal, similarity: 1, isInContext }
  }
  const words = text.slice(place.start, place.end)
  const isSame = isSameButForBlanks(words, quote.exact)
  const similarity = isSame ? 1 : similarityOfQuotes(quote.exact, words)
  return { ...place, similarity, isInContext: false }
}

// Punctuation at the ends of a quote is not compared; where it stands there too, it belongs to the place.
function literalNear(text: string, exact: string, place: Range): Range | null {
  const from = Math.max(0, place.start - exact.length)
  const found = text.slice(from, place.end + exact.length).indexOf(exact)
  const range = { start: from + found, end: from + found + exact.length }
  return found >= 0 && overlaps(range, place) ? range : null
}

/** `from` and `to`: which of the tokens are the quote itself. */
type Sought = { readonly tokens: Tokens; readonly from: number; readonly to: number }

function soughtIn({ vocabulary }: Comparison, { exact, prefix, suffix }: Quote): Sought {
  const tokens = tokensOf(prefix + exact + suffix, vocabulary)
  let from = 0
  while (from < tokens.count && at(tokens.ends, from) <= prefix.length) from += 1
  let to = from
  while (to < tokens.count && at(tokens.starts, to) < prefix.length + exact.length) to += 1
  return { tokens, from, to }
}

function placesOfNewWords({ after, oldOf }: Comparison): Map<number, number[]> {
  const places = new Map<number, number[]>()
  for (const [now, id] of after.ids.entries()) {
    if (at(oldOf, now) !== FREE || id === BLOCK_END) continue
    const list = places.get(id)
    if (list) list.push(now)
    else places.set(id, [now])
  }
  return places
}

// Where the quote would begin if the word there were the word of the quote.
function windowsFor(
  { after }: Comparison,
  places: Map<number, number[]>,
  { tokens, from, to }: Sought,
): { readonly from: number; readonly to: number }[] {
  const known: { token: number; at: number[] }[] = []
  for (let token = from; token < to; token += 1) {
    const list = places.get(at(tokens.ids, token))
    if (list && list.length <= PLACES_A_WORD) known.push({ token, at: list })
  }
  known.sort((one, other) => one.at.length - other.at.length)
  const slack = 8 + (tokens.count >> 2)
  const begins = new Set<number>()
  for (const word of known.slice(0, RAREST)) {
    for (const now of word.at) begins.add(Math.round((now - word.token) / slack) * slack)
  }
  return [...begins].slice(0, WINDOWS_MAXIMUM).map((begin) => ({
    from: Math.max(0, begin - slack),
    to: Math.min(after.count, begin + tokens.count + slack),
  }))
}

function candidate(
  comparison: Comparison,
  sought: Sought,
  window: { readonly from: number; readonly to: number },
): Candidate | null {
  const { tokens, from, to } = sought
  const stretch = { oldFrom: 0, oldTo: tokens.count, newFrom: window.from, newTo: window.to }
  const words = { ...wordsOf(comparison), before: tokens }
  const pairs = pairsOf(words, stretch).filter(({ kind }) => kind !== 'other')
  const held = pairs.filter(
    ({ old, now }) => old >= from && old < to && at(comparison.oldOf, now) === FREE,
  )
  const [first, last] = [held[0], held.at(-1)]
  if (!first || !last) return null
  const inQuote = toldBy(comparison, tokens, held)
  if (inQuote < HELD_LEAST * toldBy(comparison, tokens, allOf(from, to))) return null
  const around = toldBy(comparison, tokens, pairs) - toldBy(comparison, tokens, held)
  const room = Math.max(to - from, last.now - first.now + 1)
  return {
    told: inQuote + around - MISSED_COST * (room - held.length),
    place: placeOf(comparison, first, last),
  }
}

function placeOf({ after }: Comparison, first: Pair, last: Pair): Range {
  return {
    start: characterStart(after.text, at(after.starts, first.now)),
    end: characterEnd(after.text, at(after.ends, last.now)),
  }
}

function allOf(from: number, to: number): Told[] {
  return Array.from({ length: to - from }, (_, n) => ({ old: from + n, kind: 'same' as const }))
}

type Told = Pick<Pair, 'old' | 'kind'>

function toldBy({ bits }: Comparison, tokens: Tokens, pairs: readonly Told[]): number {
  let sum = 0
  for (const { old, kind } of pairs) {
    sum += at(bits, at(tokens.ids, old)) * (kind === 'same' ? 1 : 0.5)
  }
  return sum
}

function overlaps(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end
}

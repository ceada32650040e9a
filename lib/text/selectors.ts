// Selectors by the names of the W3C Web Annotation model: the words of a passage with what stands around them, and its place.
// Inside Colloquy every offset counts UTF-16 code units of a revision's text; code-points.ts converts at the W3C border.

import { characterEnd, characterStart } from './characters'
import { placesOf } from './places'
import { contextScore } from './quote-context'

/** The words of a passage, and the words before and after it. */
export type TextQuoteSelector = {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** The place of a passage: its first code unit, and the one after its last. */
export type TextPositionSelector = { readonly start: number; readonly end: number }

/** What a sender knows of a passage. Only the words are needed; the rest decides between several places. */
export type PassageTarget = {
  readonly exact: string
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
  readonly start?: number | undefined
  readonly end?: number | undefined
}

/** A lost anchor is a value. `count`: in how many places the words stand that nothing told apart. */
export type Place =
  | { readonly kind: 'found'; readonly start: number; readonly end: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'ambiguous'; readonly count: number }

const CONTEXT = 32

/** The quote selector of a passage. Prefix and suffix have 32 code units or a few more, less only at the ends of the text. */
export function describe(text: string, start: number, end: number): TextQuoteSelector {
  const from = characterStart(text, Math.max(0, start - CONTEXT))
  const to = characterEnd(text, Math.min(text.length, end + CONTEXT))
  return {
    exact: text.slice(start, end),
    prefix: text.slice(from, start),
    suffix: text.slice(end, to),
  }
}

/**
 * Where a passage stands in `text`, which is in normal form. The quote is brought into normal form first, and any white space in it
 * matches any other. A given start and end win where the words stand just there; else prefix and suffix decide; a position that does
 * not fit is passed over. One pass over the text.
 */
export function locate(text: string, target: PassageTarget): Place {
  const places = placesOf(text, target.exact)
  const [first, second] = places
  if (!first) return { kind: 'missing' }
  const only = second ? statedPlace(places, target) : first
  return only ? { kind: 'found', ...only } : placeByContext(text, places, target)
}

function statedPlace(
  places: readonly TextPositionSelector[],
  { start, end }: PassageTarget,
): TextPositionSelector | undefined {
  if (start === undefined && end === undefined) return undefined
  return places.find(
    (place) =>
      (start === undefined || place.start === start) && (end === undefined || place.end === end),
  )
}

function placeByContext(
  text: string,
  places: readonly TextPositionSelector[],
  target: PassageTarget,
): Place {
  const score = contextScore(text, target)
  const scored = places.map((place) => ({ place, score: score(place) }))
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0)
  const leaders = best > 0 ? scored.filter(({ score }) => score === best) : scored
  const [leader, rival] = leaders
  return leader && !rival
    ? { kind: 'found', ...leader.place }
    : { kind: 'ambiguous', count: leaders.length }
}

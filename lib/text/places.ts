// All places of a quote in a text. Where the words stand literally, those are the places; else white space is taken for equal, since
// browsers, PDF readers and people send a blank where the text has the end of a block.

import {
  characterEnd,
  characterStart,
  isBetweenCharacters,
  isBetweenCodePoints,
} from './characters'
import { harmless } from './normalise'

type Place = { readonly start: number; readonly end: number }

const PLACES_MAXIMUM = 10_000
// Longer quotes are not looked for inside themselves: that alone would make the search quadratic.
const OVERLAPPING_MAXIMUM = 128

/** The places of a quote in a text in normal form, in order, at most 10,000. Empty when the quote is blank. One pass. */
export function placesOf(text: string, quote: string): Place[] {
  const exact = harmless(quote).normalize('NFC')
  const words = exact.trim()
  if (words === '') return []
  const literal = wholeCharacters(text, occurrences(text, exact))
  return literal.length > 0 ? literal : wholeCharacters(text, looseOccurrences(text, words))
}

// Places that cut no character are the better ones; where there is none, the cut characters are taken in whole.
function wholeCharacters(text: string, places: readonly Place[]): Place[] {
  const whole = places.filter(
    ({ start, end }) => isBetweenCharacters(text, start) && isBetweenCharacters(text, end),
  )
  if (whole.length > 0) return whole
  return places
    .filter(({ start, end }) => isBetweenCodePoints(text, start) && isBetweenCodePoints(text, end))
    .map(({ start, end }) => ({ start: characterStart(text, start), end: characterEnd(text, end) }))
}

function occurrences(text: string, exact: string): Place[] {
  const step = exact.length > OVERLAPPING_MAXIMUM ? exact.length : 1
  const places: Place[] = []
  let start = text.indexOf(exact)
  while (start !== -1 && places.length < PLACES_MAXIMUM) {
    places.push({ start, end: start + exact.length })
    start = text.indexOf(exact, start + step)
  }
  return places
}

function looseOccurrences(text: string, words: string): Place[] {
  const places = occurrences(collapsed(text), collapsed(words))
  const original = originalOffsets(text)
  // The last character, not the end: a run of white space after the passage is not part of it.
  const found: Place[] = []
  for (const { start, end } of places) {
    found.push({ start: original(start), end: original(end - 1) + 1 })
  }
  return found
}

// Single blanks, which are nearly all, stay as they are.
function collapsed(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/g, ' ')
}

/** From offsets in the text with white space collapsed to those in the text. */
function originalOffsets(text: string): (offset: number) => number {
  const runs: { readonly after: number; readonly lost: number }[] = []
  let lost = 0
  for (const run of text.matchAll(/\s{2,}/g)) {
    const after = run.index - lost + 1
    lost += run[0].length - 1
    runs.push({ after, lost })
  }
  return (offset) => offset + (runs[lastAtOrBefore(runs, offset)]?.lost ?? 0)
}

function lastAtOrBefore(runs: readonly { readonly after: number }[], offset: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.after ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

// Passages as people mark them, and whether an answer is right.

import type { Traced } from './provenance'
import { WORD } from './provenance'
import type { Random } from './random'

export type Quote = { readonly start: number; readonly end: number }

const LENGTHS = [
  { share: 0.15, from: 1, to: 2 },
  { share: 0.55, from: 3, to: 12 },
  { share: 0.25, from: 13, to: 40 },
  { share: 0.05, from: 41, to: 120 },
]

/** Random passages of whole words within one block each: 15 % of 1–2 words, 55 % of 3–12, 25 % of 13–40, 5 % of 41–120. */
export function randomQuotes(
  text: string,
  count: number,
  random: Random,
  crossing = false,
): Quote[] {
  const words = Array.from(text.matchAll(WORD), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }))
  const quotes: Quote[] = []
  while (quotes.length < count) {
    const first = Math.floor(random() * words.length)
    const last = Math.min(words.length - 1, first + lengthOf(random) - 1)
    const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0]
    const line = crossing ? -1 : text.slice(start, end).indexOf('\n')
    quotes.push({ start, end: line < 0 ? end : start + line })
  }
  return quotes
}

function lengthOf(random: Random): number {
  const chance = random()
  let sum = 0
  for (const { share, from, to } of LENGTHS) {
    sum += share
    if (chance < sum) return from + Math.floor(random() * (to - from + 1))
  }
  return 1
}

/** Where each character of the old text is in the new one, by the origins of its characters: its offset there, or -1. */
export function whereabouts(origins: Traced['origins'], length: number): Int32Array {
  const places = new Int32Array(length).fill(-1)
  for (const [place, origin] of origins.entries()) if (origin >= 0) places[origin] = place
  return places
}

export type Verdict = 'tight' | 'right' | 'wrong' | 'missed' | 'false' | 'none'

type Place = { readonly start: number; readonly end: number }

/**
 * `right`: covers half of the characters that are left, and half of it lies in their span; `tight`: both ends within 3 characters of
 * that span. Where nothing survived: `none` for no place, `false` for any. Every character counts, blanks between words as well.
 */
export function verdict(places: Int32Array, quote: Quote, answer: Place | null): Verdict {
  const left = places.slice(quote.start, quote.end).filter((place) => place >= 0)
  if (left.length === 0) return answer ? 'false' : 'none'
  if (!answer) return 'missed'
  const [start, end] = [Math.min(...left), Math.max(...left) + 1]
  const covered = left.filter((place) => place >= answer.start && place < answer.end).length
  const inside = Math.min(end, answer.end) - Math.max(start, answer.start)
  if (covered * 2 < left.length || inside * 2 < answer.end - answer.start) return 'wrong'
  const isTight = Math.abs(start - answer.start) <= 3 && Math.abs(end - answer.end) <= 3
  return isTight ? 'tight' : 'right'
}

// How well the words around a place agree with a given prefix and suffix. Walks outward from the place and stops at the first
// difference, so that thousands of places cost little.

import { harmless } from './normalise'

type Context = { readonly prefix?: string | undefined; readonly suffix?: string | undefined }
type Place = { readonly start: number; readonly end: number }

const COMPARED = 256
// Fewer equal characters than this come about by chance, unless they are all that was given.
const MEANINGFUL = 8

/**
 * A function that scores a place: how many characters next to it agree with the context, any white space taken for any other; 0 where
 * that is too few to mean anything. Compares at most 256 characters on each side. `text` is in normal form.
 */
export function contextScore(text: string, context: Context): (place: Place) => number {
  const prefix = normal((context.prefix ?? '').replace(/^[\uDC00-\uDFFF]/, '')).trimEnd()
  const suffix = normal((context.suffix ?? '').replace(/[\uD800-\uDBFF]$/, '')).trimStart()
  const before = prefix.slice(-COMPARED).split('').reverse()
  const after = suffix.slice(0, COMPARED).split('')
  const enough = Math.max(1, Math.min(MEANINGFUL, before.length + after.length))
  return ({ start, end }) => {
    const score = agreeing(text, start - 1, -1, before) + agreeing(text, end, 1, after)
    return score >= enough ? score : 0
  }
}

function normal(words: string): string {
  return harmless(words).normalize('NFC').replace(/\s+/g, ' ')
}

/** How many of the wanted characters stand one after the other from `from` on. */
function agreeing(text: string, from: number, step: 1 | -1, wanted: readonly string[]): number {
  let at = pastBlanks(text, from, step)
  let agreed = 0
  for (const character of wanted) {
    const past = character === ' ' ? pastBlanks(text, at, step) : at + step
    const isSame = character === ' ' ? past !== at : text[at] === character
    if (!isSame) break
    at = past
    agreed += 1
  }
  return agreed
}

function pastBlanks(text: string, from: number, step: 1 | -1): number {
  let at = from
  while (/\s/.test(text[at] ?? '')) at += step
  return at
}

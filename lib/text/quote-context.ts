// How well the words around a place agree with a given prefix and suffix.

import { harmless } from './normalise'

type Context = { readonly prefix?: string | undefined; readonly suffix?: string | undefined }
type Place = { readonly start: number; readonly end: number }

const COMPARED = 256
// Fewer equal characters than this come about by chance, unless they are all that was given.
const MEANINGFUL = 8

/**
 * A function that scores a place: how many characters next to it agree with the context, white space taken for equal; 0 where that
 * is too few to mean anything. Costs at most 512 characters a place.
 */
export function contextScore(text: string, context: Context): (place: Place) => number {
  const prefix = normal((context.prefix ?? '').replace(/^[\uDC00-\uDFFF]/, '')).trimEnd()
  const suffix = normal((context.suffix ?? '').replace(/[\uD800-\uDBFF]$/, '')).trimStart()
  const before = reversed(prefix).slice(0, COMPARED)
  const after = suffix.slice(0, COMPARED)
  const enough = Math.max(1, Math.min(MEANINGFUL, before.length + after.length))
  return ({ start, end }) => {
    const left = normal(text.slice(Math.max(0, start - 2 * COMPARED), start)).trimEnd()
    const right = normal(text.slice(end, end + 2 * COMPARED)).trimStart()
    const score = common(before, reversed(left)) + common(after, right)
    return score >= enough ? score : 0
  }
}

function normal(words: string): string {
  return harmless(words).normalize('NFC').replace(/\s+/g, ' ')
}

function reversed(words: string): string {
  return words.split('').reverse().join('')
}

function common(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}

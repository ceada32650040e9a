// How much of a quote is still there, from 0 to 1: twice the characters of the words that both have, over the characters of both
// (the coefficient of Dice 1945, over characters as in Ratcliff and Obershelp 1988).

import type { Range } from './ends'
import type { Comparison } from './words/comparison'
import { sharedHead, sharedTail } from './words/likeness'
import { at } from './words/numbers'

/** Whether two strings are the same, any white space taken for any other. */
export function isSameButForBlanks(one: string, other: string): boolean {
  return one === other || collapsed(one) === collapsed(other)
}

/** The similarity of two ranges that have so many characters in common. */
export function similarityOf(shared: number, before: Range, after: Range): number {
  const both = before.end - before.start + after.end - after.start
  // Less than 1: that is kept for what is the very same.
  return Math.min(0.999, Math.round((2000 * shared) / both) / 1000)
}

/** Characters of the given old tokens that their heirs have as well, with what stands alike between two of them. */
export function sharedCharacters(comparison: Comparison, tokens: readonly number[]): number {
  let shared = 0
  for (const [n, token] of tokens.entries()) {
    shared += sharedInWord(comparison, token)
    if (tokens[n - 1] === token - 1) shared += sharedBefore(comparison, token)
  }
  return shared
}

function sharedInWord({ before, after, heirs }: Comparison, token: number): number {
  const now = at(heirs, token)
  const one = before.text.slice(at(before.starts, token), at(before.ends, token))
  const other = after.text.slice(at(after.starts, now), at(after.ends, now))
  return one === other ? one.length : sharedEnds(one, other)
}

function sharedBefore({ before, after, heirs }: Comparison, token: number): number {
  const now = at(heirs, token)
  if (at(heirs, token - 1) !== now - 1) return 0
  const one = before.text.slice(at(before.ends, token - 1), at(before.starts, token))
  const other = after.text.slice(at(after.ends, now - 1), at(after.starts, now))
  return one === other ? one.length : sharedEnds(one, other)
}

function sharedEnds(one: string, other: string): number {
  const head = sharedHead(one, other)
  return head + sharedTail(one.slice(head), other.slice(head))
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

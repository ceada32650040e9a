// How much of a quote is still there, from 0 to 1: twice the characters of the words that both have, over the characters of both
// (the coefficient of Dice 1945, over characters as in Ratcliff and Obershelp 1988).

import type { Range } from './ends'
import type { Comparison } from './words/comparison'
import { sharedHead, sharedTail } from './words/likeness'
import { at } from './words/numbers'

/** Whether two strings are the same, any white space taken for any other. Stops at the first difference. */
export function isSameButForBlanks(one: string, other: string): boolean {
  if (one === other) return true
  let [here, there] = [pastBlanks(one, 0), pastBlanks(other, 0)]
  while (here < one.length && there < other.length) {
    if (one.charCodeAt(here) !== other.charCodeAt(there)) return false
    const [past, beyond] = [pastBlanks(one, here + 1), pastBlanks(other, there + 1)]
    // A blank on one side alone divides a word.
    const isEnd = past === one.length || beyond === other.length
    if (!isEnd && past > here + 1 !== beyond > there + 1) return false
    here = past
    there = beyond
  }
  return here === one.length && there === other.length
}

/** The similarity of two ranges that have so many characters in common. */
export function similarityOf(shared: number, before: Range, after: Range): number {
  const both = before.end - before.start + after.end - after.start
  // Less than 1: that is kept for what is the very same.
  return Math.min(0.999, Math.round((2000 * shared) / both) / 1000)
}

/** Characters of the given old tokens that their matches have as well, with what stands alike between two of them. */
export function sharedCharacters(comparison: Comparison, tokens: readonly number[]): number {
  let shared = 0
  for (const [n, token] of tokens.entries()) {
    shared += sharedInWord(comparison, token)
    if (tokens[n - 1] === token - 1) shared += sharedBefore(comparison, token)
  }
  return shared
}

function sharedInWord({ before, after, newOf }: Comparison, token: number): number {
  const now = at(newOf, token)
  const [start, end] = [at(before.starts, token), at(before.ends, token)]
  if (at(before.ids, token) === at(after.ids, now)) return end - start
  return sharedEnds(
    before.text.slice(start, end),
    after.text.slice(at(after.starts, now), at(after.ends, now)),
  )
}

function sharedBefore({ before, after, newOf }: Comparison, token: number): number {
  const now = at(newOf, token)
  if (at(newOf, token - 1) !== now - 1) return 0
  const [from, to] = [at(before.ends, token - 1), at(before.starts, token)]
  const [start, end] = [at(after.ends, now - 1), at(after.starts, now)]
  const isOne = to - from === 1 && end - start === 1
  if (isOne) return before.text.charCodeAt(from) === after.text.charCodeAt(start) ? 1 : 0
  return sharedEnds(before.text.slice(from, to), after.text.slice(start, end))
}

/** How many code units two strings have in common from their begin and, of the rest, to their end. */
export function sharedEnds(one: string, other: string): number {
  const head = sharedHead(one, other)
  return head + sharedTail(one.slice(head), other.slice(head))
}

const BLANK = /\s/

function pastBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1
  return at
}

function isBlank(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return BLANK.test(String.fromCharCode(code))
}

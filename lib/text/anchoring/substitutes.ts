// What stands in the place of words that were replaced. Between two neighbours that stand, a few words gave way to a few others: what was
// said of the old ones is said of those. A whole sentence that was written in the place of another one is no substitute.

import { type Comparison, FREE } from './words/comparison'
import { at } from './words/numbers'
import { BLOCK_END, type Tokens } from './words/tokens'

/** The first and the last token of the new text that stand in the place of an old one. */
export type Substitute = { readonly first: number; readonly last: number }

// More words than this, all of them replaced at once, are another passage.
const WORDS_MAXIMUM = 6
// The border of a sentence (see Tokens.joints).
const SENTENCE = 2

/** What stands in the place of an old token that has no match, or null. Constant time. */
export function substituteOf(
  { substituteStarts, substituteEnds }: Comparison,
  token: number,
): Substitute | null {
  const first = at(substituteStarts, token)
  return first === FREE ? null : { first, last: at(substituteEnds, token) }
}

/** Notes what stands in the place of what, wherever a few words lie between neighbours that stand. Linear. */
export function findSubstitutes(comparison: Comparison): void {
  const { newOf } = comparison
  for (let from = 0; from < newOf.length; from += 1) {
    if (at(newOf, from) !== FREE) continue
    let to = from
    while (to < newOf.length && at(newOf, to) === FREE) to += 1
    substitute(comparison, from, to)
    from = to
  }
}

function substitute(comparison: Comparison, from: number, to: number): void {
  const { before, after, newOf, substituteStarts, substituteEnds } = comparison
  if (from === 0 || to === newOf.length) return
  const [newFrom, newTo] = [at(newOf, from - 1) + 1, at(newOf, to)]
  const [olds, news] = [to - from, newTo - newFrom]
  if (olds > WORDS_MAXIMUM || news < 1 || news > WORDS_MAXIMUM) return
  if (!isFree(comparison, newFrom, newTo) || !isWithinSentence(before, from, to)) return
  if (!isWithinSentence(after, newFrom, newTo)) return
  for (let n = 0; n < olds; n += 1) {
    substituteStarts[from + n] = newFrom + Math.floor((n * news) / olds)
    substituteEnds[from + n] = newFrom + Math.ceil(((n + 1) * news) / olds) - 1
  }
}

function isFree({ oldOf, after }: Comparison, from: number, to: number): boolean {
  for (let now = from; now < to; now += 1) {
    if (at(oldOf, now) !== FREE || at(after.ids, now) === BLOCK_END) return false
  }
  return true
}

/** Whether tokens are neither a whole sentence nor go over the border of one. */
export function isWithinSentence(
  { ids, joints, count }: Tokens,
  from: number,
  to: number,
): boolean {
  const begins = at(joints, from) >= SENTENCE
  const ends = to >= count || at(joints, to) >= SENTENCE
  if (begins && ends) return false
  for (let token = from; token < to; token += 1) {
    if (at(ids, token) === BLOCK_END) return false
    if (token > from && at(joints, token) >= SENTENCE) return false
  }
  return true
}

// What stands in the place of words that were replaced. Between two neighbours that stand, a few words gave way to a few others: what was
// said of the old ones is said of those. A whole sentence that was written in the place of another one is no substitute.

import type { Region } from './alignment/grams'
import { type Comparison, FREE, link } from './words/comparison'
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
  forgetWrong(comparison)
  for (let from = 0; from < newOf.length; from += 1) {
    if (at(newOf, from) !== FREE) continue
    let to = from
    while (to < newOf.length && at(newOf, to) === FREE) to += 1
    substitute(comparison, from, to)
    from = to
  }
}

// What stood in a word's place may have found its own like since, or be the end of a block.
function forgetWrong(comparison: Comparison): void {
  const { newOf, substituteStarts, substituteEnds } = comparison
  for (const old of newOf.keys()) {
    const first = at(substituteStarts, old)
    if (first === FREE) continue
    if (!isFree(comparison, first, at(substituteEnds, old) + 1)) substituteStarts[old] = FREE
  }
}

function substitute(comparison: Comparison, from: number, to: number): void {
  const { before, after, newOf } = comparison
  if (from === 0 || to === newOf.length) return
  const [newFrom, newTo] = [at(newOf, from - 1) + 1, at(newOf, to)]
  const [olds, news] = [to - from, newTo - newFrom]
  if (olds > WORDS_MAXIMUM || news < 1 || news > WORDS_MAXIMUM) return
  if (!isFree(comparison, newFrom, newTo) || !isWithinSentence(before, from, to)) return
  if (!isWithinSentence(after, newFrom, newTo)) return
  replaceWithin(comparison, { oldFrom: from, oldTo: to, newFrom, newTo })
}

// A word that both sides of so small a gap have is the same word; what lies before and after it was replaced.
function replaceWithin(comparison: Comparison, gap: Region): void {
  const { before, after, substituteStarts, substituteEnds } = comparison
  const { oldFrom, oldTo, newFrom, newTo } = gap
  for (let old = oldFrom; old < oldTo; old += 1) {
    const now = after.ids.subarray(0, newTo).indexOf(at(before.ids, old), newFrom)
    if (now < 0) continue
    link(comparison, old, now)
    substituteStarts[old] = FREE
    replaceWithin(comparison, { oldFrom, oldTo: old, newFrom, newTo: now })
    replaceWithin(comparison, { oldFrom: old + 1, oldTo, newFrom: now + 1, newTo })
    return
  }
  const [olds, news] = [oldTo - oldFrom, newTo - newFrom]
  for (let n = 0; n < olds; n += 1) {
    substituteStarts[oldFrom + n] = news === 0 ? FREE : newFrom + Math.floor((n * news) / olds)
    substituteEnds[oldFrom + n] = newFrom + Math.ceil(((n + 1) * news) / olds) - 1
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

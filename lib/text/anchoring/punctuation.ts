// Anchors that touch no word: a dash, three dots, a blank. They have a place as long as a word beside them has one.

import type { Range } from './ends'
import { type Comparison, FREE } from './words/comparison'
import { at } from './words/numbers'
import { BLOCK_END } from './words/tokens'

/**
 * The place of a range that lies between the old token `last` and the next. Null if neither found its like, or the signs are gone.
 * `beside`: the old token that it stands beside.
 */
export function betweenWords(
  comparison: Comparison,
  last: number,
  range: Range,
): (Range & { readonly beside: number }) | null {
  const { before, after, newOf } = comparison
  const signs = before.text.slice(range.start, range.end)
  if (signs.trim() === '') return null
  return afterWord() ?? beforeWord()

  function afterWord() {
    const now = at(newOf, last)
    if (last < 0 || now === FREE) return null
    const gapStart = at(after.ends, now)
    const gap = after.text.slice(gapStart, startingFrom(now + 1))
    const found = nearestIn(gap, signs, range.start - at(before.ends, last))
    return found < 0 ? null : placed(gapStart + found, last)
  }

  function beforeWord() {
    let next = last + 1
    while (next < before.count && at(before.starts, next) < range.end) next += 1
    const now = next < newOf.length ? at(newOf, next) : FREE
    if (now === FREE) return null
    const gapStart = endingBefore(now)
    const gap = after.text.slice(gapStart, at(after.starts, now))
    const found = nearestIn(gap, signs, gap.length - (at(before.starts, next) - range.start))
    return found < 0 ? null : placed(gapStart + found, next)
  }

  // Signs may stand on both sides of the end of a block.
  function startingFrom(token: number): number {
    let now = token
    while (now < after.count && at(after.ids, now) === BLOCK_END) now += 1
    return now < after.count ? at(after.starts, now) : after.text.length
  }

  function endingBefore(token: number): number {
    let now = token - 1
    while (now >= 0 && at(after.ids, now) === BLOCK_END) now -= 1
    return now >= 0 ? at(after.ends, now) : 0
  }

  function placed(start: number, beside: number) {
    return { start, end: start + signs.length, beside }
  }
}

function nearestIn(gap: string, signs: string, wanted: number): number {
  const there = gap.indexOf(signs, Math.max(0, wanted))
  return there === wanted ? there : gap.indexOf(signs)
}

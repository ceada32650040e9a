// Anchors that touch no word: a dash, three dots, a blank. They have a place as long as a word beside them has one.

import type { Range } from './ends'
import { type Comparison, FREE } from './words/comparison'
import { at } from './words/numbers'

/**
 * The place of a range that lies between the old token `last` and the next. Null if neither found its like, or the signs are gone.
 * `beside`: the old token that it stands beside.
 */
export function betweenWords(
  comparison: Comparison,
  last: number,
  range: Range,
): (Range & { readonly beside: number }) | null {
  const { before, after, heirs } = comparison
  const signs = before.text.slice(range.start, range.end)
  if (signs.trim() === '') return null
  return afterWord() ?? beforeWord()

  function afterWord() {
    const now = at(heirs, last)
    if (last < 0 || now === FREE) return null
    const gapStart = at(after.ends, now)
    const gap = after.text.slice(gapStart, starting(now + 1))
    const found = nearestIn(gap, signs, range.start - at(before.ends, last))
    return found < 0 ? null : placed(gapStart + found, last)
  }

  function beforeWord() {
    const next = last + 1
    const now = next < heirs.length ? at(heirs, next) : FREE
    if (now === FREE) return null
    const gapStart = now > 0 ? at(after.ends, now - 1) : 0
    const gap = after.text.slice(gapStart, starting(now))
    const found = nearestIn(gap, signs, gap.length - (at(before.starts, next) - range.start))
    return found < 0 ? null : placed(gapStart + found, next)
  }

  function starting(now: number): number {
    return now < after.count ? at(after.starts, now) : after.text.length
  }

  function placed(start: number, beside: number) {
    return { start, end: start + signs.length, beside }
  }
}

function nearestIn(gap: string, signs: string, wanted: number): number {
  const there = gap.indexOf(signs, Math.max(0, wanted))
  return there === wanted ? there : gap.indexOf(signs)
}

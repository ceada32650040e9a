// Errors must not add up over revisions. An anchor keeps the words it was first made on; where they stand again, they are its place,
// and how much it changed is said against them, not against the revision before.

import { alignmentOf } from './alignment/alignment'
import type { Range } from './ends'
import { sharedCharacters, similarityOf } from './similarity'
import { FREE } from './words/comparison'
import { at } from './words/numbers'
import { BLOCK_END } from './words/tokens'

/** Where the original words stand again in `text`, over one of the places that have something of them; null if they do not. */
export function restored(text: string, exact: string, places: readonly Range[]): Range | null {
  let last: Range | null = null
  for (const place of places) {
    // The words beside the last place were looked at with it.
    if (last && place.start >= last.start && place.end <= last.end) continue
    const found = restoredAt(text, exact, place)
    if (found) return found
    last = place
  }
  return null
}

function restoredAt(text: string, exact: string, place: Range): Range | null {
  const from = Math.max(0, place.start - exact.length)
  const around = text.slice(from, place.end + exact.length)
  let best: Range | null = null
  for (let found = around.indexOf(exact); found >= 0; found = around.indexOf(exact, found + 1)) {
    const range = { start: from + found, end: from + found + exact.length }
    if (overlap(range, place) > (best ? overlap(best, place) : 0)) best = range
  }
  return best
}

/** The similarity of two quotes, 0 to 1. As costly as comparing two texts of their length. */
export function similarityOfQuotes(one: string, other: string): number {
  const comparison = alignmentOf(one, other)
  const tokens = [...comparison.newOf.keys()].filter(
    (token) =>
      at(comparison.newOf, token) !== FREE && at(comparison.before.ids, token) !== BLOCK_END,
  )
  const shared = sharedCharacters(comparison, tokens)
  return similarityOf(shared, { start: 0, end: one.length }, { start: 0, end: other.length })
}

function overlap(one: Range, other: Range): number {
  return Math.min(one.end, other.end) - Math.max(one.start, other.start)
}

// What lies between passages that found each other. Between two that follow each other in both texts stands what was edited there; at
// the end of one that was carried elsewhere, the rest of its block.

import { areFree, type Comparison, FREE, link } from '@/lib/text/anchoring/words/comparison'
import { likenessOf } from '@/lib/text/anchoring/words/likeness'
import { at } from '@/lib/text/anchoring/words/numbers'
import { BLOCK_END, type Tokens } from '@/lib/text/anchoring/words/tokens'
import { confidentPairs, type Flanks, replacedPairs } from './confidence'
import { pairsOf, type Stretch, type Words } from './pairing'

/** Cells of one alignment: longer stretches are not aligned word by word as a whole. */
const CELLS_MAXIMUM = 1_000_000
/** The begins and the ends of two texts vouch for what lies between only where that is short. */
const CELLS_BETWEEN_ENDS = 2_500
/** How far off, in tokens, a passage is still nearby, and how much is compared there. */
const NEARBY = 60
// A few words that were replaced are not a sentence that changed its place.
const NEARBY_LEAST = 5
const NEARBY_CELLS_MAXIMUM = 10_000
/** Tokens of a corner when its block is longer. */
const CORNER_MAXIMUM = 160

/** Aligns all that is free between and beside passages that found each other. Linear but for the cells of each gap. */
export function fillGaps(comparison: Comparison): number {
  const words = wordsOf(comparison)
  let found = 0
  for (const [from, to] of freeRanges(comparison.newOf))
    found += fillGap(comparison, words, from, to)
  return found
}

/**
 * Aligns what is still free with what is free a little way off in the new text: sentences that changed places with a neighbour and were
 * edited. Nothing beside them vouches for them, so they must tell more than chance would so near. Bounded for each free range.
 */
export function fillNearby(comparison: Comparison): void {
  const words = wordsOf(comparison)
  for (const [from, to] of freeRanges(comparison.newOf)) {
    if (to - from < NEARBY_LEAST) continue
    for (const [newFrom, newTo] of freeNear(comparison, from, to)) {
      const stretch = { oldFrom: from, oldTo: to, newFrom, newTo }
      if (cellsOf(stretch) > NEARBY_CELLS_MAXIMUM) continue
      align(comparison, words, stretch, { left: false, right: false })
    }
  }
}

// Free ranges of the new text around the neighbours of a free range of the old one.
function freeNear({ newOf, oldOf }: Comparison, from: number, to: number): [number, number][] {
  const left = from > 0 ? at(newOf, from - 1) : 0
  const right = to < newOf.length ? at(newOf, to) : oldOf.length
  const centres = Math.abs(right - left) > NEARBY ? [left, right] : [left]
  return centres
    .flatMap((centre) => freeRanges(oldOf, centre - NEARBY, centre + NEARBY))
    .filter(([first, end]) => end - first >= NEARBY_LEAST)
}

/** What pairing needs of a comparison. */
export function wordsOf(comparison: Comparison): Words {
  const { before, after, bits, vocabulary } = comparison
  return { before, after, bits, isAlike: likenessOf(vocabulary) }
}

/** Stretches that lie between two sure places in both texts, and are too long to be aligned as a whole. */
export function longGaps(comparison: Comparison): Stretch[] {
  return freeRanges(comparison.newOf)
    .map(([from, to]) => between(comparison, from, to))
    .filter((stretch) => stretch !== null)
    .filter((stretch) => cellsOf(stretch) > CELLS_MAXIMUM)
}

/** Ranges of tokens that have not found their like, within `least` and `most`. */
function freeRanges(found: Int32Array, least = 0, most = found.length): [number, number][] {
  const ranges: [number, number][] = []
  const limit = Math.min(found.length, most)
  for (let token = Math.max(0, least); token < limit; token += 1) {
    if (at(found, token) !== FREE) continue
    const from = token
    while (token < limit && at(found, token) === FREE) token += 1
    ranges.push([from, token])
  }
  return ranges
}

function fillGap(comparison: Comparison, words: Words, from: number, to: number): number {
  const whole = between(comparison, from, to)
  if (whole && cellsOf(whole) <= CELLS_MAXIMUM) {
    const isSmall = cellsOf(whole) <= CELLS_BETWEEN_ENDS
    const flanks = {
      left: from > 0 || isSmall,
      right: to < comparison.newOf.length || isSmall,
    }
    return align(comparison, words, whole, flanks)
  }
  const right = rightCorner(comparison, from, to)
  const found = right ? align(comparison, words, right, { left: false, right: true }) : 0
  const left = leftCorner(comparison, from, to)
  return found + (left ? align(comparison, words, left, { left: true, right: false }) : 0)
}

function cellsOf({ oldFrom, oldTo, newFrom, newTo }: Stretch): number {
  return (oldTo - oldFrom) * (newTo - newFrom)
}

/** The stretch between the neighbours of a free range, if they follow each other in the new text as well. */
function between(comparison: Comparison, from: number, to: number): Stretch | null {
  const { newOf, oldOf } = comparison
  const newFrom = from === 0 ? 0 : at(newOf, from - 1) + 1
  const newTo = to === newOf.length ? oldOf.length : at(newOf, to)
  if (newFrom >= newTo) return null
  for (let now = newFrom; now < newTo; now += 1) if (at(oldOf, now) !== FREE) return null
  return { oldFrom: from, oldTo: to, newFrom, newTo }
}

function leftCorner(comparison: Comparison, from: number, to: number): Stretch | null {
  const { before, after, newOf, oldOf } = comparison
  const newFrom = from === 0 ? 0 : at(newOf, from - 1) + 1
  const oldTo = restOfBlock(before, newOf, from, to)
  const newTo = restOfBlock(after, oldOf, newFrom, oldOf.length)
  return newFrom < newTo && from < oldTo ? { oldFrom: from, oldTo, newFrom, newTo } : null
}

function rightCorner(comparison: Comparison, from: number, to: number): Stretch | null {
  const { before, after, newOf, oldOf } = comparison
  const newTo = to === newOf.length ? oldOf.length : at(newOf, to)
  const oldFrom = headOfBlock(before, newOf, to, from)
  const newFrom = headOfBlock(after, oldOf, newTo, 0)
  return newFrom < newTo && oldFrom < to ? { oldFrom, oldTo: to, newFrom, newTo } : null
}

function restOfBlock(tokens: Tokens, found: Int32Array, from: number, most: number): number {
  const limit = Math.min(most, from + CORNER_MAXIMUM)
  let to = from
  while (to < limit && at(found, to) === FREE) {
    to += 1
    if (at(tokens.ids, to - 1) === BLOCK_END) break
  }
  return to
}

function headOfBlock(tokens: Tokens, found: Int32Array, to: number, least: number): number {
  const limit = Math.max(least, to - CORNER_MAXIMUM)
  let from = to
  while (from > limit && at(found, from - 1) === FREE) {
    from -= 1
    if (at(tokens.ids, from) === BLOCK_END) break
  }
  return from
}

function align(comparison: Comparison, words: Words, stretch: Stretch, flanks: Flanks): number {
  comparison.work.cells += cellsOf(stretch)
  const aligned = pairsOf(words, stretch)
  const pairs = confidentPairs(words, stretch, aligned, flanks)
  for (const { old, now } of pairs) if (areFree(comparison, old, now)) link(comparison, old, now)
  for (const { old, now } of replacedPairs(aligned, pairs, stretch, flanks)) {
    comparison.substituteStarts[old] = now
    comparison.substituteEnds[old] = now
  }
  return pairs.length
}

// Where the same few tokens follow each other in both texts. Each such gram speaks for its middle token alone: so no token is counted
// twice, and a gram that reaches over the border of a copied passage does not speak for what lies beyond the border.

import { type Comparison, FREE } from '@/lib/text/anchoring/words/comparison'
import { at } from '@/lib/text/anchoring/words/numbers'

/** Tokens [from, to) of the old text and of the new one. */
export type Region = {
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

export type Grams = {
  /** The gram around each position of the region, old ones first, then new ones; -1 where there is none. */
  readonly around: Int32Array
  /** How often each gram stands in the old and in the new part. */
  readonly oldCounts: Int32Array
  readonly newCounts: Int32Array
  /** New positions of gram g, in order: `places[first[g]]` to `places[first[g + 1] - 1]`. */
  readonly first: Int32Array
  readonly places: Int32Array
}

/** The grams of `size` (odd) free tokens in a region. Linear. */
export function gramsOf(comparison: Comparison, region: Region, size: number): Grams {
  const olds = region.oldTo - region.oldFrom
  const sequence = freeTokens(comparison, region)
  const around = numbered(sequence, olds, size)
  const length = sequence.length
  const oldCounts = new Int32Array(length)
  const newCounts = new Int32Array(length)
  for (let position = 0; position < length; position += 1) {
    const gram = at(around, position)
    if (gram < 0) continue
    const counts = position < olds ? oldCounts : newCounts
    counts[gram] = at(counts, gram) + 1
  }
  return { around, oldCounts, newCounts, ...placesIn(around, olds, newCounts) }
}

function placesIn(around: Int32Array, olds: number, newCounts: Int32Array) {
  const first = new Int32Array(newCounts.length + 1)
  for (let gram = 0; gram < newCounts.length; gram += 1) {
    first[gram + 1] = at(first, gram) + at(newCounts, gram)
  }
  const places = new Int32Array(at(first, newCounts.length))
  const next = first.slice()
  for (let position = olds; position < around.length; position += 1) {
    const gram = at(around, position)
    if (gram < 0) continue
    const place = at(next, gram)
    places[place] = position - olds
    next[gram] = place + 1
  }
  return { first, places }
}

// Both parts in one array, with -1 for what has found its like.
function freeTokens(comparison: Comparison, region: Region): Int32Array {
  const { before, after, newOf, oldOf } = comparison
  const olds = region.oldTo - region.oldFrom
  const sequence = new Int32Array(olds + region.newTo - region.newFrom)
  sequence.set(before.ids.subarray(region.oldFrom, region.oldTo))
  sequence.set(after.ids.subarray(region.newFrom, region.newTo), olds)
  for (let old = region.oldFrom; old < region.oldTo; old += 1) {
    if (at(newOf, old) !== FREE) sequence[old - region.oldFrom] = FREE
  }
  for (let now = region.newFrom; now < region.newTo; now += 1) {
    if (at(oldOf, now) !== FREE) sequence[olds + now - region.newFrom] = FREE
  }
  return sequence
}

// Numbers grams by the first position at which each stands, through an open hash table.
function numbered(sequence: Int32Array, olds: number, size: number): Int32Array {
  const around = new Int32Array(sequence.length).fill(-1)
  const capacity = 2 ** Math.ceil(Math.log2(sequence.length * 2 + 2))
  const table = new Int32Array(capacity).fill(-1)
  const half = size >> 1
  const last = sequence.length - size
  for (let start = 0; start <= last; start += 1) {
    if (start < olds && start + size > olds) continue
    const hash = hashOf(sequence, start, size)
    if (hash < 0) continue
    const slot = slotFor({ sequence, table, size }, start, hash & (capacity - 1))
    if (at(table, slot) < 0) table[slot] = start
    around[start + half] = at(table, slot)
  }
  return around
}

function hashOf(sequence: Int32Array, start: number, size: number): number {
  let hash = 17
  for (let position = start; position < start + size; position += 1) {
    const id = at(sequence, position)
    if (id < 0) return -1
    hash = Math.imul(hash ^ id, 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash & 0x7fffffff
}

type Table = {
  readonly sequence: Int32Array
  readonly table: Int32Array
  readonly size: number
}

function slotFor({ sequence, table, size }: Table, start: number, from: number): number {
  let slot = from
  while (at(table, slot) >= 0 && !isSame(sequence, at(table, slot), start, size)) {
    slot = (slot + 1) & (table.length - 1)
  }
  return slot
}

function isSame(sequence: Int32Array, one: number, other: number, size: number): boolean {
  for (let n = 0; n < size; n += 1) {
    if (at(sequence, one + n) !== at(sequence, other + n)) return false
  }
  return true
}

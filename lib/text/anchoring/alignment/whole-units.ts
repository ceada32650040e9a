// What stands once in the old text and once in the new one, to the letter, can only be itself. So in a text that repeats itself, where all
// parts of a block stand elsewhere too, whole blocks are matched first, before parts compete.

import { bitsOfChance, type Comparison, FREE } from '@/lib/text/anchoring/words/comparison'
import { at } from '@/lib/text/anchoring/words/numbers'
import { BLOCK_END, type Tokens } from '@/lib/text/anchoring/words/tokens'

// Bits that a unit must tell beyond chance to be known again wherever it stands.
const BEYOND_CHANCE = 8

type Unit = {
  readonly from: number
  readonly to: number
  readonly words: string
  /** Whether a block ends with it. */
  readonly isLast: boolean
}

/** Notes for the tokens of such units which ones they can only be; `related` numbers the units (see units.ts). Linear. */
export function matchWholeUnits(comparison: Comparison): void {
  const { before, after, related } = comparison
  const olds = unitsIn(before, related.oldBlocks)
  const news = unitsIn(after, related.newBlocks)
  const partners = pairedOnce(comparison, olds, news)
  extend(olds, news, partners)
  for (const [old, now] of partners.entries()) note(comparison, olds[old], news[now])
}

function unitsIn({ ids, count }: Tokens, numbers: Int32Array): readonly Unit[] {
  const units: Unit[] = []
  for (let from = 0; from < count; ) {
    let to = from
    while (to < count && at(numbers, to) === at(numbers, from) && at(ids, to) !== BLOCK_END) to += 1
    const isLast = to >= count || at(ids, to) === BLOCK_END
    if (to > from) units.push({ from, to, words: ids.subarray(from, to).join(' '), isLast })
    from = isLast ? to + 1 : to
  }
  return units
}

function pairedOnce(
  { before, after, bits }: Comparison,
  olds: readonly Unit[],
  news: readonly Unit[],
): Int32Array {
  const floor = bitsOfChance(before.count, after.count) + BEYOND_CHANCE
  const [once, onceNow] = [standingOnce(olds), standingOnce(news)]
  const partners = new Int32Array(olds.length).fill(FREE)
  for (const [words, old] of once) {
    const now = onceNow.get(words) ?? FREE
    const unit = olds[old]
    if (unit && now !== FREE && told(before, bits, unit) >= floor) partners[old] = now
  }
  return partners
}

// By its words the index of each unit that stands once; FREE for those that stand more often.
function standingOnce(units: readonly Unit[]): Map<string, number> {
  const indexes = new Map<string, number>()
  for (const [n, { words }] of units.entries()) indexes.set(words, indexes.has(words) ? FREE : n)
  for (const [words, n] of indexes) if (n === FREE) indexes.delete(words)
  return indexes
}

// Within a block a sentence that stands often goes with its neighbour. From the later one first: of two copies the later is the original.
function extend(olds: readonly Unit[], news: readonly Unit[], partners: Int32Array): void {
  const taken = new Uint8Array(news.length)
  for (const now of partners) if (now !== FREE) taken[now] = 1
  const pair = (old: number, now: number) => {
    const isFree = at(partners, old) === FREE && at(taken, now) === 0
    if (!isFree || olds[old]?.words !== news[now]?.words) return
    partners[old] = now
    taken[now] = 1
  }
  for (let old = olds.length - 1; old > 0; old -= 1) {
    const now = at(partners, old)
    if (now > 0 && !olds[old - 1]?.isLast && !news[now - 1]?.isLast) pair(old - 1, now - 1)
  }
  for (let old = 0; old < olds.length - 1; old += 1) {
    const now = at(partners, old)
    const isThere = now !== FREE && now + 1 < news.length
    if (isThere && !olds[old]?.isLast && !news[now]?.isLast) pair(old + 1, now + 1)
  }
}

function note({ mates, mateOf }: Comparison, old?: Unit, now?: Unit): void {
  if (!old || !now) return
  for (let n = 0; n < old.to - old.from; n += 1) {
    mates[old.from + n] = now.from + n
    mateOf[now.from + n] = old.from + n
  }
}

function told({ ids }: Tokens, bits: Float64Array, { from, to }: Unit): number {
  let sum = 0
  for (let token = from; token < to; token += 1) sum += at(bits, at(ids, token))
  return sum
}

// Runs: stretches of the old text that stand, token for token, in the new one. Where a stretch begins to stand more or less often, a
// new run begins: a copied passage and what follows it are two runs, so that either copy can be chosen with the same neighbours.

import { type Comparison, FREE } from '@/lib/text/anchoring/words/comparison'
import { at } from '@/lib/text/anchoring/words/numbers'
import { type Grams, gramsOf, type Region } from './grams'
import { areRelated } from './related-blocks'

/** `length` tokens from `old` on, equal to those from `now` on. `bits`: what the match tells. */
export type Run = {
  readonly old: number
  readonly now: number
  length: number
  bits: number
}

// Of a gram that stands in many places, all pairs of places are looked at, as long as all together are no more than a few for each token.
const PAIRS_A_TOKEN = 6
const PAIRS_LEAST = 400_000
// A single word says where it belongs only if it is rare.
const PAIRS_OF_A_WORD = 36
// A joint of tokens at which a copy may begin or end, however alike what follows: that of two sentences.
const BORDER = 2

/** The runs of a region, ordered by their start in the old text. Linear in tokens: pairs of places are bounded by a multiple. */
export function runsIn(comparison: Comparison, region: Region, size: number): Run[] {
  const grams = gramsOf(comparison, region, size)
  const most = Math.min(mostPairs(grams), size === 1 ? PAIRS_OF_A_WORD : Number.POSITIVE_INFINITY)
  const finder = new RunFinder(comparison, region, grams)
  for (let old = 0; old < region.oldTo - region.oldFrom; old += 1) {
    const gram = at(grams.around, old)
    if (gram < 0) continue
    if (finder.visitMate(old, gram)) continue
    const pairs = at(grams.oldCounts, gram) * at(grams.newCounts, gram)
    if (pairs === 0 || pairs > most) continue
    comparison.work.pairs += at(grams.newCounts, gram)
    finder.visit(old, gram)
  }
  return finder.runs
}

class RunFinder {
  readonly runs: Run[] = []
  // By new position: the run that ended there, and the old position at which it did.
  private readonly run: Int32Array
  private readonly row: Int32Array
  private previous = -1

  constructor(
    private readonly comparison: Comparison,
    private readonly region: Region,
    private readonly grams: Grams,
  ) {
    this.run = new Int32Array(region.newTo - region.newFrom + 1)
    this.row = new Int32Array(region.newTo - region.newFrom + 1).fill(-2)
  }

  visit(old: number, gram: number): void {
    const { places, first } = this.grams
    const { oldFrom, newFrom } = this.region
    const goesOn = this.isAsFrequentAs(gram)
    // From the last place to the first: each looks at its left neighbour as the row before left it.
    for (let n = at(first, gram + 1) - 1; n >= at(first, gram); n -= 1) {
      const now = at(places, n)
      const isTaken = at(this.comparison.mateOf, newFrom + now) !== FREE
      if (isTaken || !areRelated(this.comparison, oldFrom + old, newFrom + now)) continue
      this.pair(old, now, goesOn)
    }
    this.previous = gram
  }

  /** Pairs a token of a block that stands elsewhere to the letter with the one it must be, and says whether it is such a one. */
  visitMate(old: number, gram: number): boolean {
    const { mates } = this.comparison
    const { oldFrom, oldTo, newFrom, newTo } = this.region
    const mate = at(mates, oldFrom + old)
    if (mate === FREE) return false
    const now = mate - newFrom
    const isThere =
      mate >= newFrom && mate < newTo && at(this.grams.around, oldTo - oldFrom + now) === gram
    if (isThere) this.pair(old, now, true)
    this.previous = -1
    return true
  }

  private pair(old: number, now: number, goesOn: boolean): void {
    const { before, bits } = this.comparison
    const token = this.region.oldFrom + old
    const worth = at(bits, at(before.ids, token))
    const isOpen = goesOn && at(before.joints, token) < BORDER && at(this.row, now) === old - 1
    const open = isOpen ? this.runs[at(this.run, now)] : undefined
    if (open) {
      open.length += 1
      open.bits += worth
    }
    this.run[now + 1] = open ? at(this.run, now) : this.begin(old, now, worth)
    this.row[now + 1] = old
  }

  private begin(old: number, now: number, bits: number): number {
    const { oldFrom, newFrom } = this.region
    return this.runs.push({ old: oldFrom + old, now: newFrom + now, length: 1, bits }) - 1
  }

  private isAsFrequentAs(gram: number): boolean {
    const { oldCounts, newCounts } = this.grams
    return (
      this.previous >= 0 &&
      at(oldCounts, gram) === at(oldCounts, this.previous) &&
      at(newCounts, gram) === at(newCounts, this.previous)
    )
  }
}

/** The number of pairs beyond which a gram is passed over, so that all pairs together stay within the bound. */
function mostPairs({ oldCounts, newCounts }: Grams): number {
  const length = oldCounts.length
  const bound = Math.max(PAIRS_LEAST, PAIRS_A_TOKEN * length)
  const sums = new Map<number, number>()
  for (let gram = 0; gram < length; gram += 1) {
    const pairs = at(oldCounts, gram) * at(newCounts, gram)
    if (pairs > 0) sums.set(pairs, (sums.get(pairs) ?? 0) + pairs)
  }
  let [most, sum] = [0, 0]
  for (const [pairs, together] of [...sums].sort(([one], [other]) => one - other)) {
    sum += together
    if (sum > bound) break
    most = pairs
  }
  return most
}

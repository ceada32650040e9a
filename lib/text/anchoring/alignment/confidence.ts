// Which pairs of an alignment to believe. Where passages are unrelated, an alignment still pairs their "the" and "of"; where every
// second word was replaced, it pairs no more than that, but more telling words, and beside each other. So a pair counts for what it tells,
// what stands between pairs counts against them, and pairs are believed as far as the balance carries from a neighbour that is sure; an
// island must tell more than chance would within the stretch.

import { at } from '@/lib/text/anchoring/words/numbers'
import { BLOCK_END } from '@/lib/text/anchoring/words/tokens'
import type { Pair, Stretch, Words } from './pairing'

/** Whether the tokens just before the stretch, or just after it, are sure to belong together. */
export type Flanks = { readonly left: boolean; readonly right: boolean }

const TOLD_MAXIMUM = 9
const ALIKE_TOLD = 0.5
const REPLACED_COST = 2.5
const GAP_COST = 3
// How far the balance may fall from its best before what follows stands alone.
const DROP = 12
// What a pair must tell beyond the cost of what it skips.
const AHEAD = 3
const ISLAND_BEYOND_CHANCE = 6
const ONE_SIDED_MAXIMUM = 2

/** Those of the pairs of equal or like words that can be believed. Linear in the pairs. */
export function confidentPairs(
  words: Words,
  stretch: Stretch,
  aligned: readonly Pair[],
  flanks: Flanks,
): Pair[] {
  const pairs = aligned.filter(({ kind }) => kind !== 'other')
  if (isScrambled(words, stretch, pairs)) return []
  const steps = stepsOf(words, stretch, pairs)
  const kept = new Uint8Array(pairs.length)
  if (flanks.left) kept.fill(1, 0, reach(steps.told, steps.costs))
  if (flanks.right) {
    const reached = reach(steps.told.toReversed(), steps.costs.toReversed())
    kept.fill(1, pairs.length - reached)
  }
  const chance =
    Math.log2(stretch.oldTo - stretch.oldFrom) + Math.log2(stretch.newTo - stretch.newFrom)
  keepIslands(steps, kept, chance + ISLAND_BEYOND_CHANCE)
  return pairs.filter((_, n) => kept[n] === 1)
}

// The words of a sentence in another order pair in part whatever the order. More of them out of order than in order is no order.
function isScrambled(words: Words, stretch: Stretch, pairs: readonly Pair[]): boolean {
  const { before, bits } = words
  const left = unpairedNew(words, stretch, pairs)
  const paired = new Set(pairs.map(({ old }) => old))
  let [ordered, crossing] = [0, 0]
  for (let old = stretch.oldFrom; old < stretch.oldTo; old += 1) {
    const id = at(before.ids, old)
    if (id === BLOCK_END) continue
    const others = left.get(id) ?? 0
    if (paired.has(old)) ordered += at(bits, id)
    else if (others > 0) {
      crossing += at(bits, id)
      left.set(id, others - 1)
    }
  }
  return crossing > ordered
}

// How often each word stands in the new stretch without a pair.
function unpairedNew(
  { after }: Words,
  { newFrom, newTo }: Stretch,
  pairs: readonly Pair[],
): Map<number, number> {
  const paired = new Set(pairs.map(({ now }) => now))
  const left = new Map<number, number>()
  for (let now = newFrom; now < newTo; now += 1) {
    const id = at(after.ids, now)
    if (!paired.has(now)) left.set(id, (left.get(id) ?? 0) + 1)
  }
  return left
}

/** What each pair tells, and what lies before it; one more cost for what follows the last. */
type Steps = { readonly told: readonly number[]; readonly costs: readonly number[] }

function stepsOf({ before, bits }: Words, stretch: Stretch, pairs: readonly Pair[]): Steps {
  const told: number[] = []
  const costs: number[] = []
  let [old, now] = [stretch.oldFrom, stretch.newFrom]
  for (const pair of pairs) {
    const id = at(before.ids, pair.old)
    const most = id === BLOCK_END ? 1 : Math.min(TOLD_MAXIMUM, at(bits, id))
    told.push(pair.kind === 'same' ? most : most * ALIKE_TOLD)
    costs.push(skipCost(pair.old - old, pair.now - now))
    old = pair.old + 1
    now = pair.now + 1
  }
  costs.push(skipCost(stretch.oldTo - old, stretch.newTo - now))
  return { told, costs }
}

// Words replaced one for one leave the others where they would be looked for; elsewhere a match may come from any of the places skipped.
function skipCost(olds: number, news: number): number {
  if (olds === news) return REPLACED_COST * olds
  return GAP_COST + Math.log2((olds + 1) * (news + 1)) + Math.min(olds, news)
}

/** How many pairs from the first on are carried by the sure place before them. */
function reach(told: readonly number[], costs: readonly number[]): number {
  let [balance, best, reached] = [0, 0, 0]
  for (const [n, bits] of told.entries()) {
    balance += bits - at(costs, n)
    if (balance < best - DROP) break
    if (balance > best + AHEAD) {
      best = balance
      reached = n + 1
    }
  }
  return reached
}

// Stretches of pairs whose balance stays above zero and comes to more than the floor: Kadane's sums, cut at their best.
function keepIslands({ told, costs }: Steps, kept: Uint8Array, floor: number): void {
  let [balance, best, from, to] = [0, 0, 0, 0]
  const settle = () => {
    if (best >= floor) kept.fill(1, from, to)
  }
  for (const [n, bits] of told.entries()) {
    const carried = balance - at(costs, n)
    if (carried <= 0 || balance < best - DROP) {
      settle()
      balance = 0
      best = 0
      from = n
    } else balance = carried
    balance += bits
    if (balance > best) {
      best = balance
      to = n + 1
    }
  }
  settle()
}

/**
 * The pairs of different words that stand between believed pairs, or sure neighbours, without a gap: words replaced one for one. Where a
 * gap is on one side, a few words are still taken for that.
 */
export function replacedPairs(
  aligned: readonly Pair[],
  believed: readonly Pair[],
  stretch: Stretch,
  flanks: Flanks,
): Pair[] {
  const sure = new Set(believed.map(({ old }) => old))
  if (flanks.left) sure.add(stretch.oldFrom - 1)
  if (flanks.right) sure.add(stretch.oldTo)
  const found: Pair[] = []
  let row: Pair[] = []
  const settle = (last: Pair | undefined) => {
    const isHeld = row[0] !== undefined && isSureBefore(row[0])
    const isHeldAfter = last !== undefined && isSureAfter(last)
    if ((isHeld && isHeldAfter) || ((isHeld || isHeldAfter) && row.length <= ONE_SIDED_MAXIMUM)) {
      found.push(...row)
    }
    row = []
  }
  const byOld = new Map(aligned.map((pair) => [pair.old, pair]))
  const nowOf = (old: number): number | undefined => {
    if (old < stretch.oldFrom) return stretch.newFrom - 1
    return old >= stretch.oldTo ? stretch.newTo : byOld.get(old)?.now
  }
  const isSureBefore = ({ old, now }: Pair) => sure.has(old - 1) && nowOf(old - 1) === now - 1
  const isSureAfter = ({ old, now }: Pair) => sure.has(old + 1) && nowOf(old + 1) === now + 1
  for (const pair of aligned) {
    const last = row.at(-1)
    const goesOn = last && last.old === pair.old - 1 && last.now === pair.now - 1
    if (sure.has(pair.old) || !goesOn) settle(last)
    if (!sure.has(pair.old)) row.push(pair)
  }
  settle(row.at(-1))
  return found
}

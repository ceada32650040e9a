// Chains of runs: the runs of one chain follow each other in both texts, and their score is what they tell, less a cost for what is
// skipped between them. The best chain holds what stayed in order; what was carried elsewhere is in chains of its own. Of two equal
// ways the one through later text wins: what was there before a copy was put in front of it is the original.
//
// Sparse dynamic programming in O(runs · log tokens): Eppstein, Galil, Giancarlo, Italiano 1992; Abouelhoda, Ohlebusch 2005.

import type { Comparison } from '@/lib/text/anchoring/words/comparison'
import { at } from '@/lib/text/anchoring/words/numbers'
import { PrefixMaxima } from './prefix-maxima'
import type { Run } from './runs'

/** A run within its chain. `score`: of the best chain that ends with it. `previous`: the index of the link before it, or -1. */
export type Link = {
  readonly run: Run
  score: number
  previous: number
  /** Where `previous` ends in the new text. */
  place: number
}

/**
 * What holds a chain together. `order`: that both texts are in the same order, so that a chain goes on across whatever was put in or left
 * out. `nearness`: only that its runs stand beside each other; so what was carried elsewhere is taken passage by passage.
 */
export type Bond = 'order' | 'nearness'

// In bits: skipping costs by the token, up to a jump's price. `most`: beyond this a step is none. `carried`: how much of what was told so
// far counts for going on rather than beginning anew.
const COSTS = {
  order: { token: 0.5, jump: 250, most: 250, carried: Number.POSITIVE_INFINITY },
  nearness: { token: 2, jump: 1000, most: 40, carried: 60 },
} as const

// A place within a sentence is a worse one to skip at than its border.
const WITHIN_SENTENCE = [5, 4, 1, 0]
// Both ends of a step within sentences.
const LEAVING_COST_MAXIMUM = 10
// On one diagonal words were replaced one for one; farther apart than this it is a jump like any other.
const SAME_DIAGONAL_MAXIMUM = 64

/** For each run, in the order given (by start in the old text), the best chain that ends with it. */
export function chained(comparison: Comparison, runs: readonly Run[], bond: Bond): Link[] {
  const links: Link[] = runs.map((run) => ({ run, score: run.bits, previous: -1, place: -1 }))
  const byEnd = [...links.keys()].sort((one, other) => oldEnd(links, one) - oldEnd(links, other))
  const near = new PrefixMaxima(comparison.after.count + 2)
  const far = new PrefixMaxima(comparison.after.count + 2)
  const onDiagonal = new Map<number, number>()
  let ended = 0
  for (const [index, link] of links.entries()) {
    for (let last = byEnd[ended]; last !== undefined; last = byEnd[ended]) {
      if (oldEnd(links, last) > link.run.old) break
      enter(comparison, links, last, { near, far, bond })
      ended += 1
    }
    followDiagonal(links, link, onDiagonal)
    followBefore(comparison, links, link, { near, far, bond })
    onDiagonal.set(link.run.now - link.run.old, index)
  }
  return links
}

type Ends = { readonly near: PrefixMaxima; readonly far: PrefixMaxima; readonly bond: Bond }

// All that depends on the run that is left behind; what depends on the one that is reached is added there.
function enter(comparison: Comparison, links: readonly Link[], index: number, ends: Ends): void {
  const link = links[index]
  if (!link) return
  const old = link.run.old + link.run.length
  const now = link.run.now + link.run.length
  const { token, jump, carried } = COSTS[ends.bond]
  const left = Math.min(link.score, carried) - jointCost(comparison, old, now)
  ends.near.raise(now, left + token * (old + now), index)
  ends.far.raise(now, left - jump, index)
}

function followBefore(
  comparison: Comparison,
  links: readonly Link[],
  link: Link,
  { near, far, bond }: Ends,
): void {
  const { old, now } = link.run
  const { token, most, carried } = COSTS[bond]
  const reached = jointCost(comparison, old, now)
  const beside = near.upTo(now)
  const away = far.upTo(now)
  for (const { index, place, value } of [
    { ...beside, value: beside.value - token * (old + now) - reached },
    { ...away, value: away.value - reached },
  ]) {
    const score = links[index]?.score ?? 0
    const cost = Math.min(score, carried) - value
    if (cost <= most + LEAVING_COST_MAXIMUM) follow(link, index, score - cost, place)
  }
}

function followDiagonal(links: readonly Link[], link: Link, onDiagonal: Map<number, number>): void {
  const index = onDiagonal.get(link.run.now - link.run.old) ?? -1
  const before = links[index]
  if (!before) return
  const skipped = link.run.old - before.run.old - before.run.length
  if (skipped > SAME_DIAGONAL_MAXIMUM) return
  follow(link, index, before.score - skipped, before.run.now + before.run.length)
}

function follow(link: Link, index: number, score: number, place: number): void {
  const total = score + link.run.bits
  if (index < 0 || total < link.score) return
  if (total === link.score && place <= link.place) return
  link.score = total
  link.previous = index
  link.place = place
}

function jointCost({ before, after }: Comparison, old: number, now: number): number {
  return at(WITHIN_SENTENCE, Math.min(at(before.joints, old), at(after.joints, now)))
}

function oldEnd(links: readonly Link[], index: number): number {
  const run = links[index]?.run
  return run ? run.old + run.length : 0
}

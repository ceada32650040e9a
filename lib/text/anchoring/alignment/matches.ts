// From chains to what is believed. A chain is cut where it skips much; each piece must tell more than chance would among so many
// places. What a piece accepts is taken: the best chains come first, and a token is accepted once.

import { areFree, bitsOfChance, type Comparison, link } from '@/lib/text/anchoring/words/comparison'
import { at } from '@/lib/text/anchoring/words/numbers'
import { chained, type Link } from './chains'
import type { Region } from './grams'
import { type Run, runsIn } from './runs'

/** What counts as evidence that tokens are the same passage. */
export type Evidence = {
  /** How many tokens in a row; odd. */
  readonly size: number
  /** Bits that a stretch must tell beyond chance to be believed wherever it stands. */
  readonly beyondChance: number
  /** Matching tokens beside the run that count as evidence but are not matched by it. */
  readonly beside: number
}

// A step that costs more than this many bits does not vouch for what is on its other side.
const DEAR_STEP = 12

const PASSES_MAXIMUM = 12

/** Accepts what kept its order in a region, and says how many tokens that is. */
export function acceptInOrder(comparison: Comparison, region: Region, evidence: Evidence): number {
  const runs = framed(comparison, region, runsIn(comparison, region, evidence.size))
  const links = chained(comparison, runs, 'order')
  const best = byScore(links)[0]
  if (best === undefined) return 0
  return acceptPieces(comparison, piecesOf(links, best, new Uint8Array(links.length)), {
    ...evidence,
    floor: floorOf(region, evidence),
  })
}

/** Accepts what was carried elsewhere, in passes until none adds anything, and says how many tokens that is. */
export function acceptMoved(comparison: Comparison, region: Region, evidence: Evidence): number {
  let all = 0
  for (let pass = 0; pass < PASSES_MAXIMUM; pass += 1) {
    const accepted = acceptBestFirst(comparison, region, evidence)
    if (accepted === 0) break
    all += accepted
  }
  return all
}

function acceptBestFirst(comparison: Comparison, region: Region, evidence: Evidence): number {
  const links = chained(comparison, runsIn(comparison, region, evidence.size), 'nearness')
  const bar = { ...evidence, floor: floorOf(region, evidence) }
  const used = new Uint8Array(links.length)
  let accepted = 0
  for (const last of byScore(links)) {
    if (!used[last]) accepted += acceptPieces(comparison, piecesOf(links, last, used), bar)
  }
  return accepted
}

type Bar = Evidence & { readonly floor: number }

function acceptPieces(comparison: Comparison, pieces: readonly Piece[], bar: Bar): number {
  let accepted = 0
  for (const { runs, bits } of pieces) {
    const [last, first] = [runs[0], runs.at(-1)]
    if (!first || !last) continue
    const beside =
      toldBy(comparison, first.old - bar.beside, first.old) +
      toldBy(comparison, last.old + last.length, last.old + last.length + bar.beside)
    if (bits + beside >= bar.floor) accepted += accept(comparison, runs, bar.floor - beside)
  }
  return accepted
}

function toldBy({ before, bits }: Comparison, from: number, to: number): number {
  let sum = 0
  for (let token = Math.max(0, from); token < Math.min(to, before.count); token += 1) {
    sum += at(bits, at(before.ids, token))
  }
  return sum
}

function floorOf({ oldFrom, oldTo, newFrom, newTo }: Region, { beyondChance }: Evidence): number {
  return bitsOfChance(oldTo - oldFrom, newTo - newFrom) + beyondChance
}

// The beginnings and the ends of both texts belong together: a chain that keeps them is the better one of two equal ones.
const FRAME_BITS = 300

function framed(comparison: Comparison, region: Region, runs: Run[]): Run[] {
  const { before, after } = comparison
  const isWhole = region.oldTo === before.count && region.newTo === after.count
  if (!isWhole || region.oldFrom > 0 || region.newFrom > 0) return runs
  const first: Run = { old: 0, now: 0, length: 1, bits: FRAME_BITS }
  const last: Run = {
    old: before.count - 1,
    now: after.count - 1,
    length: 1,
    bits: FRAME_BITS,
  }
  return [first, ...runs, last]
}

// The indexes of links, best first; of equal ones the one in later text.
function byScore(links: readonly Link[]): number[] {
  return links
    .map(({ score, run }, index) => ({ score, now: run.now, index }))
    .sort((one, other) => other.score - one.score || other.now - one.now)
    .map(({ index }) => index)
}

// More than any word tells, and less than a frame.
const BITS_A_TOKEN = 30

type Piece = { readonly runs: readonly Run[]; readonly bits: number }

// Walks a chain from its end to its beginning, or to where a better chain has taken it.
function piecesOf(links: readonly Link[], last: number, used: Uint8Array): Piece[] {
  const pieces: Piece[] = []
  let runs: Run[] = []
  let bits = 0
  for (let index = last; index >= 0 && !used[index]; ) {
    const here = links[index]
    if (!here) break
    used[index] = 1
    const before = links[here.previous]
    const cost = before ? before.score + here.run.bits - here.score : 0
    runs.push(here.run)
    bits += Math.min(here.run.bits, here.run.length * BITS_A_TOKEN)
    if (cost > DEAR_STEP) {
      pieces.push({ runs, bits })
      runs = []
      bits = 0
    } else bits -= cost
    index = here.previous
  }
  pieces.push({ runs, bits })
  return pieces
}

// A better chain may have taken a part of the piece; what is left must still tell enough.
function accept(comparison: Comparison, runs: readonly Run[], floor: number): number {
  const pairs: [number, number][] = []
  let bits = 0
  for (const run of runs) {
    for (let n = 0; n < run.length; n += 1) {
      if (!areFree(comparison, run.old + n, run.now + n)) continue
      pairs.push([run.old + n, run.now + n])
      bits += run.bits / run.length
    }
  }
  if (bits < floor) return 0
  for (const [old, now] of pairs) link(comparison, old, now)
  return pairs.length
}

// From chains to what is believed. A chain is cut where it skips much; each piece must tell more than chance would among so many
// places. What a piece claims is taken: the best chains come first, and a token is claimed once.

import { areFree, bitsOfChance, type Comparison, link } from '@/lib/text/anchoring/words/comparison'
import { chained, type Link } from './chains'
import type { Region } from './grams'
import { type Run, runsIn } from './runs'

/** Bits beyond chance that a stretch must tell to be believed wherever it stands. */
const BEYOND_CHANCE = 8
// A step that costs more than this many bits does not vouch for what is on its other side.
const DEAR_STEP = 12

// Single words say less about each other than words in a row.
const BEYOND_CHANCE_SINGLE = 12
const PASSES_MAXIMUM = 12

/**
 * Claims what can be believed from grams of `size` tokens in a region, and says how many tokens that is: first what kept its order, then,
 * in passes until none adds anything, what was carried elsewhere.
 */
export function claimRuns(comparison: Comparison, region: Region, size: number): number {
  let all = claimInOrder(comparison, region, size)
  for (let pass = 0; pass < PASSES_MAXIMUM; pass += 1) {
    const claimed = claimElsewhere(comparison, region, size)
    if (claimed === 0) break
    all += claimed
  }
  return all
}

// In order there is one best chain.
function claimInOrder(comparison: Comparison, region: Region, size: number): number {
  const runs = framed(comparison, region, runsIn(comparison, region, size))
  const links = chained(comparison, runs, 'order')
  const best = byScore(links)[0]
  if (best === undefined) return 0
  const pieces = piecesOf(links, best, new Uint8Array(links.length))
  return claimPieces(comparison, pieces, floorOf(region, size))
}

function claimElsewhere(comparison: Comparison, region: Region, size: number): number {
  const links = chained(comparison, runsIn(comparison, region, size), 'nearness')
  const floor = floorOf(region, size)
  const used = new Uint8Array(links.length)
  let claimed = 0
  for (const last of byScore(links)) {
    if ((links[last]?.score ?? 0) < floor) break
    if (!used[last]) claimed += claimPieces(comparison, piecesOf(links, last, used), floor)
  }
  return claimed
}

function claimPieces(comparison: Comparison, pieces: readonly Piece[], floor: number): number {
  let claimed = 0
  for (const { runs, bits } of pieces) {
    if (bits >= floor) claimed += claim(comparison, runs, floor)
  }
  return claimed
}

function floorOf({ oldFrom, oldTo, newFrom, newTo }: Region, size: number): number {
  const beyond = size === 1 ? BEYOND_CHANCE_SINGLE : BEYOND_CHANCE
  return bitsOfChance(oldTo - oldFrom, newTo - newFrom) + beyond
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
function claim(comparison: Comparison, runs: readonly Run[], floor: number): number {
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

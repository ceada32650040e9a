// Word by word: the best way to write two short stretches of tokens below each other. Replacing a word costs less than leaving one out
// here and putting one in there, so that with every second word replaced the others still find each other. A gap costs least where it
// begins at the border of a sentence or block; of equal ways the one through later text wins.
//
// Global alignment with affine gaps: Gotoh 1982. Time and memory are the product of both lengths.

import { at } from '@/lib/text/anchoring/words/numbers'
import { BLOCK_END, type Tokens } from '@/lib/text/anchoring/words/tokens'

/**
 * Old token `old` stands above new token `now`. `same`: by the vocabulary; `alike`: a word that is merely like it; `other`: another word
 * in its place.
 */
export type Pair = {
  readonly old: number
  readonly now: number
  readonly kind: 'same' | 'alike' | 'other'
}

export type Stretch = {
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

export type Words = {
  readonly before: Tokens
  readonly after: Tokens
  readonly bits: Float64Array
  readonly isAlike: (one: number, other: number) => boolean
}

const REPLACED = -1
const NOT_A_BLOCK_END = -4
const ALIKE = 0.4
// By the joint at which the gap begins.
const GAP = [3, 2.5, 1.5, 0.5]
const GAP_TOKEN = 0.4

const FROM = { pair: 0, put: 1, left: 2, state: 3, putOn: 4, leftOn: 8 } as const

/** The pairs of the best alignment of a stretch, in order. */
export function pairsOf(words: Words, stretch: Stretch): Pair[] {
  return traced(words, stretch, traces(words, stretch))
}

// One byte a cell: which state is best there, and whether either gap goes on from the cell before.
function traces(words: Words, stretch: Stretch): Uint8Array {
  const { oldFrom, oldTo, newFrom, newTo } = stretch
  const width = newTo - newFrom + 1
  const rows: Rows = {
    trace: new Uint8Array((oldTo - oldFrom + 1) * width),
    best: new Float64Array(width),
    left: new Float64Array(width).fill(Number.NEGATIVE_INFINITY),
  }
  fillTop(words, newFrom, rows)
  for (let old = oldFrom; old < oldTo; old += 1) {
    fillRow(words, { old, newFrom, first: (old - oldFrom + 1) * width }, rows)
  }
  return rows.trace
}

/** `best`: the scores of the row before; `left`: those of its ways that end with an old word left out. */
type Rows = {
  readonly trace: Uint8Array
  readonly best: Float64Array
  readonly left: Float64Array
}

function fillTop(words: Words, newFrom: number, { trace, best }: Rows): void {
  let put = Number.NEGATIVE_INFINITY
  for (let column = 1; column < best.length; column += 1) {
    const opened = at(best, column - 1) - gapCost(words.after, newFrom + column - 1)
    trace[column] = FROM.put | (put > opened ? FROM.putOn : 0)
    put = Math.max(put, opened) - GAP_TOKEN
    best[column] = put
  }
}

type Row = { readonly old: number; readonly newFrom: number; readonly first: number }

function fillRow(words: Words, { old, newFrom, first }: Row, { trace, best, left }: Rows): void {
  const leaving = gapCost(words.before, old)
  let diagonal = Number.NEGATIVE_INFINITY
  let put = Number.NEGATIVE_INFINITY
  for (let column = 0; column < best.length; column += 1) {
    const above = at(best, column)
    const now = newFrom + column - 1
    let mark = at(left, column) > above - leaving ? FROM.leftOn : 0
    left[column] = Math.max(at(left, column), above - leaving) - GAP_TOKEN
    if (column > 0) {
      const opened = at(best, column - 1) - gapCost(words.after, now)
      if (put > opened) mark |= FROM.putOn
      put = Math.max(put, opened) - GAP_TOKEN
    }
    const paired = column > 0 ? diagonal + pairScore(words, old, now) : diagonal
    const score = Math.max(paired, put, at(left, column))
    trace[first + column] = mark | stateOf(score, paired, put)
    diagonal = above
    best[column] = score
  }
}

function stateOf(score: number, paired: number, put: number): number {
  if (score === paired) return FROM.pair
  return score === put ? FROM.put : FROM.left
}

function gapCost(tokens: Tokens, token: number): number {
  return at(GAP, at(tokens.joints, token))
}

function traced(words: Words, stretch: Stretch, trace: Uint8Array): Pair[] {
  const width = stretch.newTo - stretch.newFrom + 1
  const pairs: Pair[] = []
  let row = stretch.oldTo - stretch.oldFrom
  let column = width - 1
  let gap: number = FROM.pair
  while (row > 0 || column > 0) {
    const mark = at(trace, row * width + column)
    const state = gap === FROM.pair ? stateAt(mark, row, column) : gap
    gap = gapBefore(mark, state)
    if (state !== FROM.put) row -= 1
    if (state !== FROM.left) column -= 1
    if (state !== FROM.pair) continue
    pairs.push(pairOf(words, stretch.oldFrom + row, stretch.newFrom + column))
  }
  return pairs.reverse()
}

function gapBefore(mark: number, state: number): number {
  if (state === FROM.put) return mark & FROM.putOn ? FROM.put : FROM.pair
  return state === FROM.left && mark & FROM.leftOn ? FROM.left : FROM.pair
}

function stateAt(mark: number, row: number, column: number): number {
  if (row === 0) return FROM.put
  return column === 0 ? FROM.left : mark & FROM.state
}

function pairOf({ before, after, isAlike }: Words, old: number, now: number): Pair {
  const [one, other] = [at(before.ids, old), at(after.ids, now)]
  if (one === other) return { old, now, kind: 'same' }
  return { old, now, kind: isAlike(one, other) ? 'alike' : 'other' }
}

function pairScore({ before, after, bits, isAlike }: Words, old: number, now: number): number {
  const one = at(before.ids, old)
  const other = at(after.ids, now)
  if (one === other) return Math.max(1, at(bits, one))
  if (one === BLOCK_END || other === BLOCK_END) return NOT_A_BLOCK_END
  return isAlike(one, other) ? ALIKE * at(bits, one) : REPLACED
}

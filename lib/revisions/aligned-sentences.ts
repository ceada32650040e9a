// Which sentence of one text is which of another. Pure.

import { diffArrays } from 'diff'
import { keptPart, wordDiff } from '@/lib/text/word-diff'
import type { Sentence } from './sentences'

/** The same sentence in both texts, edited or not; null on the side where it is not. */
export type Aligned = { readonly was: Sentence | null; readonly is: Sentence | null }

// Sentences of which less is left are two: one went, another came.
const EDITED = 0.4
// Beyond so many pairs to compare in one stretch, sentences are taken in turn.
const PAIRS_MAXIMUM = 4_000

/** The sentences of both in one order. About linear where few changed. */
export function alignedSentences(
  before: readonly Sentence[],
  after: readonly Sentence[],
  language: string,
): Aligned[] {
  const result: Aligned[] = []
  let [old, now] = [0, 0]
  let gone: Sentence[] = []
  let come: Sentence[] = []
  const close = () => {
    result.push(...edited(gone, come, language))
    gone = []
    come = []
  }
  const texts = (sentences: readonly Sentence[]) => sentences.map(({ text }) => text)
  for (const { added, removed, count } of diffArrays(texts(before), texts(after))) {
    const [was, is] = [before.slice(old, old + count), after.slice(now, now + count)]
    if (removed) gone = was
    else if (added) come = is
    else {
      close()
      result.push(...was.map((sentence, n) => ({ was: sentence, is: is[n] ?? null })))
    }
    if (!added) old += count
    if (!removed) now += count
  }
  close()
  return result
}

/** Pairs what went with what came so that the most words are kept, in order (Needleman and Wunsch 1970). */
function edited(gone: readonly Sentence[], come: readonly Sentence[], language: string): Aligned[] {
  const [rows, columns] = [gone.length, come.length]
  if (rows === 0 || columns === 0 || rows * columns > PAIRS_MAXIMUM) return apart(gone, come)
  const likeness = (row: number, column: number): number => {
    const kept = keptPart(wordDiff(gone[row]?.text ?? '', come[column]?.text ?? '', language))
    return kept < EDITED ? 0 : kept
  }
  // best[row][column]: the most that can be kept of what lies behind.
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0))
  const like = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => likeness(row, column)),
  )
  const at = (row: number, column: number) => best[row]?.[column] ?? 0
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const pair = (like[row]?.[column] ?? 0) + at(row + 1, column + 1)
      const line = best[row]
      if (line) line[column] = Math.max(pair, at(row + 1, column), at(row, column + 1))
    }
  }
  return path({ gone, come, like, at })
}

type Table = {
  readonly gone: readonly Sentence[]
  readonly come: readonly Sentence[]
  readonly like: readonly (readonly number[])[]
  readonly at: (row: number, column: number) => number
}

function path(table: Table): Aligned[] {
  const { gone, come } = table
  const result: Aligned[] = []
  let [row, column] = [0, 0]
  while (row < gone.length || column < come.length) {
    const step = stepAt(table, row, column)
    const was = step === 'come' ? null : (gone[row] ?? null)
    const is = step === 'gone' ? null : (come[column] ?? null)
    result.push({ was, is })
    if (was) row += 1
    if (is) column += 1
  }
  return result
}

function stepAt(
  { gone, come, like, at }: Table,
  row: number,
  column: number,
): 'pair' | 'gone' | 'come' {
  if (row >= gone.length) return 'come'
  if (column >= come.length) return 'gone'
  const likeness = like[row]?.[column] ?? 0
  if (likeness > 0 && at(row, column) === likeness + at(row + 1, column + 1)) return 'pair'
  return at(row, column) === at(row + 1, column) ? 'gone' : 'come'
}

function apart(gone: readonly Sentence[], come: readonly Sentence[]): Aligned[] {
  return [...gone.map((was) => ({ was, is: null })), ...come.map((is) => ({ was: null, is }))]
}

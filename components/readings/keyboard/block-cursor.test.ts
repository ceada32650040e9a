import { describe, expect, it } from 'vitest'
import {
  type BlockCursor,
  byParagraph,
  bySentence,
  type CursorText,
  chosen,
  cursorOn,
  extendedByParagraph,
  extendedBySentence,
} from './block-cursor'

// Three paragraphs: "a. b. c" (0-7), "d" (8-9), "e. f" (10-14).
const SENTENCES = [
  [
    { start: 0, end: 2 },
    { start: 3, end: 5 },
    { start: 6, end: 7 },
  ],
  [{ start: 8, end: 9 }],
  [
    { start: 10, end: 12 },
    { start: 13, end: 14 },
  ],
]
const PARAGRAPHS = [
  { start: 0, end: 7 },
  { start: 8, end: 9 },
  { start: 10, end: 14 },
]
const NOWHERE = { start: 0, end: 0 }
const TEXT: CursorText = {
  paragraphs: 3,
  paragraph: (at) => PARAGRAPHS[at] ?? NOWHERE,
  sentences: (at) => SENTENCES[at] ?? [NOWHERE],
}

function chosenAfter(...moves: ((cursor: BlockCursor) => BlockCursor)[]): [number, number] {
  const { start, end } = chosen(
    TEXT,
    moves.reduce((cursor, move) => move(cursor), cursorOn(0)),
  )
  return [start, end]
}

const down = (cursor: BlockCursor) => byParagraph(TEXT, cursor, 1)
const up = (cursor: BlockCursor) => byParagraph(TEXT, cursor, -1)
const right = (cursor: BlockCursor) => bySentence(TEXT, cursor, 1)
const left = (cursor: BlockCursor) => bySentence(TEXT, cursor, -1)
const shiftRight = (cursor: BlockCursor) => extendedBySentence(TEXT, cursor, 1)
const shiftLeft = (cursor: BlockCursor) => extendedBySentence(TEXT, cursor, -1)
const shiftDown = (cursor: BlockCursor) => extendedByParagraph(TEXT, cursor, 1)

describe('choosing words by keyboard', () => {
  it('moves by paragraphs and stops at the ends', () => {
    expect(chosenAfter(down)).toEqual([8, 9])
    expect(chosenAfter(down, down, down)).toEqual([10, 14])
    expect(chosenAfter(up)).toEqual([0, 7])
  })

  it('goes into a paragraph at the end that it moves from', () => {
    expect(chosenAfter(right)).toEqual([0, 2])
    expect(chosenAfter(left)).toEqual([6, 7])
  })

  it('goes by sentences over the edge of a paragraph', () => {
    expect(chosenAfter(right, right, right, right)).toEqual([8, 9])
    expect(chosenAfter(down, right, left)).toEqual([6, 7])
    expect(chosenAfter(down, down, right, right, right)).toEqual([13, 14])
  })

  it('stretches by sentences and shrinks again', () => {
    expect(chosenAfter(right, shiftRight)).toEqual([0, 5])
    expect(chosenAfter(right, shiftRight, shiftRight, shiftRight)).toEqual([0, 9])
    expect(chosenAfter(right, shiftRight, shiftLeft)).toEqual([0, 2])
    expect(chosenAfter(right, right, shiftLeft)).toEqual([0, 5])
  })

  it('stretches a whole paragraph beyond its edge', () => {
    expect(chosenAfter(shiftRight)).toEqual([0, 9])
    expect(chosenAfter(down, shiftLeft)).toEqual([6, 9])
  })

  it('stretches by paragraphs', () => {
    expect(chosenAfter(shiftDown)).toEqual([0, 9])
    expect(chosenAfter(right, right, shiftDown)).toEqual([3, 9])
  })

  it('moves on from where the stretched end is', () => {
    expect(chosenAfter(shiftDown, down)).toEqual([10, 14])
  })
})

// A page of a PDF is letters at places. Put together again: pieces to lines, by where they stand.

import { inColumns } from './pdf-columns'
import { inReadingOrder, LEFTWARD } from './pdf-leftward'
import type { PdfPage, Piece } from './pdf-page'

export type Run = {
  text: string
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly isRaised: boolean
}

export type Line = {
  readonly runs: Run[]
  readonly page: number
  x: number
  right: number
  y: number
  size: number
}

/** The lines of a page, in the order in which it writes them: of columns, one after the other. */
export function linesOf(page: PdfPage, number: number): Line[] {
  const pieces = withoutOverprint(page.pieces)
  return inColumns(rawLines(pieces), page.width).map((line) =>
    lineFrom(inReadingOrder(line), number),
  )
}

type RawLine = { readonly pieces: Piece[]; shape: Shape }
type Shape = { x: number; right: number; y: number; size: number; isLeftward: boolean }

function rawLines(pieces: readonly Piece[]): Piece[][] {
  const lines: RawLine[] = []
  for (const piece of pieces) {
    if (piece.text === '') continue
    const last = lines.at(-1)
    if (last && continues(last.shape, piece)) take(last, piece)
    // A space has a place as well, but not always one that means anything.
    else if (piece.text.trim() === '')
      last?.pieces.push({ ...piece, x: last.shape.right, width: 0 })
    else lines.push({ pieces: [piece], shape: shapeOf(piece) })
  }
  return lines.map((line) => line.pieces)
}

function shapeOf({ x, y, width, size, text }: Piece): Shape {
  return { x, y, right: x + width, size, isLeftward: LEFTWARD.test(text) }
}

function take({ pieces, shape }: RawLine, piece: Piece): void {
  pieces.push(piece)
  shape.x = Math.min(shape.x, piece.x)
  shape.right = Math.max(shape.right, piece.x + piece.width)
  shape.isLeftward ||= LEFTWARD.test(piece.text)
  if (piece.size > shape.size && piece.text.trim() !== '') {
    shape.size = piece.size
    shape.y = piece.y
  }
}

// Some programs print bold letters twice, a hair apart.
function withoutOverprint(pieces: readonly Piece[]): readonly Piece[] {
  const seen = new Map<string, Piece[]>()
  return pieces.filter((piece) => {
    if (piece.text.trim() === '') return true
    const same = seen.get(piece.text) ?? []
    const near = piece.size * 0.12
    const isAgain = same.some(
      ({ x, y }) => Math.abs(x - piece.x) < near && Math.abs(y - piece.y) < near,
    )
    // Only the last few: what is printed twice is printed at once.
    if (!isAgain) seen.set(piece.text, [...same.slice(-8), piece])
    return !isAgain
  })
}

function lineFrom(pieces: readonly Piece[], page: number): Line {
  const [first, ...rest] = pieces
  if (!first) throw new Error('A line has at least one piece.')
  const { x, y, size, width } = first
  const line = { runs: [runFrom(first, false)], page, x, y, right: x + width, size }
  let before = first
  for (const piece of rest) {
    addPiece(line, piece, before)
    before = piece
  }
  return line
}

// On the same height, or raised or lowered by less than a line, and on in the direction of the script.
function continues(line: Shape, piece: Piece): boolean {
  const larger = Math.max(line.size, piece.size)
  const gap = gapBetween(line, piece)
  return Math.abs(piece.y - line.y) < larger * 0.45 && gap > -larger && gap < larger * 6
}

/** How far a piece stands from the end of the line that it may continue; of a script that runs leftward, from its left end. */
function gapBetween(line: Shape, piece: Piece): number {
  const isLeftward = piece.x < line.x && (line.isLeftward || LEFTWARD.test(piece.text))
  return isLeftward ? line.x - (piece.x + piece.width) : piece.x - line.right
}

/** The distance of two pieces that follow each other, in whichever direction. */
function distance(one: Piece, other: Piece): number {
  const [left, right] = one.x <= other.x ? [one, other] : [other, one]
  return right.x - (left.x + left.width)
}

function addPiece(line: Line, piece: Piece, before: Piece): void {
  const isRaised = piece.size < line.size * 0.8 && piece.y > line.y + line.size * 0.12
  const last = line.runs.at(-1)
  const isSpaced = distance(before, piece) > Math.min(line.size, piece.size) * 0.16
  const space =
    isSpaced && !/\s$/.test(last?.text ?? '') && !/^[\s\p{M}]/u.test(piece.text) ? ' ' : ''
  const run = runFrom(piece, isRaised)
  if (last && isSameLook(last, run)) last.text += space + run.text
  else line.runs.push({ ...run, text: space + run.text })
  line.x = Math.min(line.x, piece.x)
  line.right = Math.max(line.right, piece.x + piece.width)
  if (piece.size > line.size && piece.text.trim() !== '') {
    line.size = piece.size
    line.y = piece.y
  }
}

function runFrom({ text, font }: Piece, isRaised: boolean): Run {
  return {
    text,
    isRaised,
    isBold: /bold|black|heavy|semibold|demi/i.test(font),
    isItalic: /italic|oblique/i.test(font),
  }
}

function isSameLook(one: Run, other: Run): boolean {
  return (
    one.isBold === other.isBold &&
    one.isItalic === other.isItalic &&
    one.isRaised === other.isRaised
  )
}

export function textOfLine(line: Line): string {
  return line.runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

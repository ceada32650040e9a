// Columns. Most programs write one column after the other; some write across the page, line by line, and put the words of two columns
// next to each other.

import type { Piece } from './pdf-page'

const GUTTER_MINIMUM = 8
const LINES_MINIMUM = 5
// So many lines may cross a gutter: titles, tables and pictures that are as wide as the page.
const CROSSING_MAXIMUM = 0.35
const FILLED = 0.6
// Of the page's width.
const COLUMN_MINIMUM = 0.2

type Box = {
  readonly pieces: readonly Piece[]
  readonly x: number
  readonly right: number
  readonly y: number
}

/** The lines of a page, those of two columns that were written across the page put one column after the other. */
export function inColumns(
  lines: readonly (readonly Piece[])[],
  width: number,
): readonly (readonly Piece[])[] {
  const gutter = gutterIn(lines.flat(), width)
  if (gutter === null) return lines
  const parts = lines.flatMap((line) => splitAt(line, gutter))
  const left = parts.filter(({ right }) => right <= gutter)
  const right = parts.filter(({ x }) => x >= gutter)
  const crossing = parts.length - left.length - right.length
  const isOfText =
    left.length >= LINES_MINIMUM &&
    right.length >= LINES_MINIMUM &&
    crossing <= parts.length * CROSSING_MAXIMUM &&
    areFilled(left, width) &&
    areFilled(right, width)
  if (!isOfText || !isWrittenAcross(parts, gutter)) return lines
  return byColumns(parts, gutter)
}

/** Where an empty strip runs down the middle of a page; null where none does. */
function gutterIn(pieces: readonly Piece[], width: number): number | null {
  const words = pieces.filter(({ text }) => text.trim() !== '')
  const counts = coverage(words, width)
  const most = words.length * 0.1
  let best = { from: 0, to: 0 }
  let from: number | null = null
  for (let at = Math.round(width * 0.3); at < width * 0.75; at++) {
    const isEmpty = (counts[at] ?? 0) <= most
    from = isEmpty ? (from ?? at) : null
    if (from !== null && at - from > best.to - best.from) best = { from, to: at }
  }
  return best.to - best.from >= GUTTER_MINIMUM ? (best.from + best.to) / 2 : null
}

/** By how many pieces each point across a page is covered. */
function coverage(pieces: readonly Piece[], width: number): readonly number[] {
  const counts = new Array<number>(Math.ceil(width) + 1).fill(0)
  for (const { x, width: wide } of pieces) {
    const to = Math.min(counts.length - 1, Math.floor(x + wide))
    for (let at = Math.max(0, Math.ceil(x)); at <= to; at++) counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

function splitAt(line: readonly Piece[], gutter: number): Box[] {
  // A space may be as wide as the gutter.
  const isSpace = ({ text }: Piece) => text.trim() === ''
  const before = line.filter(
    (one) => one.x + one.width <= gutter || (isSpace(one) && one.x < gutter),
  )
  const after = line.filter(({ x }) => x >= gutter)
  const isParted = before.length + after.length === line.length
  const isWhole = !isParted || before.every(isSpace) || after.every(isSpace)
  return isWhole ? [boxOf(line)] : [boxOf(before), boxOf(after)]
}

function boxOf(pieces: readonly Piece[]): Box {
  const words = pieces.filter(({ text }) => text.trim() !== '')
  return {
    pieces,
    x: Math.min(...words.map(({ x }) => x)),
    right: Math.max(...words.map(({ x, width }) => x + width)),
    y: pieces[0]?.y ?? 0,
  }
}

// Cells of a table are short; lines of a text run on to the end of their column.
function areFilled(boxes: readonly Box[], width: number): boolean {
  const from = Math.min(...boxes.map(({ x }) => x))
  const to = Math.max(...boxes.map(({ right }) => right))
  const filled = boxes.filter(
    ({ x, right }) => right - x > Math.max((to - from) * 0.7, width * COLUMN_MINIMUM),
  )
  return filled.length >= boxes.length * FILLED
}

function isWrittenAcross(parts: readonly Box[], gutter: number): boolean {
  let changes = 0
  for (const [at, part] of parts.entries()) {
    const before = parts[at - 1]
    if (before && isRight(before, gutter) !== isRight(part, gutter)) changes += 1
  }
  return changes > parts.length * 0.3
}

function isRight({ x }: Box, gutter: number): boolean {
  return x >= gutter
}

// What is as wide as the page parts what stands above it from what stands below.
function byColumns(parts: readonly Box[], gutter: number): (readonly Piece[])[] {
  const ordered: Box[] = []
  let left: Box[] = []
  let right: Box[] = []
  const close = () => {
    ordered.push(...left, ...right)
    left = []
    right = []
  }
  for (const part of [...parts].sort((one, other) => other.y - one.y)) {
    if (part.right <= gutter) left.push(part)
    else if (part.x >= gutter) right.push(part)
    else {
      close()
      ordered.push(part)
    }
  }
  close()
  return ordered.map(({ pieces }) => pieces)
}

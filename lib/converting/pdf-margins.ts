// What a printed page carries above and below its text: running heads and page numbers. They are no part of the text. They are known by
// standing apart from it and by coming again at the same place, wherever on the page that is.

import type { Tally } from './converted'
import { type Line, textOfLine } from './pdf-lines'
import type { PdfPage } from './pdf-page'

const ZONE = 0.09
const REPEATS = 3
// So many lines from the top and the bottom of a page may be no text.
const DEPTH = 3
const SAME_PLACE = 4
const NUMBER =
  /^(?:[-–—·•\s]*(?:page|seite|p\.|pag\.)?\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|von|de)\s*\d{1,4})?[-–—·•\s]*$/i

/** The lines without running heads and page numbers, which are counted as dropped. */
export function withoutMargins(
  lines: readonly Line[],
  pages: readonly PdfPage[],
  tally: Tally,
): Line[] {
  const text = textLook(lines)
  const marginal = pagesOf(lines).flatMap((page) => outermost(page, pages, text))
  const isRepeated = repeatedAmong(marginal)
  const dropped = new Set<Line>()
  for (const { line, isInZone } of marginal) {
    const isNumber = NUMBER.test(textOfLine(line))
    const isHead = isRepeated(line) && (isInZone || !isLikeText(line, text))
    if (!dropped.has(line) && (isHead || (isNumber && isInZone))) {
      tally.drop(isNumber ? 'page-number' : 'running-head')
      dropped.add(line)
    }
  }
  return lines.filter((line) => !dropped.has(line))
}

type TextLook = { readonly size: number; readonly leading: number; readonly width: number }

function textLook(lines: readonly Line[]): TextLook {
  const sizes = new Map<number, number>()
  const gaps = new Map<number, number>()
  const widths: number[] = []
  for (const [at, line] of lines.entries()) {
    add(sizes, Math.round(line.size * 2) / 2, textOfLine(line).length)
    const before = lines[at - 1]
    const gap = before?.page === line.page ? before.y - line.y : 0
    if (gap > 0 && gap < line.size * 2) add(gaps, Math.round(gap * 2) / 2, 1)
    widths.push(line.right - line.x)
  }
  const size = mostOf(sizes) || 10
  widths.sort((one, other) => one - other)
  return {
    size,
    leading: mostOf(gaps) || size * 1.3,
    width: widths[Math.floor(widths.length * 0.8)] ?? 0,
  }
}

function add(counts: Map<number, number>, key: number, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}

function mostOf(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0] ?? 0
}

function pagesOf(lines: readonly Line[]): Line[][] {
  const pages = new Map<number, Line[]>()
  for (const line of lines) {
    const page = pages.get(line.page)
    if (page) page.push(line)
    else pages.set(line.page, [line])
  }
  return [...pages.values()]
}

type Marginal = { readonly line: Line; readonly isInZone: boolean }

/** The lines at the top and the bottom of a page that stand apart from those between them. */
function outermost(page: readonly Line[], pages: readonly PdfPage[], look: TextLook): Marginal[] {
  const ordered = [...page].sort((one, other) => other.y - one.y)
  const height = pages[page[0]?.page ?? 0]?.height ?? 0
  return [...apart(ordered, look), ...apart(ordered.toReversed(), look)].map((line) => ({
    line,
    isInZone: line.y < height * ZONE || line.y > height * (1 - ZONE),
  }))
}

// From outside inward, row by row, as long as a wider space than between lines of the text follows.
function apart(ordered: readonly Line[], { leading, size }: TextLook): Line[] {
  const found: Line[] = []
  let row: Line[] = []
  for (const [at, line] of ordered.entries()) {
    row.push(line)
    const next = ordered[at + 1]
    const gap = next ? Math.abs(next.y - line.y) : Number.POSITIVE_INFINITY
    if (gap < size * 0.5) continue
    if (gap > leading * 1.4) {
      found.push(...row)
      row = []
    }
    if (found.length + row.length > DEPTH) break
  }
  return found.length > DEPTH * 2 ? [] : found
}

// A sentence that happens to stand alone is text: as large and as wide as the text, or broken off.
function isLikeText(line: Line, { size, width }: TextLook): boolean {
  const isBroken = /[-\u00ad\u2010]$/.test(textOfLine(line))
  const isSameSize = Math.abs(line.size - size) < 0.3
  return isBroken || (isSameSize && line.right - line.x > width * 0.6)
}

function repeatedAmong(marginal: readonly Marginal[]): (line: Line) => boolean {
  const heads = new Map<string, Line[]>()
  for (const { line } of marginal) {
    const key = keyOf(line)
    const same = heads.get(key)
    if (same) same.push(line)
    else heads.set(key, [line])
  }
  return (line) => {
    const near = (heads.get(keyOf(line)) ?? []).filter(
      ({ y }) => Math.abs(y - line.y) <= SAME_PLACE,
    )
    return new Set(near.map(({ page }) => page)).size >= REPEATS
  }
}

// A running head changes by the number of its page, and on left and right pages.
function keyOf(line: Line): string {
  return textOfLine(line)
    .replace(/\d+|^[ivxlc]+\b|\b[ivxlc]+$/gi, '#')
    .toLowerCase()
}

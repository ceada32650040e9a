// Notes at the foot of a page or a column: smaller than the text, begun by a sign, and nothing of the text below them.

import { type Line, textOfLine } from './pdf-lines'

const SMALLER = 0.92
const SIGN =
  /^(?:[[(]?\d{1,3}[\])]?[.:]?|[*†‡§¶]{1,3}|[a-z][.)])\s*\p{L}|^(?:\d{1,3}|[*†‡§¶]{1,3})\s*["“„«'‘(\p{L}\p{N}]/u

/** The lines of notes, each with the number of its note, in order. Linear in the lines of a page squared at worst. */
export function notesAmong(lines: readonly Line[]): ReadonlyMap<Line, number> {
  const small = bodySize(lines) * SMALLER
  const notes = new Map<Line, number>()
  let number = -1
  for (const page of byPage(lines)) {
    for (const { line, begins } of footOf(page, small)) {
      if (begins) number += 1
      notes.set(line, number)
    }
  }
  return notes
}

function footOf(page: readonly Line[], small: number): { line: Line; begins: boolean }[] {
  const text = page.filter(({ size }) => size > small)
  const found: { line: Line; begins: boolean }[] = []
  for (const line of page) {
    if (line.size > small || hasTextBelow(line, text)) continue
    const before = found.at(-1)?.line
    const begins = SIGN.test(textOfLine(line))
    if (begins || (before && isNextLine(before, line))) found.push({ line, begins })
  }
  return found
}

function isNextLine(before: Line, line: Line): boolean {
  const gap = before.y - line.y
  return gap > 0 && gap < before.size * 1.8 && line.x < before.right && line.right > before.x
}

function hasTextBelow(line: Line, text: readonly Line[]): boolean {
  return text.some(({ x, right, y }) => y < line.y - 1 && x < line.right && right > line.x)
}

function byPage(lines: readonly Line[]): Line[][] {
  const pages = new Map<number, Line[]>()
  for (const line of lines) {
    const page = pages.get(line.page)
    if (page) page.push(line)
    else pages.set(line.page, [line])
  }
  return [...pages.values()]
}

function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2
    letters.set(size, (letters.get(size) ?? 0) + textOfLine(line).length)
  }
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [10, 0])[0]
}

// What a printed page carries above and below its text: running heads and page numbers. They are no part of the text.

import type { Tally } from './converted'
import { type Line, type PdfPage, textOfLine } from './pdf-lines'

const ZONE = 0.09
const REPEATS = 3
const NUMBER =
  /^(?:[-–—·•\s]*(?:page|seite|p\.|pag\.)?\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|von|de)\s*\d{1,4})?[-–—·•\s]*$/i

/** The lines without running heads and page numbers, which are counted as dropped. */
export function withoutMargins(
  lines: readonly Line[],
  pages: readonly PdfPage[],
  tally: Tally,
): Line[] {
  const marginal = lines.filter((line) => isMarginal(line, pages))
  const heads = new Map<string, Set<number>>()
  for (const line of marginal) {
    const key = keyOf(line)
    heads.set(key, (heads.get(key) ?? new Set()).add(line.page))
  }
  const left = new Set(marginal)
  return lines.filter((line) => {
    if (!left.has(line)) return true
    if (NUMBER.test(textOfLine(line))) tally.drop('page-number')
    else if ((heads.get(keyOf(line))?.size ?? 0) >= REPEATS) tally.drop('running-head')
    else return true
    return false
  })
}

function isMarginal({ y, page }: Line, pages: readonly PdfPage[]): boolean {
  const height = pages[page]?.height ?? 0
  return y < height * ZONE || y > height * (1 - ZONE)
}

// A running head changes by the number of its page, and on left and right pages.
function keyOf(line: Line): string {
  return textOfLine(line).replace(/\d+/g, '#').toLowerCase()
}

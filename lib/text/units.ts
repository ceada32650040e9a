// Words, sentences and paragraphs, by the rules of the text's language, so that a passage can be chosen by keyboard. Offsets are
// UTF-16 in the whole text; a paragraph is a line of it.

import { segmentsIn } from './segmenter'

export type UnitRange = { readonly start: number; readonly end: number }

/** The words of a text, without what stands between them. Linear. */
export function words(text: string, language: string): UnitRange[] {
  const units: UnitRange[] = []
  for (const { segment, index, isWordLike } of segmentsIn(text, language, 'word')) {
    if (isWordLike) units.push({ start: index, end: index + segment.length })
  }
  return units
}

/** The sentences of a text, without the spaces after them. A sentence never goes beyond its line. Linear. */
export function sentences(text: string, language: string): UnitRange[] {
  return paragraphs(text).flatMap((line) =>
    Array.from(
      segmentsIn(text.slice(line.start, line.end), language, 'sentence'),
      ({ segment, index }) => trimmed(text, line.start + index, segment.length),
    ).filter(({ start, end }) => start < end),
  )
}

/** The lines of a text that have words. Linear. */
export function paragraphs(text: string): UnitRange[] {
  const units: UnitRange[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const unit = trimmed(text, start, line.length)
    if (unit.start < unit.end) units.push(unit)
    start += line.length + 1
  }
  return units
}

/** The smallest range of whole units that covers a range; the range itself where no unit touches it. Units are sorted. */
export function expand(units: readonly UnitRange[], range: UnitRange): UnitRange {
  const touched = units.filter(({ start, end }) => start < range.end && end > range.start)
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) return range
  return { start: Math.min(first.start, range.start), end: Math.max(last.end, range.end) }
}

/** The range with one unit more or less at its end; never empty, never beyond the last unit. Units are sorted. */
export function extend(
  units: readonly UnitRange[],
  range: UnitRange,
  direction: 'forward' | 'back',
): UnitRange {
  if (direction === 'forward') {
    const next = units.find(({ end }) => end > range.end)
    return next ? { start: range.start, end: next.end } : range
  }
  const before = units.findLast(({ start, end }) => end < range.end && start >= range.start)
  return before ? { start: range.start, end: before.end } : range
}

/** The first unit that begins behind a place. Units are sorted. */
export function nextUnit(units: readonly UnitRange[], offset: number): UnitRange | undefined {
  return units.find(({ start }) => start > offset)
}

/** The last unit that begins before a place. Units are sorted. */
export function previousUnit(units: readonly UnitRange[], offset: number): UnitRange | undefined {
  return units.findLast(({ start }) => start < offset)
}

function trimmed(text: string, start: number, length: number): UnitRange {
  const piece = text.slice(start, start + length)
  const from = start + piece.length - piece.trimStart().length
  return { start: from, end: Math.max(from, start + piece.trimEnd().length) }
}

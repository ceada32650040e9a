// What was kept of a text while its document was edited, step by step: a row of pieces that covers the document's positions, each of
// which knows from where in the text it comes, or that it is new. Immutable; a step costs the number of pieces.

import type { KeptRun } from '@/lib/text/kept-runs'
import type { TextTable } from './text-table'

/** `size` positions of the document; `from` is the offset in the base's text of the character at the first; null: none of it. */
export type Piece = { readonly size: number; readonly from: number | null }
export type Pieces = readonly Piece[]

/** A stretch of positions that a step replaced by `newSize` others. */
export type Replaced = {
  readonly start: number
  readonly oldSize: number
  readonly newSize: number
}

/** The pieces of a document of `size` positions, of whose text `kept` came from the base. */
export function piecesOf(size: number, table: TextTable, kept: readonly KeptRun[]): Pieces {
  const runs = table.runs.map((run) => ({
    ...run,
    start: run.offset,
    end: run.offset + run.length,
  }))
  const came = kept
    .map(([from, to, length]) => ({ from, start: to, end: to + length }))
    .toSorted((one, other) => one.start - other.start)
  const pieces: Piece[] = []
  let covered = 0
  for (const { one: run, other, start, end } of overlaps(runs, came)) {
    const at = run.pos + start - run.offset
    pieces.push(
      { size: at - covered, from: null },
      { size: end - start, from: other.from + start - other.start },
    )
    covered = at + end - start
  }
  pieces.push({ size: size - covered, from: null })
  return joined(pieces)
}

/** The pieces after a stretch was replaced by something new. */
export function replaced(pieces: Pieces, { start, oldSize, newSize }: Replaced): Pieces {
  const fresh = { size: newSize, from: null }
  return joined([...cut(pieces, 0, start), fresh, ...cut(pieces, start + oldSize, Infinity)])
}

/** The pieces after the stretch from–to was taken to a place outside of it; `to` and `target` are positions before the move. */
export function moved(
  pieces: Pieces,
  { from, to, target }: { readonly from: number; readonly to: number; readonly target: number },
): Pieces {
  const taken = cut(pieces, from, to)
  return joined(
    target <= from
      ? [
          ...cut(pieces, 0, target),
          ...taken,
          ...cut(pieces, target, from),
          ...cut(pieces, to, Infinity),
        ]
      : [
          ...cut(pieces, 0, from),
          ...cut(pieces, to, target),
          ...taken,
          ...cut(pieces, target, Infinity),
        ],
  )
}

/** What was kept, from the base's text to the text of the document as it is now. Newlines between kept blocks count as kept. */
export function keptRuns(pieces: Pieces, { runs, text }: TextTable): KeptRun[] {
  const placed = runs.map((run) => ({ ...run, start: run.pos, end: run.pos + run.length }))
  const kept: KeptRun[] = []
  for (const { one, other, start, end } of overlaps(spansOf(pieces), placed)) {
    add(kept, text, [one.from + start - one.start, other.offset + start - other.pos, end - start])
  }
  return kept
}

type Stretch = { readonly start: number; readonly end: number }

function spansOf(pieces: Pieces): (Stretch & { readonly from: number })[] {
  let at = 0
  return pieces.flatMap(({ size, from }) => {
    const start = at
    at += size
    return from === null ? [] : [{ start, end: at, from }]
  })
}

/** What two rows of disjoint stretches in order have in common. Linear. */
function overlaps<One extends Stretch, Other extends Stretch>(
  ones: readonly One[],
  others: readonly Other[],
): (Stretch & { readonly one: One; readonly other: Other })[] {
  const found: (Stretch & { readonly one: One; readonly other: Other })[] = []
  let [at, next] = [0, 0]
  for (
    let one = ones[at], other = others[next];
    one && other;
    one = ones[at], other = others[next]
  ) {
    const start = Math.max(one.start, other.start)
    const end = Math.min(one.end, other.end)
    if (start < end) found.push({ one, other, start, end })
    if (one.end < other.end) at += 1
    else next += 1
  }
  return found
}

/** Where the characters from `start` to `end` of the base's text stand now: from the first to the last that is left; null when none is. */
export function positionsOf(
  pieces: Pieces,
  { start, end }: Stretch,
): { readonly from: number; readonly to: number } | null {
  const left = spansOf(pieces).flatMap((span) => {
    const first = Math.max(start, span.from)
    const last = Math.min(end, span.from + span.end - span.start)
    const at = span.start - span.from
    return first < last ? [{ from: at + first, to: at + last }] : []
  })
  const [first, last] = [left[0], left.at(-1)]
  return first && last ? { from: first.from, to: last.to } : null
}

function add(kept: KeptRun[], text: string, [from, to, length]: KeptRun): void {
  const last = kept.at(-1)
  const gap = last ? to - (last[1] + last[2]) : 0
  const follows = last && from - (last[0] + last[2]) === gap
  if (follows && (gap === 0 || (gap === 1 && text[to - 1] === '\n'))) {
    kept[kept.length - 1] = [last[0], last[1], last[2] + gap + length]
  } else kept.push([from, to, length])
}

function cut(pieces: Pieces, from: number, to: number): Piece[] {
  const result: Piece[] = []
  let at = 0
  for (const piece of pieces) {
    const first = Math.max(from, at)
    const last = Math.min(to, at + piece.size)
    if (first < last) {
      const came = piece.from === null ? null : piece.from + first - at
      result.push({ size: last - first, from: came })
    }
    at += piece.size
  }
  return result
}

function joined(pieces: readonly Piece[]): Pieces {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (piece.size <= 0) continue
    if (last && follows(last, piece)) {
      result[result.length - 1] = { ...last, size: last.size + piece.size }
    } else result.push(piece)
  }
  return result
}

function follows(one: Piece, next: Piece): boolean {
  if (one.from === null || next.from === null) return one.from === next.from
  return one.from + one.size === next.from
}

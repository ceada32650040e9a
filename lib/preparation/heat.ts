// How much was written where and when: notes by paragraph, by type and by day. Pure; drawn by components/preparation.

import type { Paragraph } from './paragraphs'

export const HEAT_KINDS = ['support', 'oppose', 'nuance', 'question', 'note', 'highlight'] as const
export type HeatKind = (typeof HEAT_KINDS)[number]

/** So many notes of a type on a day that begin between two paragraphs' beginnings. */
export type Counted = {
  /** 0: before the first paragraph; n: in the n-th. */
  readonly bucket: number
  readonly kind: string
  /** `2026-11-02`, in the time zone of the course. */
  readonly day: string
  readonly notes: number
}

export type HeatRow = Paragraph & {
  readonly total: number
  readonly byDay: ReadonlyMap<string, number>
  readonly byKind: ReadonlyMap<HeatKind, number>
}

export type Heat = {
  /** Every day from the first note to the last, those without notes too; the latest few of very many. */
  readonly days: readonly string[]
  readonly rows: readonly HeatRow[]
}

const DAYS_SHOWN = 21
const DAY_MS = 86_400_000

/** The rows of the picture. What lies outside the assigned paragraphs is left out. Linear. */
export function heatOf(paragraphs: readonly Paragraph[], counted: readonly Counted[]): Heat {
  const rows = paragraphs.map((paragraph) => ({
    ...paragraph,
    total: 0,
    byDay: new Map<string, number>(),
    byKind: new Map<HeatKind, number>(),
  }))
  for (const { bucket, kind, day, notes } of counted) {
    const row = rows[bucket - 1]
    if (!row) continue
    row.total += notes
    row.byDay.set(day, (row.byDay.get(day) ?? 0) + notes)
    const known = HEAT_KINDS.find((one) => one === kind)
    if (known) row.byKind.set(known, (row.byKind.get(known) ?? 0) + notes)
  }
  return { days: daysBetween(counted.map(({ day }) => day)), rows }
}

function daysBetween(days: readonly string[]): readonly string[] {
  const sorted = days.toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const span = Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS)
  const shown = Math.min(span + 1, DAYS_SHOWN)
  return Array.from({ length: shown }, (_, at) =>
    new Date(Date.parse(last) - (shown - 1 - at) * DAY_MS).toISOString().slice(0, first.length),
  )
}

/** From how many notes a cell is of the next level of heat: 1, 2, 3, 5, 7. */
export const HEAT_FROM = [1, 2, 3, 5, 7] as const

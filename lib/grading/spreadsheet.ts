// The gradebook as a file: CSV (lib/csv-file.ts) and XLSX from the same rows.

import writeExcelFile from 'write-excel-file/node'
import type { Rows, Value } from '@/lib/csv-file'

const STATES = { none: 'not graded', draft: 'draft', released: 'released' } as const

/** A page of a gradebook, as the API shows it. */
export type BookPage = {
  readonly assignments: readonly { readonly title: string; readonly pointsPossible: number }[]
  readonly items: readonly {
    readonly person: { readonly id: string; readonly name: string }
    readonly grades: readonly {
      readonly total: number | null
      readonly state: keyof typeof STATES
      readonly posts: number
      readonly completedAt: string | null
    }[]
  }[]
}

/** The rows of the file: the head, then a student each. Pages of one gradebook come one after the other. */
export function gradebookRows(pages: readonly BookPage[]): Rows {
  const [first] = pages
  const head = (first?.assignments ?? []).flatMap(({ title, pointsPossible }) => [
    `${title} (of ${pointsPossible})`,
    `${title}: state`,
    `${title}: posts`,
    `${title}: done`,
  ])
  const rows = pages.flatMap(({ items }) =>
    items.map(({ person, grades }) => [
      person.name,
      person.id,
      ...grades.flatMap(({ total, state, posts, completedAt }) => [
        total,
        STATES[state],
        posts,
        completedAt ?? '',
      ]),
    ]),
  )
  return [['Student', 'Id', ...head], ...rows]
}

/** Rows as an XLSX file. Its text cells are text whatever they begin with. */
export async function xlsxOf(rows: Rows): Promise<Buffer> {
  const sheet = rows.map((row) => row.map(cellOf))
  return writeExcelFile(sheet, { stickyRowsCount: 1 }).toBuffer()
}

function cellOf(value: Value) {
  if (value === null) return null
  return typeof value === 'number' ? { type: Number, value } : { type: String, value }
}

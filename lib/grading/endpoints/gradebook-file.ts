import 'server-only'
import { csvOf } from '@/lib/csv-file'
import type { GradebookShape } from '@/lib/grading/contract'
import { presentGradebook } from '@/lib/grading/present'
import { wholeGradebook } from '@/lib/grading/queries/gradebook'
import { gradebookRows, xlsxOf } from '@/lib/grading/spreadsheet'
import type { Actor } from '@/lib/policy/actor'

const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
type FileType = keyof typeof TYPES

/** Which file a request is for: `?format=` of a link, or the Accept of a program; null: none, but JSON. */
export function gradebookFileType({
  url,
  headers,
}: Pick<Request, 'url' | 'headers'>): FileType | null {
  const format = new URL(url).searchParams.get('format')
  const accept = headers.get('accept') ?? ''
  const isWanted = (type: FileType) => format === type || accept.includes(TYPES[type])
  if (isWanted('csv')) return 'csv'
  return isWanted('xlsx') ? 'xlsx' : null
}

/** The whole gradebook of a course as a file. Throws NotFound for who may not see it. */
export async function gradebookFile(actor: Actor, id: string, type: FileType): Promise<Response> {
  const pages: GradebookShape[] = []
  let name = ''
  for await (const page of wholeGradebook(actor, id)) {
    pages.push(presentGradebook(page))
    name = page.group.slug
  }
  const rows = gradebookRows(pages)
  const body = type === 'csv' ? csvOf(rows) : new Uint8Array(await xlsxOf(rows))
  return new Response(body, {
    headers: {
      'content-type': type === 'csv' ? `${TYPES.csv}; charset=utf-8` : TYPES.xlsx,
      'content-disposition': `attachment; filename="${name}-grades.${type}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

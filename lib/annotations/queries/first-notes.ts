import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor } from '@/lib/policy/actor'
import type { ReadingFacts } from '@/lib/policy/facts'
import { notesAsOf } from './as-of'
import { onShelf, type Shelf } from './coverage'
import { type AnnotationRow, annotationRows } from './rows'

// However many sections and notes: what is listed in the page itself, for paper and for browsers without scripts.
const MOST = 400

/**
 * The first notes of each section of a shelf in the order of the text, and the first on the whole reading; `each` of them at most.
 * Bare highlights say nothing and are left out. One statement.
 */
export async function firstNotes(
  actor: AnyActor,
  shelf: Shelf & { readonly reading: ReadingFacts },
  each: number,
): Promise<readonly AnnotationRow[]> {
  const asOf = shelf.superseded ? shelf.revisionId : null
  const place = Prisma.sql`COALESCE(a.start, -1), a.id`
  const rows = await annotationRows(actor, {
    where: Prisma.sql`a.id IN (
      SELECT ranked.id FROM (
        SELECT a.id, row_number() OVER (PARTITION BY a.section_id ORDER BY ${place}) AS rank
        FROM ${notesAsOf(asOf)} JOIN threads t ON t.id = a.id LEFT JOIN groups g ON g.id = a.group_id
        WHERE ${onShelf(actor, shelf)} AND (a.kind <> 'highlight' OR t.reply_count > 0)
      ) ranked WHERE ranked.rank <= ${each})`,
    orderBy: place,
    limit: MOST,
    asOf,
  })
  return rows.map((row) => ({ ...row, reading: shelf.reading }))
}

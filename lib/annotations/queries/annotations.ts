import 'server-only'
import { annotationFacts } from '@/lib/annotations/annotation'
import { NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { AnyActor } from '@/lib/policy/actor'
import type { ReadingFacts } from '@/lib/policy/facts'
import { requireSight } from '@/lib/policy/rules'
import { type AnnotationRow, annotationRows, readingFactsById, withReadings } from './rows'

/** An annotation. Throws NotFound when the actor may not see it. Two queries. */
export async function annotationFor(actor: AnyActor, id: string): Promise<AnnotationRow> {
  const [row] = isId(id) ? await annotationsById(actor, [id]) : []
  if (!row) throw new NotFound()
  requireSight(actor, 'annotation.see', annotationFacts(row))
  return row
}

/** An annotation of a reading that is at hand. Throws NotFound when the actor may not see it. One query. */
export async function annotationOn(
  actor: AnyActor,
  reading: ReadingFacts,
  id: string,
): Promise<AnnotationRow> {
  const where = Prisma.sql`a.id = ${id}::uuid`
  const [flat] = await annotationRows(actor, { where, orderBy: Prisma.sql`a.id`, limit: 1 })
  if (!flat) throw new NotFound()
  const row = { ...flat, reading }
  requireSight(actor, 'annotation.see', annotationFacts(row))
  return row
}

/**
 * Annotations by id, for whom `viewer` is, unfiltered: the caller asks policy about each. Two queries whatever their number.
 */
export async function annotationsById(
  viewer: AnyActor,
  ids: readonly string[],
): Promise<readonly AnnotationRow[]> {
  if (ids.length === 0) return []
  const rows = await annotationRows(viewer, {
    where: Prisma.sql`a.id = ANY(${[...ids]}::uuid[])`,
    orderBy: Prisma.sql`a.id`,
    limit: ids.length,
  })
  return withReadings(rows, await readingFactsById([...new Set(rows.map((row) => row.readingId))]))
}

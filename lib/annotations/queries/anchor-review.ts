import 'server-only'
import { rowsOf } from '@/lib/db/client'
import { cursorKey, type Page, pageFrom } from '@/lib/db/page'
import { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor, SignedIn } from '@/lib/policy/actor'
import type { ReadingFacts } from '@/lib/policy/facts'
import { annotationsVisibleSql, placeableSql, readingsVisibleSql } from '@/lib/policy/visible'
import { needsReviewSql } from './review-condition'
import { type AnnotationRow, annotationRows } from './rows'

// The notes whose place somebody should look at, for those who may say where they stand.

function waitingFor(actor: AnyActor): Prisma.Sql {
  return Prisma.sql`${needsReviewSql()} AND ${annotationsVisibleSql(actor)} AND ${placeableSql(actor)}`
}

const BY_PLACE = cursorKey('int', 'id')

/** A page of the notes of a reading that wait for the actor, in the order of the text. One statement. */
export async function anchorReviewQueue(
  actor: AnyActor,
  reading: ReadingFacts & { readonly id: string },
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): Promise<Page<AnnotationRow>> {
  const place = Prisma.sql`COALESCE(a.start, -1), a.id`
  const [start, id] = cursor === undefined ? [] : BY_PLACE.decode(cursor)
  const after =
    start === undefined || id === undefined
      ? Prisma.sql`TRUE`
      : Prisma.sql`(${place}) > (${start}::int, ${id}::uuid)`
  const rows = await annotationRows(actor, {
    where: Prisma.sql`a.reading_id = ${reading.id}::uuid AND ${after} AND ${waitingFor(actor)}`,
    orderBy: place,
    limit: limit + 1,
  })
  return pageFrom(
    rows.map((row) => ({ ...row, reading })),
    limit,
    BY_PLACE,
    (row) => [row.start ?? -1, row.id],
  )
}

/** How many notes of a reading wait for the actor. One statement. */
export async function anchorReviewCount(actor: AnyActor, readingId: string): Promise<number> {
  if (actor.kind === 'anonymous') return 0
  const [row] = await rowsOf<{ waiting: number }>(Prisma.sql`
    SELECT count(*)::int AS waiting
    FROM annotations a JOIN readings r ON r.id = a.reading_id JOIN threads t ON t.id = a.id
      LEFT JOIN groups g ON g.id = a.group_id
    WHERE a.reading_id = ${readingId}::uuid AND a.place_state <> 'exact' AND ${waitingFor(actor)}`)
  return row?.waiting ?? 0
}

export type Waiting = {
  readonly readingId: string
  readonly slug: string
  readonly title: string
  readonly waiting: number
  readonly own: number
}

const READINGS_MAXIMUM = 200

/** The readings in which notes wait for the actor, with how many and how many of his own; those with the most first. One statement. */
export async function waitingReadings(actor: AnyActor): Promise<readonly Waiting[]> {
  if (actor.kind !== 'signed-in') return []
  return rowsOf<Waiting>(Prisma.sql`
    WITH mine AS (${waitingNear(actor)})
    SELECT r.id AS "readingId", r.slug, r.title, count(*)::int AS waiting,
      count(*) FILTER (WHERE a.author_id = ${actor.personId}::uuid)::int AS own
    FROM mine JOIN annotations a ON a.id = mine.id JOIN readings r ON r.id = a.reading_id
      JOIN threads t ON t.id = a.id LEFT JOIN groups g ON g.id = a.group_id
    WHERE ${readingsVisibleSql(actor)} AND ${waitingFor(actor)}
    GROUP BY r.id
    ORDER BY waiting DESC, r.id
    LIMIT ${READINGS_MAXIMUM}`)
}

// Of all that waits, what might wait for this actor: three ways in by partial indexes, so that what waits for others, as their private
// notes do, is not looked at.
function waitingNear(actor: SignedIn): Prisma.Sql {
  const unsure = Prisma.sql`a.placed_at IS NULL AND a.deleted_at IS NULL
    AND a.place_state IN ('changed', 'section', 'lost')`
  return Prisma.sql`
    SELECT a.id FROM annotations a WHERE ${unsure} AND a.author_id = ${actor.personId}::uuid
    UNION
    SELECT a.id FROM annotations a
    WHERE ${unsure} AND a.visibility <> 'private' AND a.group_id = ANY(${[...actor.memberships.keys()]}::uuid[])
    UNION
    SELECT a.id FROM annotations a JOIN readings r ON r.id = a.reading_id
    WHERE ${unsure} AND r.owner_id = ${actor.personId}::uuid`
}

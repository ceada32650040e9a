import 'server-only'
import type { AnchorState, AnchorStatus } from '@/lib/annotations/anchor-state'
import { type Db, db } from '@/lib/db/client'
import type { AnnotationAnchor } from '@/lib/revisions/placing'
import type { Stop } from '@/lib/revisions/stops'

// How all notes of a reading stand, of all groups and whoever may see them: for placing them anew, never for showing them.

export type StoredAnnotationAnchor = AnnotationAnchor & { readonly deletedAt: Date | null }

type PlaceRow = {
  readonly id: string
  readonly start: number | null
  readonly end: number | null
  readonly sectionId: string | null
  readonly state: AnchorStatus
  readonly similarity: number | null
  readonly placedById: string | null
  readonly placedAt: Date | null
}

type Row = PlaceRow &
  Pick<StoredAnnotationAnchor, 'exact' | 'prefix' | 'suffix' | 'madeSectionId' | 'deletedAt'>

/** The notes of a reading where they stand now; of these alone if ids are given. One statement. */
export async function annotationAnchors(
  readingId: string,
  ids: readonly string[] | null = null,
): Promise<readonly StoredAnnotationAnchor[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT a.id, a.start, a."end", a.section_id AS "sectionId", a.place_state::text AS state,
      a.similarity, a.placed_by_id AS "placedById", a.placed_at AS "placedAt", a.exact, a.prefix,
      a.suffix, a.deleted_at AS "deletedAt", m.section_id AS "madeSectionId"
    FROM annotations a
      LEFT JOIN annotation_places m ON m.annotation_id = a.id AND m.revision_id = a.revision_id
    WHERE a.reading_id = ${readingId}::uuid
      AND (${ids === null} OR a.id = ANY(${[...(ids ?? [])]}::uuid[]))
    ORDER BY a.id`
  return rows.map(({ exact, prefix, suffix, madeSectionId, deletedAt, ...row }) => ({
    ...placementOf(row),
    id: row.id,
    exact,
    prefix,
    suffix,
    madeSectionId,
    deletedAt,
  }))
}

/** Where the notes stood in an earlier revision, by note. One statement. */
export async function formerPlaces(revisionId: string): Promise<ReadonlyMap<string, AnchorState>> {
  const rows = await db().$queryRaw<PlaceRow[]>`
    SELECT annotation_id AS id, start, "end", section_id AS "sectionId", place_state::text AS state,
      similarity, placed_by_id AS "placedById", placed_at AS "placedAt"
    FROM annotation_places WHERE revision_id = ${revisionId}::uuid`
  return new Map(rows.map((row) => [row.id, placementOf(row)]))
}

/** Where one note stood in an earlier revision; null when it did not stand in it. */
export async function placeIn(revisionId: string, id: string): Promise<AnchorState | null> {
  const row = await db().annotationPlace.findUnique({
    where: { revisionId_annotationId: { revisionId, annotationId: id } },
  })
  return row && placementOf({ ...row, id, state: row.placeState })
}

/** Where people stopped in a reading. One statement. */
export async function stoppedIn(readingId: string): Promise<readonly Stop[]> {
  return db().readingPosition.findMany({
    where: { readingId },
    select: { personId: true, offset: true },
  })
}

/** A fingerprint of each note's place, to see what was made or placed since it was taken. One statement. */
export async function placeMarks(tx: Db, readingId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; mark: string }[]>`
    SELECT id, concat_ws('/', start, "end", section_id, place_state, placed_at, deleted_at IS NULL) AS mark
    FROM annotations WHERE reading_id = ${readingId}::uuid`
  return new Map(rows.map(({ id, mark }) => [id, mark]))
}

function placementOf(row: PlaceRow): AnchorState {
  const { start, end, sectionId, state, similarity, placedById, placedAt } = row
  const placed = placedAt === null ? null : { byId: placedById, at: placedAt }
  return { start, end, sectionId, state, similarity, placed }
}

import 'server-only'
import type { AnchorState } from '@/lib/annotations/anchor-state'
import type { Db } from '@/lib/db/client'

// Writing places. Raw SQL: one statement for however many notes there are.

/** Keeps where all notes of a reading stand now as where they stood in a revision that is about to be superseded. */
export async function keepFormerPlaces(
  tx: Db,
  { readingId, revisionId }: { readonly readingId: string; readonly revisionId: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO annotation_places (revision_id, annotation_id, section_id, start, "end", place_state,
      similarity, placed_by_id, placed_at)
    SELECT ${revisionId}::uuid, id, section_id, start, "end", place_state, similarity, placed_by_id, placed_at
    FROM annotations WHERE reading_id = ${readingId}::uuid
    ON CONFLICT DO NOTHING`
}

/** Puts notes where they stand in the revision that becomes the current one. */
export async function storePlaces(tx: Db, places: ReadonlyMap<string, AnchorState>): Promise<void> {
  await tx.$executeRaw`
    UPDATE annotations a SET start = n.start, "end" = n."end", section_id = n.section_id,
      place_state = n.state::"PlaceState", similarity = n.similarity, placed_by_id = n.placed_by_id,
      placed_at = n.placed_at
    FROM jsonb_to_recordset(${JSON.stringify(Array.from(places, recordOf))}::jsonb) AS n(id uuid,
      start int, "end" int, section_id uuid, state text, similarity float8, placed_by_id uuid,
      placed_at timestamptz)
    WHERE a.id = n.id`
}

function recordOf([id, { start, end, sectionId, state, similarity, placed }]: readonly [
  string,
  AnchorState,
]) {
  return {
    id,
    start,
    end,
    section_id: sectionId,
    state,
    similarity,
    placed_by_id: placed?.byId ?? null,
    placed_at: placed?.at.toISOString() ?? null,
  }
}

/** Leads the places where people stopped reading along, by person. */
export async function storePositions(
  tx: Db,
  readingId: string,
  offsets: ReadonlyMap<string, number>,
): Promise<void> {
  const records = Array.from(offsets, ([person_id, offset]) => ({ person_id, offset }))
  await tx.$executeRaw`
    UPDATE reading_positions p SET "offset" = n."offset"
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS n(person_id uuid, "offset" int)
    WHERE p.reading_id = ${readingId}::uuid AND p.person_id = n.person_id`
}

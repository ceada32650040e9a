import 'server-only'
import type { Db } from '@/lib/db/client'
import type { EvidencePlace } from '@/lib/revisions/evidence-places'

/** Puts cited passages where they stand in the revision that becomes the current one. One statement. */
export async function storeEvidencePlaces(
  tx: Db,
  revisionId: string,
  places: ReadonlyMap<string, EvidencePlace>,
): Promise<void> {
  const records = Array.from(places, ([id, { start, end, sectionId }]) => ({
    id,
    start,
    end,
    section_id: sectionId,
  }))
  await tx.$executeRaw`
    UPDATE evidence e SET start = n.start, "end" = n."end", section_id = n.section_id,
      revision_id = ${revisionId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS n(id uuid, start int, "end" int,
      section_id uuid)
    WHERE e.id = n.id`
}

import 'server-only'
import { type Db, db } from '@/lib/db/client'
import { placed, type TextStep } from '@/lib/revisions/placing'

// Passages that claims in debates rest on follow their text as notes do. One that the next text bears out is led along; one that it does not
// stays in the revision that it was quoted from, and is shown so.

type Place = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly section_id: string | null
}

/** Where evidence that stands in a revision stands in the next one, where it does. One query; then as placing notes. */
export async function evidencePlaces(
  revisionId: string,
  step: TextStep,
): Promise<readonly Place[]> {
  const rows = await db().evidence.findMany({
    where: { revisionId },
    select: {
      id: true,
      start: true,
      end: true,
      sectionId: true,
      exact: true,
      prefix: true,
      suffix: true,
    },
  })
  const standing = rows.map(({ sectionId, ...row }) => ({
    ...row,
    ...{
      sectionId,
      madeSectionId: sectionId,
      state: 'exact' as const,
      similarity: null,
      placed: null,
    },
  }))
  const places = placed(standing, { ...step, known: new Map() })
  return rows.flatMap(({ id }, at) => {
    const { start, end, sectionId } = places[at] ?? { start: null, end: null, sectionId: null }
    return start === null || end === null ? [] : [{ id, start, end, section_id: sectionId }]
  })
}

/** Puts evidence where it stands in the revision that becomes the current one. One statement. */
export async function storeEvidencePlaces(
  tx: Db,
  revisionId: string,
  places: readonly Place[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE evidence e SET revision_id = ${revisionId}::uuid, start = n.start, "end" = n."end",
      section_id = n.section_id
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS n(id uuid, start int, "end" int,
      section_id uuid)
    WHERE e.id = n.id`
}

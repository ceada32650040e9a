import 'server-only'
import type { Db } from '@/lib/db/client'
import type { CitedPassage } from '@/lib/debates/queries/evidence'
import type { TextStep } from '@/lib/revisions/placing'
import { reanchor } from '@/lib/text/anchoring/anchoring'
import { sectionAt } from '@/lib/text/document'

// What claims rest on follows the text as notes do. A passage that is not in the new text stays with the revision that still has it,
// which its citation names; it is looked for again, by its words alone, in every later one.

type Place = {
  readonly start: number
  readonly end: number
  readonly sectionId: string | null
}

/** Where cited passages stand in the next text, by evidence; those that do not stand there are not in it. Cost: see `reanchor`. */
export function evidencePlaces(
  cited: readonly CitedPassage[],
  { from, to, edits, baseId }: TextStep & { readonly baseId: string },
): Map<string, Place> {
  if (cited.length === 0) return new Map()
  const answers = reanchor({
    oldText: from.text,
    newText: to.text,
    anchors: cited.map(({ revisionId, start, end, ...quote }) =>
      revisionId === baseId ? { start, end, ...quote } : quote,
    ),
    steps: edits,
  })
  return new Map(
    cited.flatMap(({ id }, at) => {
      const answer = answers[at]
      if (!answer || !('start' in answer)) return []
      const { start, end } = answer
      const sectionId = sectionAt(to.sections, start)?.sectionId ?? null
      return [[id, { start, end, sectionId }]]
    }),
  )
}

/** Puts cited passages where they stand in the revision that becomes the current one. One statement. */
export async function storeEvidencePlaces(
  tx: Db,
  revisionId: string,
  places: ReadonlyMap<string, Place>,
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

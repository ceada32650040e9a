import 'server-only'
import { db } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { type SectionRow, sectionSelect } from './readings'

// Revisions never change, so what was read once is kept: creating an annotation must not carry a whole text over from the
// database each time. Holds texts alone, nothing that belongs to a person; who may see them is asked before.

export type RevisionText = { readonly text: string; readonly sections: readonly SectionRow[] }

const KEPT_CODE_UNITS = 32_000_000
const kept = new Map<string, RevisionText>()
let keptCodeUnits = 0

/** The text and the sections of a revision. Cached; one query when it is not. Throws NotFound. */
export async function revisionText(revisionId: string): Promise<RevisionText> {
  const found = kept.get(revisionId)
  if (found) {
    kept.delete(revisionId)
    kept.set(revisionId, found)
    return found
  }
  const row = await db().revision.findUnique({
    where: { id: revisionId },
    select: { text: true, sections: { orderBy: { ordinal: 'asc' }, select: sectionSelect } },
  })
  if (!row) throw new NotFound()
  keep(revisionId, row)
  return row
}

function keep(revisionId: string, revision: RevisionText): void {
  kept.set(revisionId, revision)
  keptCodeUnits += revision.text.length
  for (const [oldest, { text }] of kept) {
    if (keptCodeUnits <= KEPT_CODE_UNITS || oldest === revisionId) break
    kept.delete(oldest)
    keptCodeUnits -= text.length
  }
}

/** The ProseMirror JSON of a revision, as stored. Throws NotFound. */
export async function revisionDoc(revisionId: string): Promise<unknown> {
  const row = await db().revision.findUnique({ where: { id: revisionId }, select: { doc: true } })
  if (!row) throw new NotFound()
  return row.doc
}

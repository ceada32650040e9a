import 'server-only'
import { db } from '@/lib/db/client'
import { revisionText } from '@/lib/readings/queries/revisions'
import { editsShape } from '@/lib/revisions/contract'
import type { NextText } from '@/lib/revisions/next-text'
import type { TextStep } from '@/lib/revisions/placing'
import { trueRuns } from '@/lib/text/kept-runs'
import { formerPlaces } from './annotation-anchors'

// The step from one revision to the next, as lib/revisions/placing takes it.

/** From the present revision to a text that may be published. */
export async function stepTo(
  currentId: string,
  next: NextText & { readonly restoresId: string | null },
): Promise<TextStep> {
  const from = await revisionText(currentId)
  const known = next.restoresId === null ? new Map() : await formerPlaces(next.restoresId)
  const texts = { oldText: from.text, newText: next.text }
  const kept = next.edits === null ? undefined : trueRuns(next.edits, texts)
  return { from, to: next, known, kept }
}

/** From the base of a stored revision to it. Three queries. Throws NotFound. */
export async function stepOf(
  revisionId: string,
): Promise<(TextStep & { readonly baseId: string }) | null> {
  const row = await db().revision.findUnique({
    where: { id: revisionId },
    select: { baseId: true, restoresId: true, edits: true },
  })
  if (!row?.baseId) return null
  const [from, to] = [await revisionText(row.baseId), await revisionText(revisionId)]
  const known = row.restoresId === null ? new Map() : await formerPlaces(row.restoresId)
  const runs = editsShape.safeParse(row.edits)
  const kept = runs.success
    ? trueRuns(runs.data, { oldText: from.text, newText: to.text })
    : undefined
  return { baseId: row.baseId, from, to, known, kept }
}

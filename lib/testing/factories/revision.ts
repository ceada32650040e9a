import type { SignedIn } from '@/lib/policy/actor'
import { readingRow } from '@/lib/readings/queries/reading-row'
import { placeNotes } from '@/lib/revisions/commands/place-notes'
import { publishRevision } from '@/lib/revisions/commands/publish'
import type { RevisionInput } from '@/lib/revisions/contract'
import type { RevisionRow } from '@/lib/revisions/queries/revisions'

type Revised = Partial<Omit<RevisionInput, 'source'>> & { readonly markdown?: string }

/** Sends a revision of a reading on its way, from the present one. */
export async function sendRevision(
  actor: SignedIn,
  readingId: string,
  { markdown, ...more }: Revised,
): Promise<RevisionRow> {
  const reading = await readingRow(readingId)
  return publishRevision(actor, {
    id: readingId,
    baseRevisionId: reading?.currentRevision?.id ?? '',
    message: '',
    ...(markdown === undefined ? {} : { source: { format: 'markdown', value: markdown } }),
    ...more,
  })
}

/** Publishes a revision of a reading from the present one, and does the job that makes it current. */
export async function reviseReading(
  actor: SignedIn,
  readingId: string,
  revised: Revised,
): Promise<RevisionRow> {
  const revision = await sendRevision(actor, readingId, revised)
  await placeNotes(revision.id)
  return revision
}

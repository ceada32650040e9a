// Publishing from the browser: sent once, then asked for until its notes are placed.

import { api } from '@/components/api-client'
import { ApiProblem } from '@/lib/api/client'
import { newId } from '@/lib/ids'
import type { RevisionInput, RevisionShape } from '@/lib/revisions/contract'

const ASK_EVERY_MS = 400
// Longer than any text that can be stored takes; then it goes on without this page.
const PATIENCE_MS = 120_000

/** Publishes a revision; resolves once it is the current one. Rejects with what the server says, or when placing the notes failed. */
export async function publishAndWait(
  input: RevisionInput,
  idempotencyKey: string = newId(),
): Promise<RevisionShape> {
  const sent = await api.revisions.publish(input, { context: { idempotencyKey } })
  return settled(sent, Date.now() + PATIENCE_MS)
}

async function settled(revision: RevisionShape, until: number): Promise<RevisionShape> {
  if (revision.status === 'published') return revision
  if (revision.status === 'failed') {
    throw new ApiProblem(
      500,
      'placing-failed',
      'The notes could not be placed, so nothing was published. Your text is kept; try again.',
    )
  }
  if (Date.now() > until) return revision
  await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  const { readingId: id, number } = revision
  return settled(await api.revisions.get({ id, number }), until)
}

import 'server-only'
import { Conflict } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { readingFor } from '@/lib/readings/queries/readings'
import { revisionText } from '@/lib/readings/queries/revisions'

/** The plain text that positions count in, by the revision it is of. */
export async function textResponse(actor: Actor, id: string): Promise<Response> {
  const { currentRevision } = await readingFor(actor, id)
  if (!currentRevision) throw new Conflict('no-text', 'This reading has no text yet.')
  const { text } = await revisionText(currentRevision.id)
  return new Response(text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-revision': String(currentRevision.number),
    },
  })
}

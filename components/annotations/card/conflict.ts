// Two edits of one text: what the server has now, and what was about to replace an older state of it.

import type { Written } from '@/components/editor/post-editor'
import { ApiProblem } from '@/lib/api/client'

export type Conflict = {
  readonly mine: Written
  readonly theirs: Written
  /** The version that a settled text replaces. */
  readonly version: number
}

/** The conflict that an error tells of; null when it tells of something else. */
export async function conflictFrom(error: unknown, mine: Written): Promise<Conflict | null> {
  if (!(error instanceof ApiProblem) || error.status !== 409) return null
  const { currentShape } = await import('@/components/room/current-shape')
  const told = currentShape.safeParse(error.details)
  if (!told.success) return null
  const { version, body } = told.data.current
  const theirs = body
    ? { doc: body.value, text: body.text }
    : { doc: { type: 'doc', content: [] }, text: '' }
  return { mine, theirs, version }
}

/** Both texts, one after the other, to be made into one by hand. */
export function bothOf({ mine, theirs }: Conflict): Written {
  return {
    doc: { type: 'doc', content: [...(theirs.doc.content ?? []), ...(mine.doc.content ?? [])] },
    text: `${theirs.text}\n${mine.text}`,
  }
}

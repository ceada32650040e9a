// Two edits of one text: what the server has now, and what was about to replace an older state of it.

import * as z from 'zod'
import type { Written } from '@/components/editor/post-editor'
import { ApiProblem } from '@/lib/api/client'
import { bodyShape } from '@/lib/threads/contract/posts'

export type Conflict = {
  readonly mine: Written
  readonly theirs: Written
  /** The version that a settled text replaces. */
  readonly version: number
}

const currentShape = z.object({
  current: z.object({ version: z.number(), body: bodyShape.nullable() }),
})

/** The conflict that an error tells of; null when it tells of something else. */
export function conflictFrom(error: unknown, mine: Written): Conflict | null {
  if (!(error instanceof ApiProblem) || error.status !== 409) return null
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

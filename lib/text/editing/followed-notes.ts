// Where the notes on a text stand in what is being written over it: by the very rule that publishing places them with, so that what the
// editor marks is what publishing will decide.

import { anchoringOf } from '@/lib/text/anchoring/anchoring'
import { type KeptRun, offsetMapOf, trueRuns } from '@/lib/text/kept-runs'

/** A note's passage. UTF-16 offsets. */
export type NotePassage = { readonly id: string; readonly start: number; readonly end: number }

export type Followed = {
  /** The text the notes stand on, and the one that is written over it; `kept`: what the editor recorded between them. */
  readonly baseText: string
  readonly text: string
  readonly kept: readonly KeptRun[]
  readonly notes: readonly NotePassage[]
}

/** The passages of those notes that have one in the text written. Costs one comparison of both texts: see anchoringOf. */
export function followedNotes({ baseText, text, kept, notes }: Followed): NotePassage[] {
  const texts = { oldText: baseText, newText: text }
  const anchoring = anchoringOf({ ...texts, steps: offsetMapOf(trueRuns(kept, texts)) })
  return notes.flatMap(({ id, start, end }) => {
    const anchored = anchoring({ start, end })
    return 'start' in anchored ? [{ id, start: anchored.start, end: anchored.end }] : []
  })
}

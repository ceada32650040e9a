// Which notes hang on what changed. Pure.

import type { AnnotationKind } from '@/lib/annotations/kind'
import type { UnitRange } from '@/lib/text/units'
import type { SectionChanges } from './changes'

/** A note by where it stands in a revision, with its first words: enough to name it beside a change. */
export type HangingNote = UnitRange & {
  readonly id: string
  readonly kind: AnnotationKind
  readonly authorName: string
  readonly words: string
  readonly needsLook: boolean
}

type OnPassage = { readonly id: string } & UnitRange

export type Hanging<Note> = { readonly before: readonly Note[]; readonly after: readonly Note[] }

/**
 * The notes of a part: those that stand in it now, and those that stood in it before and are not placed elsewhere now, since their
 * passage is gone. Linear in the notes.
 */
export function notesOfPart<Note extends OnPassage>(
  { before, after }: Pick<SectionChanges['parts'][number], 'before' | 'after'>,
  hanging: Hanging<Note>,
): Note[] {
  const standing = new Set(hanging.after.map(({ id }) => id))
  const here = hanging.after.filter((note) => after && touches(note, after))
  const gone = hanging.before.filter(
    (note) => before && touches(note, before) && !standing.has(note.id),
  )
  return [...here, ...gone]
}

function touches(note: UnitRange, range: UnitRange): boolean {
  return note.start < range.end && note.end > range.start
}

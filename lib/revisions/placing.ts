// Where notes stand once their text has changed. Pure: every note is led from its place in the present text to one in the next, by
// what lib/text/anchoring finds, by what is known of an earlier revision that is published again, and by what people have decided.

import type { AnchorState } from '@/lib/annotations/anchor-state'
import { type Anchored, type AnchorSection, reanchor } from '@/lib/text/anchoring/anchoring'
import { type KeptRun, offsetMapOf } from '@/lib/text/kept-runs'

/** A note as it stands. `exact`, `prefix` and `suffix` are the words it was made on; null for a note that was never on a passage. */
export type AnnotationAnchor = AnchorState & {
  readonly id: string
  readonly exact: string | null
  readonly prefix: string | null
  readonly suffix: string | null
  /** The section it stood in as it was made. */
  readonly madeSectionId: string | null
}

export type PlacedText = {
  readonly text: string
  readonly sections: readonly {
    readonly sectionId: string
    readonly start: number
    readonly end: number
  }[]
}

export type TextStep = {
  readonly from: PlacedText
  readonly to: PlacedText
  /** What an editor recorded from the one text to the other, if it is known; true of both (see trueRuns). */
  readonly kept?: readonly KeptRun[] | undefined
  /** Places that are known already, by note: of the revision that is published again. */
  readonly known: ReadonlyMap<string, AnchorState>
}

/** The same as one value, for another process (see lib/apart). */
export type Placing = { readonly notes: readonly AnnotationAnchor[]; readonly step: TextStep }

/** `placed` of one value. */
export function placedNotes({ notes, step }: Placing): AnchorState[] {
  return placed(notes, step)
}

/** Where each note stands in the next text, in order. O(text + notes) in the common case: see `reanchor`. */
export function placed(notes: readonly AnnotationAnchor[], step: TextStep): AnchorState[] {
  const sections = new Set(step.to.sections.map(({ sectionId }) => sectionId))
  const open = notes.filter(({ id, exact }) => exact !== null && !step.known.has(id))
  const found = anchoredById(open, step)
  return notes.map((note) => {
    const known = step.known.get(note.id)
    if (known) return known
    const anchored = found.get(note.id)
    return anchored ? afterwards(note, anchored, step) : besides(note, sections)
  })
}

function anchoredById(notes: readonly AnnotationAnchor[], step: TextStep): Map<string, Anchored> {
  const anchors = notes.map(({ start, end, exact, prefix, suffix }) => ({
    start: start ?? undefined,
    end: end ?? undefined,
    exact: exact ?? undefined,
    prefix: prefix ?? undefined,
    suffix: suffix ?? undefined,
  }))
  const anchored = reanchor({
    oldText: step.from.text,
    newText: step.to.text,
    anchors,
    sections: { before: anchorSections(step.from), after: anchorSections(step.to) },
    steps: step.kept && offsetMapOf(step.kept),
  })
  return new Map(
    notes.flatMap(({ id }, at) => {
      const answer = anchored[at]
      return answer ? [[id, answer]] : []
    }),
  )
}

function anchorSections({ sections }: PlacedText): AnchorSection[] {
  return sections.map(({ sectionId, start, end }) => ({ id: sectionId, start, end }))
}

function afterwards(note: AnnotationAnchor, anchored: Anchored, step: TextStep): AnchorState {
  if (anchored.state === 'section' || anchored.state === 'lost') return withoutPassage(note, step)
  const { start, end } = anchored
  const sectionId = sectionOf(step.to, start)
  const same = saysTheSame(note, anchored, step)
  const place = { start, end, sectionId, placed: same ? note.placed : null }
  const words = step.to.text.slice(start, end)
  // Kept on its section by somebody: that the words are back does not undo what was decided.
  if (note.start === null && note.placed !== null) return withoutPassage(note, step)
  if (words === note.exact) {
    const strayed = anchored.state === 'moved' || (note.state === 'moved' && !note.placed)
    return { ...place, state: strayed ? 'moved' : 'exact', similarity: null }
  }
  return { ...place, state: 'changed', similarity: anchored.similarity }
}

// What somebody said of a place holds as long as it says what it said then, where it said it.
function saysTheSame(
  note: AnnotationAnchor,
  { start, end, state }: Found,
  { from, to }: TextStep,
): boolean {
  if (note.start === null || note.end === null || state === 'moved') return false
  return from.text.slice(note.start, note.end) === to.text.slice(start, end)
}

type Found = Extract<Anchored, { readonly start: number }>

function withoutPassage(note: AnnotationAnchor, { to }: TextStep): AnchorState {
  const section = [note.sectionId, note.madeSectionId].find((id) =>
    to.sections.some(({ sectionId }) => sectionId === id),
  )
  const nowhere = { start: null, end: null, similarity: null }
  // A decision to keep it where it stands without its passage holds while it stands there; one about a passage went with it.
  const stays = note.start === null && (section ?? null) === note.sectionId
  const placed = stays ? note.placed : null
  return section
    ? { ...nowhere, state: 'section', sectionId: section, placed }
    : { ...nowhere, state: 'lost', sectionId: null, placed }
}

/** A note on a section goes with it; without it, it stands on the whole reading until the section is back. */
function besides(note: AnnotationAnchor, sections: ReadonlySet<string>): AnchorState {
  const nowhere = { start: null, end: null, similarity: null }
  const own = note.sectionId ?? note.madeSectionId
  if (own === null) return { ...nowhere, sectionId: null, state: 'exact', placed: null }
  return sections.has(own)
    ? { ...nowhere, sectionId: own, state: 'exact', placed: null }
    : { ...nowhere, sectionId: null, state: 'lost', placed: null }
}

function sectionOf({ sections }: PlacedText, offset: number): string | null {
  const section = sections.findLast(({ start }) => start <= offset) ?? sections[0]
  return section?.sectionId ?? null
}

// How many notes lie where, also of those that are not loaded: the marks in the text and the counts of its sections.

import type { AnnotationShape } from '@/lib/annotations/contract'
import { raise } from '@/lib/text/segments'
import type { Stretch } from './range-loader'
import type { Coverage, RoomState, SectionCount } from './state'

/**
 * A new note raises the density of its passage and the count of its section, which are known for all notes. One's own does so also where
 * only some are shown, since it stays in view.
 */
export function counted(state: RoomState, note: AnnotationShape): RoomState {
  const { listing, me } = state
  const isMine = note.author !== null && note.author.id === me?.id
  const raised = { ...state, ...withOneMore(state, note, isMine) }
  if (!isMine || !listing?.coverage) return raised
  return { ...raised, listing: { ...listing, coverage: withOneMore(listing.coverage, note, true) } }
}

/** Where the notes lie that are shown: all, or those that meet the filters. */
export function shownSegments({ segments, listing }: RoomState): Coverage['segments'] {
  return listing?.coverage?.segments ?? segments
}

/** How many of the notes that are shown each section has. */
export function shownCounts({ counts, listing }: RoomState): Coverage['counts'] {
  return listing?.coverage?.counts ?? counts
}

/** How many notes there are on all sections. */
export function totalOf(counts: Coverage['counts']): number {
  return counts.reduce((sum, { notes }) => sum + notes, 0)
}

/** The state that knows of a stretch with more notes than are loaded. */
export function crowdedAt(state: RoomState, stretch: Stretch): RoomState {
  const crowded = [...state.crowded, stretch].toSorted((a, b) => a.from - b.from)
  return { ...state, crowded }
}

/** About how many notes lie on a stretch of the text, by the counts of its sections, as if each were spread evenly. */
export function notesExpected(
  { counts, reading }: Pick<RoomState, 'counts' | 'reading'>,
  { from, to }: Stretch,
): number {
  const notesOf = new Map(counts.map(({ sectionId, notes }) => [sectionId, notes]))
  return reading.sections.reduce((sum, { id, start, end }) => {
    const shared = Math.min(to, end) - Math.max(from, start)
    const length = Math.max(1, end - start)
    return shared > 0 ? sum + ((notesOf.get(id) ?? 0) * shared) / length : sum
  }, 0)
}

function withOneMore(
  { segments, counts }: Coverage,
  note: AnnotationShape,
  mine: boolean,
): Coverage {
  const { target, visibility, resolution } = note
  const stretch = target && {
    ...{ start: target.start, end: target.end, mine },
    ...{ private: visibility === 'private', resolved: resolution !== null },
  }
  return {
    segments: stretch ? raise(segments, stretch) : segments,
    counts: withOneMoreCounted(counts, note),
  }
}

function withOneMoreCounted(
  counts: readonly SectionCount[],
  { sectionId, unread }: AnnotationShape,
): readonly SectionCount[] {
  const at = counts.findIndex((count) => count.sectionId === sectionId)
  const known = counts[at]
  const more = unread ? 1 : 0
  if (!known) return [...counts, { sectionId, notes: 1, unread: more }]
  return counts.with(at, { sectionId, notes: known.notes + 1, unread: known.unread + more })
}

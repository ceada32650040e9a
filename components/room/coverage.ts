// How many notes lie where, also of those that are not loaded: the marks in the text and the counts of its sections.

import type { AnnotationShape } from '@/lib/annotations/contract'
import { raise } from '@/lib/text/segments'
import type { Stretch } from './range-loader'
import type { Coverage, RoomState, SectionCount } from './state'

/** A new note raises the density of its passage and the count of its section, which are known for all notes. */
export function counted(state: RoomState, note: AnnotationShape): RoomState {
  const isMine = note.author !== null && note.author.id === state.me?.id
  return { ...state, ...withOneMore(state, note, isMine), countings: state.countings + 1 }
}

/** Whether a note of this reader's may or may not be in what the server counts now: it is on its way. */
export function isSending({ outgoing }: RoomState): boolean {
  return [...outgoing.values()].some(({ status }) => status === 'sending')
}

/** The state with what the server counted, and with the notes that it does not have yet. */
export function withCounted(state: RoomState, coverage: Coverage): RoomState {
  const waiting = [...state.outgoing.keys()].flatMap((id) => state.notes.get(id) ?? [])
  return waiting.reduce(counted, { ...state, ...coverage })
}

/** Where the notes lie that are shown: all, or those that meet the filters and what this reader posted meanwhile. */
export function shownSegments(state: RoomState): Coverage['segments'] {
  return shownCoverage(state).segments
}

/** How many of the notes that are shown each section has. */
export function shownCounts(state: RoomState): Coverage['counts'] {
  return shownCoverage(state).counts
}

let raised: { readonly listing: unknown; readonly notes: unknown; coverage: Coverage } | null = null

function shownCoverage(state: RoomState): Coverage {
  const { listing, notes } = state
  if (!listing?.coverage) return state
  if (raised?.listing === listing && raised.notes === notes) return raised.coverage
  const strays = listing.own.filter((id) => !listing.ids.includes(id))
  const coverage = strays.reduce((sum: Coverage, id) => {
    const note = notes.get(id)
    return note ? withOneMore(sum, note, true) : sum
  }, listing.coverage)
  raised = { listing, notes, coverage }
  return coverage
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

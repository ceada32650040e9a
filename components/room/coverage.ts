// How many notes lie where, also of those that are not loaded: the marks in the text and the counts of its sections.

import type { AnnotationShape } from '@/lib/annotations/contract'
import { raise } from '@/lib/text/segments'
import type { Stretch } from './range-loader'
import type { RoomState, SectionCount } from './state'

/** A new note raises the density of its passage and the count of its section, which are known for all notes. */
export function counted(state: RoomState, note: AnnotationShape): RoomState {
  const segments = note.target
    ? raise(state.segments, {
        start: note.target.start,
        end: note.target.end,
        mine: note.author !== null && note.author.id === state.me?.id,
        private: note.visibility === 'private',
        resolved: note.resolution !== null,
      })
    : state.segments
  return { ...state, segments, counts: withOneMore(state.counts, note) }
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
  counts: readonly SectionCount[],
  { sectionId, unread }: AnnotationShape,
): readonly SectionCount[] {
  const at = counts.findIndex((count) => count.sectionId === sectionId)
  const known = counts[at]
  const more = unread ? 1 : 0
  if (!known) return [...counts, { sectionId, notes: 1, unread: more }]
  return counts.with(at, { sectionId, notes: known.notes + 1, unread: known.unread + more })
}

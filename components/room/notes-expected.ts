import type { Stretch } from './range-loader'
import type { RoomState } from './state'

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

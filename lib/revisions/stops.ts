// Where people stopped reading is led along like a note on the words that follow. Pure.

import type { AnchorState } from '@/lib/annotations/anchor-state'
import type { AnnotationAnchor, TextStep } from './placing'

/** Where somebody stopped; a UTF-16 offset. */
export type Stop = { readonly personId: string; readonly offset: number }

const WORDS_AHEAD = 60

/** The stops as marks on the earlier text of a step, in order. */
export function stopMarks(stops: readonly Stop[], { from }: TextStep): AnnotationAnchor[] {
  const { text, sections } = from
  return stops.map(({ personId, offset }) => {
    const start = Math.min(offset, Math.max(0, text.length - 1))
    const end = Math.min(text.length, start + WORDS_AHEAD)
    return {
      id: personId,
      start,
      end,
      exact: text.slice(start, end),
      prefix: null,
      suffix: null,
      state: 'exact',
      similarity: null,
      placed: null,
      sectionId: sections.findLast((section) => section.start <= start)?.sectionId ?? null,
      madeSectionId: null,
    }
  })
}

/** The offsets in the later text, by person: where the words went, else where their section begins, else the beginning. */
export function stopOffsets(
  marks: readonly AnnotationAnchor[],
  places: readonly AnchorState[],
  { to }: TextStep,
): ReadonlyMap<string, number> {
  return new Map(
    marks.map(({ id }, at) => {
      const place = places[at]
      const section = to.sections.find(({ sectionId }) => sectionId === place?.sectionId)
      return [id, place?.start ?? section?.start ?? 0]
    }),
  )
}

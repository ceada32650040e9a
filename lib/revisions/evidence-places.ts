// What claims rest on follows the text as notes do. A passage that is not in the new text stays with the revision that still has it,
// which its citation names; it is looked for again, by its words alone, in every later one. Pure.

import { reanchor } from '@/lib/text/anchoring/anchoring'
import { sectionAt } from '@/lib/text/document'
import { offsetMapOf } from '@/lib/text/kept-runs'
import type { TextStep } from './placing'

/** A passage that a claim rests on, in the revision it was last found in. UTF-16 offsets. */
export type CitedWords = {
  readonly id: string
  readonly revisionId: string
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

export type EvidencePlace = {
  readonly start: number
  readonly end: number
  readonly sectionId: string | null
}

export type EvidencePlacing = {
  readonly cited: readonly CitedWords[]
  readonly step: TextStep & { readonly baseId: string }
}

/** Where cited passages stand in the next text, by evidence; those that do not stand there are not in it. Cost: see `reanchor`. */
export function evidencePlaces({
  cited,
  step: { from, to, kept, baseId },
}: EvidencePlacing): Map<string, EvidencePlace> {
  if (cited.length === 0) return new Map()
  const answers = reanchor({
    oldText: from.text,
    newText: to.text,
    anchors: cited.map(({ revisionId, start, end, ...quote }) =>
      revisionId === baseId ? { start, end, ...quote } : quote,
    ),
    steps: kept && offsetMapOf(kept),
  })
  return new Map(
    cited.flatMap(({ id }, at) => {
      const answer = answers[at]
      if (!answer || !('start' in answer)) return []
      const { start, end } = answer
      const sectionId = sectionAt(to.sections, start)?.sectionId ?? null
      return [[id, { start, end, sectionId }]]
    }),
  )
}

// The works of a revision that grow with its text, in another process when the texts are long.

import type { AnchorState } from '@/lib/annotations/anchor-state'
import { apart } from '@/lib/apart/apart'
import { type Compared, changesOf, type SectionChanges } from './changes'
import { type EvidencePlace, type EvidencePlacing, evidencePlaces } from './evidence-places'
import { type Placing, placedNotes, type TextStep } from './placing'

/** `placed`, apart. */
export function placedApart(input: Placing): Promise<AnchorState[]> {
  if (input.notes.length === 0) return Promise.resolve([])
  const here = () => placedNotes(input)
  return apart({ name: 'place-notes', input }, { size: sizeOf(input.step), here })
}

/** `evidencePlaces`, apart. */
export function evidencePlacesApart(input: EvidencePlacing): Promise<Map<string, EvidencePlace>> {
  if (input.cited.length === 0) return Promise.resolve(new Map())
  const here = () => evidencePlaces(input)
  return apart({ name: 'place-evidence', input }, { size: sizeOf(input.step), here })
}

/** `changesBetween`, apart. */
export function changesApart(input: Compared): Promise<SectionChanges[]> {
  const size = input.before.text.length + input.after.text.length
  return apart({ name: 'compare-texts', input }, { size, here: () => changesOf(input) })
}

function sizeOf({ from, to }: TextStep): number {
  return from.text.length + to.text.length
}

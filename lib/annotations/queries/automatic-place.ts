import 'server-only'
import type { AnchorState } from '@/lib/annotations/anchor-state'
import { revisionText } from '@/lib/readings/queries/revisions'
import { placedApart } from '@/lib/revisions/placed-apart'
import type { TextStep } from '@/lib/revisions/placing'
import { placeIn } from '@/lib/revisions/queries/annotation-anchors'
import { stepOf } from '@/lib/revisions/queries/placing'
import type { AnnotationRow } from './rows'

/** Where a note would stand in the present text if nobody had said where. Costs one comparison of two texts. */
export async function automaticPlace(note: AnnotationRow): Promise<AnchorState> {
  const { id, exact, prefix, suffix, revisionId, placeRevisionId } = note
  const base = await stepOf(placeRevisionId)
  const [before, made] = await Promise.all([
    base && placeIn(base.baseId, id),
    placeIn(revisionId, id),
  ])
  const madeSectionId = made?.sectionId ?? null
  const words = { id, exact, prefix, suffix, madeSectionId }
  const from = before ?? made
  if (!from) return standing(note)
  const step: TextStep = before && base ? base : await madeStep(note)
  const notes = [{ ...from, placed: null, ...words }]
  const [place] = await placedApart({ notes, step })
  return place ? { ...place, placed: null } : standing(note)
}

async function madeStep({ revisionId, placeRevisionId }: AnnotationRow): Promise<TextStep> {
  const [from, to] = await Promise.all([revisionText(revisionId), revisionText(placeRevisionId)])
  return { from, to, known: new Map() }
}

function standing({ start, end, sectionId, placeState, similarity }: AnnotationRow): AnchorState {
  return { start, end, sectionId, state: placeState, similarity, placed: null }
}

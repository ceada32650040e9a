import 'server-only'
import type { AnchorStatus } from '@/lib/annotations/anchor-state'
import { annotationFacts } from '@/lib/annotations/annotation'
import { annotationNews } from '@/lib/annotations/news'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import type { AnnotationRow } from '@/lib/annotations/queries/rows'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { Invalid } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { revisionText } from '@/lib/readings/queries/revisions'

/** Where a note stood before it was moved. */
export type FormerPlace = {
  readonly sectionId: string | null
  readonly start: number | null
  readonly end: number | null
  readonly state: AnchorStatus
  readonly similarity: number | null
  readonly placedById: string | null
  readonly placedAt: Date | null
}

/**
 * Moves a note to another section of its reading, for who leads its group: it is on no passage any more. Who sees it stays. Throws Invalid for a
 * section that the text does not have. Says where it stood.
 */
export async function moveToSection(
  actor: SignedIn,
  id: string,
  sectionId: string,
): Promise<FormerPlace> {
  const note = await annotationFor(actor, id)
  authorize(actor, 'annotation.move', annotationFacts(note))
  const { sections } = await revisionText(note.placeRevisionId)
  if (!sections.some((section) => section.sectionId === sectionId)) {
    throw new Invalid('section', 'There is no such section in the text as it is now.')
  }
  const { start, end, placeState: state, similarity, placedById, placedAt } = note
  const former = { sectionId: note.sectionId, start, end, state, similarity, placedById, placedAt }
  const nowhere = { start: null, end: null, similarity: null }
  const placed = { placedById: actor.personId, placedAt: now() }
  await store(actor, note, { sectionId, ...nowhere, state: 'section', ...placed })
  return former
}

/** Puts a note back where it stood. */
export async function undoMove(actor: SignedIn, id: string, to: FormerPlace): Promise<void> {
  const note = await annotationFor(actor, id)
  authorize(actor, 'annotation.move', annotationFacts(note))
  await store(actor, note, to)
}

async function store(
  { personId: actorId }: SignedIn,
  { id, readingId, groupId }: AnnotationRow,
  { state: placeState, ...place }: FormerPlace,
): Promise<void> {
  const at = now()
  await transaction(async (tx) => {
    await tx.annotation.updateMany({ where: { id }, data: { ...place, placeState } })
    const kind = 'annotation.placed'
    await annotationNews.record(tx, { kind, actorId, subjectId: id, readingId, groupId, at })
  })
}

import type { PlaceInput } from '@/lib/annotations/contract/anchors'
import 'server-only'
import type { AnchorState } from '@/lib/annotations/anchor-state'
import { annotationFacts } from '@/lib/annotations/annotation'
import { annotationNews } from '@/lib/annotations/news'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import { automaticPlace } from '@/lib/annotations/queries/automatic-place'
import type { AnnotationRow } from '@/lib/annotations/queries/rows'
import { passageOf, placeOfPassage } from '@/lib/annotations/target'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Conflict, Invalid } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { type RevisionText, revisionText } from '@/lib/readings/queries/revisions'

/**
 * Says where a note stands whose place is not exact: there where it was found, on another passage, or without one. Throws Conflict when
 * the text was revised since the place was looked at.
 */
export async function anchorAnnotation(
  actor: SignedIn,
  id: string,
  input: PlaceInput,
): Promise<AnnotationRow> {
  const note = await placeable(actor, id)
  requireSameRevision(note, input.revisionId)
  const text = await revisionText(note.placeRevisionId)
  const chosen = chosenPlace(note, input, text)
  const placed = { byId: actor.personId, at: now() }
  return store(actor, note, { ...chosen, placed })
}

/** Takes a decision back: the note stands again where it was found by itself. */
export async function resetAnchor(actor: SignedIn, id: string): Promise<AnnotationRow> {
  const note = await placeable(actor, id)
  return store(actor, note, await automaticPlace(note))
}

async function placeable(actor: SignedIn, id: string): Promise<AnnotationRow> {
  const note = await annotationFor(actor, id)
  authorize(actor, 'annotation.place', annotationFacts(note))
  if (note.placeState === 'exact' && note.placedAt === null) {
    throw new Invalid('exact', 'This note stands on the very words it was made on.')
  }
  return note
}

function requireSameRevision(note: AnnotationRow, revisionId: string | undefined): void {
  if (revisionId !== undefined && revisionId !== note.placeRevisionId) throw revised()
}

function revised(): Conflict {
  return new Conflict('revised', 'The text was revised this moment. Look at the place once more.')
}

function chosenPlace(
  note: AnnotationRow,
  input: PlaceInput,
  text: RevisionText,
): Omit<AnchorState, 'placed'> {
  const { start, end, sectionId, placeState, similarity } = note
  switch (input.kind) {
    case 'confirmed':
      return { start, end, sectionId, state: placeState, similarity }
    case 'passage': {
      if (note.exact === null) throw new Invalid('no-passage', 'This note was never on a passage.')
      const passage = passageOf(text.text, input.target)
      return placeOfPassage(note.exact, passage, text.sections)
    }
    case 'section': {
      const section = text.sections.find((one) => one.sectionId === (input.sectionId ?? sectionId))
      const nowhere = { start: null, end: null, similarity: null }
      return section
        ? { ...nowhere, sectionId: section.sectionId, state: 'section' }
        : { ...nowhere, sectionId: null, state: 'lost' }
    }
  }
}

async function store(
  actor: SignedIn,
  note: AnnotationRow,
  to: AnchorState,
): Promise<AnnotationRow> {
  const at = now()
  await transaction(async (tx) => {
    await holdRevision(tx, note)
    await tx.annotation.updateMany({
      where: { id: note.id },
      data: {
        start: to.start,
        end: to.end,
        sectionId: to.sectionId,
        placeState: to.state,
        similarity: to.similarity,
        placedAt: to.placed?.at ?? null,
        placedById: to.placed?.byId ?? null,
      },
    })
    await annotationNews.record(tx, {
      kind: 'annotation.placed',
      actorId: actor.personId,
      subjectId: note.id,
      readingId: note.readingId,
      groupId: note.groupId,
      at,
    })
  })
  return annotationFor(actor, note.id)
}

// Holds the reading as the making of a note does: no revision becomes current before this is committed.
async function holdRevision(tx: Db, { readingId, placeRevisionId }: AnnotationRow): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT id FROM readings WHERE id = ${readingId}::uuid
      AND current_revision_id = ${placeRevisionId}::uuid FOR KEY SHARE`
  if (held.length === 0) throw revised()
}

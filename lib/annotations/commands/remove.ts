import 'server-only'
import { annotationFacts } from '@/lib/annotations/annotation'
import { annotationNews } from '@/lib/annotations/news'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import type { AnnotationRow } from '@/lib/annotations/queries/rows'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { recordNoticesOf } from '@/lib/events/notify'
import { HOLD } from '@/lib/moderation/decision'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { isDocNode } from '@/lib/text/doc-node'
import { earnOpening } from './for-assignment'
import { tellOfNote } from './tell-note'

/** Deletes an annotation; its replies stay, and it can be taken back. Doing it twice changes nothing. */
export async function removeAnnotation(actor: SignedIn, id: string): Promise<AnnotationRow> {
  const annotation = await annotationFor(actor, id)
  authorize(actor, 'annotation.delete', annotationFacts(annotation))
  return changeStanding(actor, annotation, 'annotation.deleted')
}

/** Takes the deletion of an annotation back. */
export async function restoreAnnotation(actor: SignedIn, id: string): Promise<AnnotationRow> {
  const annotation = await annotationFor(actor, id)
  if (annotation.deletedAt === null) return annotation
  authorize(actor, 'annotation.restore', annotationFacts(annotation))
  return changeStanding(actor, annotation, 'annotation.restored')
}

async function changeStanding(
  actor: SignedIn,
  annotation: AnnotationRow,
  kind: 'annotation.deleted' | 'annotation.restored',
): Promise<AnnotationRow> {
  const deletes = kind === 'annotation.deleted'
  const at = now()
  const standing = deletes
    ? { deletedAt: at, deletedById: actor.personId }
    : { deletedAt: null, deletedById: null, decisionId: null }
  const changed = await transaction(async (tx) => {
    const { count } = await tx.annotation.updateMany({
      where: { id: annotation.id, deletedAt: deletes ? null : { not: null } },
      data: standing,
    })
    if (count === 0) return false
    await annotationNews.record(tx, {
      kind,
      actorId: actor.personId,
      subjectId: annotation.id,
      readingId: annotation.readingId,
      groupId: annotation.groupId,
      at,
    })
    await recordNoticesOf(tx, annotation.id, at)
    if (!deletes) await earnOpening(tx, annotation, at)
    if (!deletes && annotation.moderation?.kind === HOLD) await tellOfApproved(tx, annotation, at)
    return true
  })
  // Not read anew: a moderator may not see any more what he just deleted.
  return changed ? { ...annotation, ...standing } : annotation
}

// Nobody was told of a note that waited for approval.
async function tellOfApproved(tx: Db, note: AnnotationRow, at: Date): Promise<void> {
  const { id, readingId, groupId, authorId: personId, body } = note
  const facts = { ...annotationFacts(note), deletedAt: null, deletedById: null, decisionId: null }
  const doc = isDocNode(body) ? body : null
  await tellOfNote(tx, { personId }, { id, readingId, groupId, facts, doc, at, namedOnly: false })
}

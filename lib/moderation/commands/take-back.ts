import 'server-only'
import { undoMove } from '@/lib/annotations/commands/move'
import { removeAnnotation, restoreAnnotation } from '@/lib/annotations/commands/remove'
import type { Db } from '@/lib/db/client'
import { undoRearrangement as undoChange } from '@/lib/debates/commands/undo'
import { NotFound } from '@/lib/errors'
import { liftSanction } from '@/lib/groups/commands/sanction'
import type { DecisionRow } from '@/lib/moderation/queries/decisions'
import type { SignedIn } from '@/lib/policy/actor'
import { unlockThread } from '@/lib/threads/commands/lock'
import { removeReply, restoreReply } from '@/lib/threads/commands/remove-reply'
import { reopenThread } from '@/lib/threads/commands/resolve'
import { beforeShape } from './deciding'

type Undoing = { readonly actor: SignedIn; readonly decision: DecisionRow }

/** Undoes what a decision did, by what was written down of how it was before. What has gone meanwhile is passed over. */
export async function takeBack(tx: Db, undoing: Undoing): Promise<void> {
  const { actor, decision } = undoing
  const before = beforeShape.parse(decision.before)
  const { threadId, subjectId, groupId, authorId: personId } = decision
  if (before.hidden) await show(tx, undoing)
  if (before.held) await holdAgain(tx, undoing, before.held)
  if (before.locked) await unlockThread(actor, threadId)
  if (before.resolved) await reopenThread(actor, threadId)
  if (before.place) await undoMove(actor, subjectId, before.place)
  if (before.changeId) await undoChange(actor, before.changeId)
  if (before.sanction) await liftSanction(actor, { groupId, personId, before: before.sanction })
}

// Only what this very decision took from view: it may have been decided anew, or purged.
async function show(tx: Db, { actor, decision }: Undoing): Promise<void> {
  const { id: decisionId, subjectId: id, subjectKind } = decision
  const rows =
    subjectKind === 'annotation'
      ? await tx.annotation.count({ where: { id, decisionId } })
      : await tx.reply.count({ where: { id, decisionId } })
  if (rows > 0) await release({ actor, subject: decision })
}

// What was approved waits again, under the hold that it had.
async function holdAgain(tx: Db, { actor, decision }: Undoing, decisionId: string): Promise<void> {
  const { subjectId: id, subjectKind } = decision
  if (subjectKind === 'annotation') {
    await removeAnnotation(actor, id)
    await tx.annotation.updateMany({
      where: { id, deletedAt: { not: null } },
      data: { decisionId },
    })
  } else {
    await removeReply(actor, id)
    await tx.reply.updateMany({ where: { id, deletedAt: { not: null } }, data: { decisionId } })
  }
}

/** Shows a post that was taken from view. */
async function release({
  actor,
  subject,
}: {
  readonly actor: SignedIn
  readonly subject: Pick<DecisionRow, 'subjectKind' | 'subjectId'>
}): Promise<void> {
  try {
    if (subject.subjectKind === 'annotation') await restoreAnnotation(actor, subject.subjectId)
    else await restoreReply(actor, subject.subjectId)
  } catch (error) {
    // It was purged meanwhile: there is nothing to show.
    if (!(error instanceof NotFound)) throw error
  }
}

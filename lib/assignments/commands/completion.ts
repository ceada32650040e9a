import 'server-only'
import { type AssignmentRow, assignmentFor } from '@/lib/assignments/queries/assignments'
import { now } from '@/lib/clock'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

/** Says that the actor is done. Twice changes nothing: the first time stands. */
export async function completeAssignment(actor: SignedIn, id: string): Promise<AssignmentRow> {
  authorize(actor, 'assignment.work', await assignmentFor(actor, id))
  await db().completion.createMany({
    data: { assignmentId: id, personId: actor.personId, at: now() },
    skipDuplicates: true,
  })
  return assignmentFor(actor, id)
}

/** Takes that back. */
export async function resumeAssignment(actor: SignedIn, id: string): Promise<AssignmentRow> {
  authorize(actor, 'assignment.work', await assignmentFor(actor, id))
  await db().completion.deleteMany({ where: { assignmentId: id, personId: actor.personId } })
  return assignmentFor(actor, id)
}

import 'server-only'
import type { ExtensionInput } from '@/lib/assignments/contract'
import { assignmentFor } from '@/lib/assignments/queries/assignments'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Conflict, NotFound } from '@/lib/errors'
import { isId, newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { recordSight } from './record-sight'

/**
 * Gives a student or a circle another due time; one that they have already is replaced. Throws NotFound for somebody who is no student
 * of the course and a circle that is not one of the assignment's, Conflict where nothing is due at any time.
 */
export async function extendDueDate(
  actor: SignedIn,
  { id, forId, for: whom, dueAt }: ExtensionInput,
): Promise<void> {
  const assignment = await assignmentFor(actor, id)
  authorize(actor, 'assignment.lead', assignment)
  if (assignment.dueAt === null) {
    throw new Conflict('no-due', 'Nothing is due at any time, so there is nothing to extend.')
  }
  const { groupId } = assignment
  await transaction(async (tx) => {
    await requireReceiver(tx, { id, groupId, forId, whom })
    const given = { dueAt: new Date(dueAt), givenById: actor.personId, givenAt: now() }
    const receiver = whom === 'person' ? { personId: forId } : { circleId: forId }
    const { count } = await tx.extension.updateMany({
      where: { assignmentId: id, ...receiver },
      data: given,
    })
    if (count === 0) {
      await tx.extension.createMany({
        data: { id: newId(), assignmentId: id, ...receiver, ...given },
        skipDuplicates: true,
      })
    }
    await recordSight(tx, actor, whom === 'person' ? sightOf(forId) : { groupId, at: now() })
  })
}

/** Takes an extension back. Twice changes nothing. */
export async function withdrawExtension(
  actor: SignedIn,
  { id, forId }: { readonly id: string; readonly forId: string },
): Promise<void> {
  const assignment = await assignmentFor(actor, id)
  authorize(actor, 'assignment.lead', assignment)
  if (!isId(forId)) throw new NotFound()
  await transaction(async (tx) => {
    const { count } = await tx.extension.deleteMany({
      where: { assignmentId: id, OR: [{ personId: forId }, { circleId: forId }] },
    })
    if (count > 0) await recordSight(tx, actor, { groupId: assignment.groupId, at: now() })
  })
}

function sightOf(personId: string) {
  return { personId, at: now() }
}

type Receiver = {
  readonly id: string
  readonly groupId: string
  readonly forId: string
  readonly whom: ExtensionInput['for']
}

async function requireReceiver(tx: Db, { id, groupId, forId, whom }: Receiver): Promise<void> {
  if (!isId(forId)) throw new NotFound()
  const found =
    whom === 'person'
      ? await tx.membership.findFirst({
          where: { groupId, personId: forId, role: { in: ['member', 'guest'] } },
          select: { personId: true },
        })
      : await tx.circle.findFirst({
          where: {
            ...{ id: forId, groupId, endedAt: null },
            OR: [{ assignmentId: id }, { assignmentId: null }],
          },
          select: { id: true },
        })
  if (!found) throw new NotFound('There is no such student or circle in this course.')
}

import 'server-only'
import { type AssignmentRow, assignmentFor } from '@/lib/assignments/queries/assignments'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { recordSight } from './record-sight'

// Publishing and closing, each with its way back. Doing one twice changes nothing.

/** Publishes an assignment: students see it and may write for it. */
export async function publishAssignment(actor: SignedIn, id: string): Promise<AssignmentRow> {
  return change(actor, id, { where: { publishedAt: null }, data: { publishedAt: now() } })
}

/** Makes a draft of it again. Throws Conflict once somebody has written for it: then it can only be closed. */
export async function unpublishAssignment(actor: SignedIn, id: string): Promise<AssignmentRow> {
  return change(
    actor,
    id,
    { where: {}, data: { publishedAt: null, closedAt: null } },
    async (tx) => {
      await tx.$queryRaw`SELECT id FROM assignments WHERE id = ${id}::uuid FOR UPDATE`
      const written = await tx.annotation.findFirst({
        where: { assignmentId: id },
        select: { id: true },
      })
      if (!written) return
      throw new Conflict('has-work', 'Somebody has written for it. Close it instead.')
    },
  )
}

/** Closes an assignment: nobody writes for it any more, and what waited for writing is shown. Throws Conflict for a draft. */
export async function closeAssignment(actor: SignedIn, id: string): Promise<AssignmentRow> {
  const closed = await change(actor, id, {
    where: { publishedAt: { not: null }, closedAt: null },
    data: { closedAt: now() },
  })
  if (closed.closedAt === null) {
    throw new Conflict('draft', 'A draft cannot be closed: nobody has seen it yet.')
  }
  return closed
}

/** Opens a closed assignment again. */
export async function reopenAssignment(actor: SignedIn, id: string): Promise<AssignmentRow> {
  return change(actor, id, { where: { closedAt: { not: null } }, data: { closedAt: null } })
}

async function change(
  actor: SignedIn,
  id: string,
  to: { where: Prisma.AssignmentWhereInput; data: Prisma.AssignmentUpdateManyMutationInput },
  ask: (tx: Db) => Promise<void> = async () => undefined,
): Promise<AssignmentRow> {
  const { groupId, ...assignment } = await assignmentFor(actor, id)
  authorize(actor, 'assignment.lead', assignment)
  await transaction(async (tx) => {
    await ask(tx)
    const { count } = await tx.assignment.updateMany({ where: { ...to.where, id }, data: to.data })
    if (count > 0) await recordSight(tx, actor, { groupId, at: now() })
  })
  return assignmentFor(actor, id)
}

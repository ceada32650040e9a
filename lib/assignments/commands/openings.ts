import 'server-only'
import { assignmentFor } from '@/lib/assignments/queries/assignments'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { isId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { recordSight } from './record-sight'

type Opening = {
  readonly id: string
  readonly sectionId: string
  /** Without it: all who are students now. */
  readonly personId?: string
}

/** Opens a section of an assignment to one student or to all, whatever they wrote. Twice changes nothing. */
export async function openSection(
  actor: SignedIn,
  { id, sectionId, personId }: Opening,
): Promise<void> {
  const assignment = await assignmentFor(actor, id)
  authorize(actor, 'assignment.lead', assignment)
  const { groupId, sections } = assignment
  if (!sections.some((section) => section.sectionId === sectionId)) throw new NotFound()
  if (personId !== undefined && !isId(personId)) throw new NotFound()
  const at = now()
  await transaction(async (tx) => {
    const people = await tx.membership.findMany({
      where: { groupId, ...(personId === undefined ? {} : { personId }) },
      select: { personId: true },
    })
    if (personId !== undefined && people.length === 0) throw new NotFound()
    const opened = { assignmentId: id, sectionId, openedAt: at, openedById: actor.personId }
    const { count } = await tx.sectionOpening.createMany({
      data: people.map((person) => ({ ...opened, personId: person.personId })),
      skipDuplicates: true,
    })
    if (count === 0) return
    await recordSight(tx, actor, personId === undefined ? { groupId, at } : { personId, at })
  })
}

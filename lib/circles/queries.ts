import 'server-only'
import { db } from '@/lib/db/client'
import { type AnyActor, personOf } from '@/lib/policy/actor'
import type { GroupFacts } from '@/lib/policy/facts'
import { authorize, can } from '@/lib/policy/rules'
import type { CirclesShape } from './contract'

/** The circles of a course or of one assignment, by name: all for who arranges them, else one's own. Throws Forbidden outside the group. */
export async function circlesIn(
  actor: AnyActor,
  group: GroupFacts,
  assignmentId: string | null,
): Promise<CirclesShape> {
  authorize(actor, 'group.seeMembers', group)
  const own = { members: { some: { personId: personOf(actor) ?? group.id, leftAt: null } } }
  const rows = await db().circle.findMany({
    where: {
      groupId: group.id,
      assignmentId,
      endedAt: null,
      ...(can(actor, 'circles.arrange', group) ? {} : own),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      members: {
        where: { leftAt: null },
        orderBy: { person: { name: 'asc' } },
        select: { person: { select: { id: true, name: true } } },
      },
    },
  })
  return {
    items: rows.map(({ id, name, members }) => ({
      id,
      name,
      members: members.map(({ person }) => person),
    })),
  }
}

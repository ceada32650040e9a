import 'server-only'
import { db } from '@/lib/db/client'
import { type AnyActor, personOf } from '@/lib/policy/actor'
import type { GroupFacts } from '@/lib/policy/facts'
import { authorize, can } from '@/lib/policy/rules'
import type { CirclesShape } from './contract'

/** The circles that count in an assignment, its own and the course's, for who sees all of them; none for others. One query. */
export async function circlesSwitched(
  actor: AnyActor,
  { id, group }: { readonly id: string; readonly group: GroupFacts },
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (!can(actor, 'circles.arrange', group)) return []
  return db().circle.findMany({
    where: {
      groupId: group.id,
      OR: [{ assignmentId: id }, { assignmentId: null }],
      annotations: { some: { assignmentId: id } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: CIRCLES_SWITCHED,
    select: { id: true, name: true },
  })
}

const CIRCLES_SWITCHED = 200

/** More students than a course can be drawn into circles of at once. */
const STUDENTS_MAXIMUM = 3_000

/** The students of a course by name, for who arranges its circles. Throws Forbidden for others. One query. */
export async function studentsOf(
  actor: AnyActor,
  group: GroupFacts,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  authorize(actor, 'circles.arrange', group)
  const rows = await db().membership.findMany({
    where: { groupId: group.id, role: { in: ['member', 'guest'] } },
    orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
    take: STUDENTS_MAXIMUM,
    select: { person: { select: { id: true, name: true } } },
  })
  return rows.map(({ person }) => person)
}

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

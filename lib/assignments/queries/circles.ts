import 'server-only'
import { db } from '@/lib/db/client'

export type CircleRow = { readonly id: string; readonly name: string }

/** The circle that somebody is in for an assignment: one that was drawn for it, else that of the course; or null. */
export async function circleIn(
  assignment: { readonly id: string; readonly groupId: string },
  personId: string,
): Promise<CircleRow | null> {
  const member = await db().circleMember.findFirst({
    where: {
      personId,
      groupId: assignment.groupId,
      leftAt: null,
      OR: [{ assignmentId: assignment.id }, { assignmentId: null }],
    },
    orderBy: { assignmentId: { sort: 'asc', nulls: 'last' } },
    select: { circle: { select: { id: true, name: true } } },
  })
  return member?.circle ?? null
}

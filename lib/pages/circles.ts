import 'server-only'
import { assignmentFor } from '@/lib/assignments/queries/assignments'
import { currentActor } from '@/lib/auth/session'
import { circlesIn, studentsOf } from '@/lib/circles/queries'
import { NotFound } from '@/lib/errors'
import { orNotFound } from '@/lib/pages/found'
import { groupOrNotFound } from '@/lib/pages/group'
import type { Actor } from '@/lib/policy/actor'
import type { GroupFacts } from '@/lib/policy/facts'
import { can } from '@/lib/policy/rules'

/** The circles of a course or of one of its assignments, with its students. Not there for who may not arrange them. */
export async function loadCircles(slug: string, assignmentId: string | undefined) {
  const actor = await currentActor()
  const course = await groupOrNotFound(actor, slug)
  return { actor, course, ...(await orNotFound(arranged(actor, course, assignmentId))) }
}

async function arranged(actor: Actor, course: GroupFacts, assignmentId: string | undefined) {
  if (!can(actor, 'circles.arrange', course)) throw new NotFound()
  const assignment = assignmentId === undefined ? null : await assignmentFor(actor, assignmentId)
  if (assignment && assignment.groupId !== course.id) throw new NotFound()
  const [students, circles] = await Promise.all([
    studentsOf(actor, course),
    circlesIn(actor, course, assignment?.id ?? null),
  ])
  return { assignment, students, circles }
}

import 'server-only'
import { notFound } from 'next/navigation'
import { presentAssignment } from '@/lib/assignments/present'
import { assignmentFor } from '@/lib/assignments/queries/assignments'
import { viewed } from '@/lib/assignments/queries/viewed'
import { currentActor } from '@/lib/auth/session'
import { now } from '@/lib/clock'
import { groupFor } from '@/lib/groups/queries'
import { orNotFound } from '@/lib/pages/found'

/** An assignment with its course, as whoever looks may see it; or Next's not-found page. */
export async function loadAssignment(id: string) {
  const actor = await currentActor()
  const row = await orNotFound(assignmentFor(actor, id))
  const [course, beside] = await Promise.all([
    orNotFound(groupFor(actor, row.groupId)),
    viewed(actor, row),
  ])
  return { actor, row, course, assignment: presentAssignment(actor, row, beside), at: now() }
}

/** The same for who leads it; for anybody else it is not there. */
export async function loadLed(id: string) {
  const loaded = await loadAssignment(id)
  if (!loaded.assignment.can.lead) notFound()
  return loaded
}

import 'server-only'
import type { Viewed } from '@/lib/assignments/present'
import { now } from '@/lib/clock'
import { type AnyActor, personOf } from '@/lib/policy/actor'
import { nameReadFor } from '@/lib/pseudonyms/queries'
import { circleIn } from './circles'
import { ownNotes } from './own-notes'

/** What an assignment looks like to one viewer, beside its row. Three queries, and none for nobody. */
export async function viewed(
  actor: AnyActor,
  assignment: { readonly id: string; readonly groupId: string },
): Promise<Viewed> {
  const personId = personOf(actor)
  const [own, circle, seenAs] = await Promise.all([
    personId === null
      ? new Map<string, number>()
      : ownNotes({ assignmentId: assignment.id, personId }),
    personId === null ? null : circleIn(assignment, personId),
    personId === null ? null : nameReadFor(assignment.id, personId),
  ])
  return { ownNotes: own, circle, seenAs, now: now() }
}

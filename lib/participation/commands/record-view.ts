import 'server-only'
import { now } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { type AnyActor, personOf } from '@/lib/policy/actor'

/** Writes down that somebody looked at a student's work today; looking at one's own is nobody's business. One statement. */
export async function recordView(
  actor: AnyActor,
  { assignmentId, personId }: { readonly assignmentId: string; readonly personId: string },
): Promise<void> {
  const viewerId = personOf(actor)
  if (viewerId === null || viewerId === personId) return
  await db().workView.createMany({
    data: { assignmentId, personId, viewerId, day: now() },
    skipDuplicates: true,
  })
}

import 'server-only'
import { thingOf } from '@/lib/annotations/annotation'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { record } from '@/lib/events/record'
import type { Member } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

/** Resolves a thread. Doing it twice keeps who did it first and when. */
export async function resolve(actor: Member, annotationId: string): Promise<void> {
  await setResolution(actor, annotationId, 'thread.resolved')
}

/** Reopens a thread. */
export async function reopen(actor: Member, annotationId: string): Promise<void> {
  await setResolution(actor, annotationId, 'thread.reopened')
}

async function setResolution(
  actor: Member,
  annotationId: string,
  kind: 'thread.resolved' | 'thread.reopened',
): Promise<void> {
  const annotation = await annotationFor(actor, annotationId)
  authorize(actor, 'thread.resolve', thingOf(annotation))
  const resolves = kind === 'thread.resolved'
  const at = now()
  await transaction(async (tx) => {
    const { count } = await tx.thread.updateMany({
      where: { id: annotationId, resolvedAt: resolves ? null : { not: null } },
      data: { resolvedAt: resolves ? at : null, resolvedById: resolves ? actor.personId : null },
    })
    if (count === 0) return
    await record(tx, {
      kind,
      actorId: actor.personId,
      subjectId: annotationId,
      readingId: annotation.readingId,
      groupId: annotation.groupId,
      at,
    })
  })
}

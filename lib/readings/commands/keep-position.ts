import 'server-only'
import { now } from '@/lib/clock'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { groupNamed, readingFor } from '@/lib/readings/queries/readings'

/** Remembers where somebody stopped reading; `offset` is in UTF-16 code units of the text. One row a person and reading. */
export async function keepPosition(
  actor: SignedIn,
  readingId: string,
  { offset, groupId, revisionId }: { offset: number; groupId?: string; revisionId?: string },
): Promise<void> {
  const reading = await readingFor(actor, readingId)
  authorize(actor, 'place.keep', null)
  const currentId = reading.currentRevision?.id ?? null
  // An offset in another text says nothing of this one.
  if (revisionId !== undefined && revisionId !== currentId) return
  const place = {
    offset,
    seenId: currentId,
    groupId: groupNamed(actor, reading, groupId),
    at: now(),
  }
  await db().readingPosition.upsert({
    where: { personId_readingId: { personId: actor.personId, readingId: reading.id } },
    create: { personId: actor.personId, readingId: reading.id, ...place },
    update: place,
    select: { offset: true },
  })
}

import 'server-only'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { readingNews } from '@/lib/readings/news'
import { deletedReadingFor, readingFor } from '@/lib/readings/queries/readings'

/** Deletes a reading; it can be taken back until it is purged. */
export async function removeReading(actor: SignedIn, id: string): Promise<void> {
  const reading = await readingFor(actor, id)
  authorize(actor, 'reading.delete', reading)
  await setDeleted(actor, reading.id, now())
}

/** Takes the deletion of a reading back. */
export async function restoreReading(actor: SignedIn, id: string): Promise<void> {
  const reading = await deletedReadingFor(actor, id)
  authorize(actor, 'reading.delete', reading)
  await setDeleted(actor, reading.id, null)
}

async function setDeleted(actor: SignedIn, id: string, deletedAt: Date | null): Promise<void> {
  await transaction(async (tx) => {
    await tx.reading.updateMany({ where: { id }, data: { deletedAt } })
    await readingNews.record(tx, {
      kind: 'reading.changed',
      actorId: actor.personId,
      subjectId: id,
      readingId: id,
      at: now(),
    })
  })
}

import 'server-only'
import { now } from '@/lib/clock'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { deletedReadingFor, readingFor } from '@/lib/readings/queries/readings'

/** Deletes a reading; it can be taken back until it is purged. */
export async function removeReading(actor: SignedIn, id: string): Promise<void> {
  const reading = await readingFor(actor, id)
  authorize(actor, 'reading.delete', reading)
  await db().reading.updateMany({ where: { id: reading.id }, data: { deletedAt: now() } })
}

/** Takes the deletion of a reading back. */
export async function restoreReading(actor: SignedIn, id: string): Promise<void> {
  const reading = await deletedReadingFor(actor, id)
  authorize(actor, 'reading.delete', reading)
  await db().reading.updateMany({ where: { id: reading.id }, data: { deletedAt: null } })
}

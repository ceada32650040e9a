import 'server-only'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { type GroupRow, groupFor } from '@/lib/groups/queries'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { readingNews } from '@/lib/readings/news'
import type { ReadingRow } from '@/lib/readings/queries/reading-row'
import { readingFor } from '@/lib/readings/queries/readings'

type Place = { readonly groupId: string; readonly readingId: string }

/** Places a reading on the shelf of a group, where it will have notes of its own. Twice changes nothing. */
export async function shelveReading(actor: SignedIn, place: Place): Promise<void> {
  const { group, reading } = await placeFor(actor, place)
  const at = now()
  await transaction(async (tx) => {
    const { count } = await tx.shelf.createMany({
      data: { groupId: group.id, readingId: reading.id, addedById: actor.personId, addedAt: at },
      skipDuplicates: true,
    })
    if (count > 0) await recordShelved(tx, actor, reading.id, at)
  })
}

/** Takes a reading off the shelf of a group. Its notes there are kept and are back when it is placed there again. */
export async function unshelveReading(actor: SignedIn, place: Place): Promise<void> {
  const { group, reading } = await placeFor(actor, place)
  await transaction(async (tx) => {
    const { count } = await tx.shelf.deleteMany({
      where: { groupId: group.id, readingId: reading.id },
    })
    if (count > 0) await recordShelved(tx, actor, reading.id, now())
  })
}

// Who reads it, and whose notes are shown beside it, changed for everybody who has it open.
async function recordShelved(tx: Db, actor: SignedIn, readingId: string, at: Date): Promise<void> {
  await readingNews.record(tx, {
    kind: 'reading.changed',
    actorId: actor.personId,
    subjectId: readingId,
    readingId,
    at,
  })
}

async function placeFor(
  actor: SignedIn,
  { groupId, readingId }: Place,
): Promise<{ group: GroupRow; reading: ReadingRow }> {
  const group = await groupFor(actor, groupId)
  const reading = await readingFor(actor, readingId)
  authorize(actor, 'reading.shelve', { reading, group })
  return { group, reading }
}

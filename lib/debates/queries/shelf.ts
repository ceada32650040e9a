import 'server-only'
import { NotFound } from '@/lib/errors'
import type { AnyActor } from '@/lib/policy/actor'
import type { GroupFacts } from '@/lib/policy/facts'
import { can } from '@/lib/policy/rules'
import type { ReadingRow } from '@/lib/readings/queries/reading-row'
import { readingFor } from '@/lib/readings/queries/readings'

/** A reading on the shelf of a group, where its debates are. Throws NotFound when the actor may not see them there. One query. */
export async function shelfFor(
  actor: AnyActor,
  readingId: string,
  groupId: string,
): Promise<{ readonly reading: ReadingRow; readonly group: GroupFacts; readonly groupId: string }> {
  const reading = await readingFor(actor, readingId)
  const group = reading.shelves.map((shelf) => shelf.group).find(({ id }) => id === groupId)
  if (!group || !can(actor, 'debate.see', { reading, group })) throw new NotFound()
  return { reading, group, groupId }
}

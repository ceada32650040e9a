import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import type { ReadingEdit } from '@/lib/readings/contract'
import type { ReadingRow } from '@/lib/readings/queries/reading-row'
import { readingFor } from '@/lib/readings/queries/readings'

/** Changes what is said of a reading; its text is revised instead, and its address stays what it is. */
export async function editReading(
  actor: SignedIn,
  id: string,
  { title, ...rest }: ReadingEdit,
): Promise<ReadingRow> {
  const reading = await readingFor(actor, id)
  authorize(actor, 'reading.edit', reading)
  const data = { ...rest, ...(title === undefined ? {} : { title: title.normalize('NFC') }) }
  await db().reading.updateMany({ where: { id: reading.id, deletedAt: null }, data })
  return readingFor(actor, reading.id)
}

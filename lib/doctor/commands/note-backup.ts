import 'server-only'
import { now } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { Operator } from '@/lib/policy/actor'

/** Remembers that a backup was written, so that the doctor can say when the last one was. */
export async function noteBackup(
  _: Operator,
  particulars: { readonly file: string; readonly tables: number },
): Promise<void> {
  await db().audit.create({
    data: { id: newId(), at: now(), action: 'instance.backed-up', particulars },
    select: { id: true },
  })
}

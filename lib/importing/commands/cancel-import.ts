import 'server-only'
import { now } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import { importFor } from '@/lib/importing/queries'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

/** Stops the reading of a text, or drops what was read of it. Twice is as once. Throws Conflict for one that was saved. */
export async function cancelImport(actor: SignedIn, id: string): Promise<void> {
  const row = await importFor(actor, id)
  authorize(actor, 'import.change', row)
  const changed = await db().$executeRaw`
    UPDATE imports SET cancelled_at = COALESCE(cancelled_at, ${now()}), source = NULL, doc = NULL
    WHERE id = ${row.id}::uuid AND saved_at IS NULL`
  if (changed === 0) {
    throw new Conflict('import-saved', 'This text was saved already. Delete the reading instead.')
  }
}

import 'server-only'
import { transaction } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import type { Encoding } from '@/lib/importing/encoding'
import { stateOf } from '@/lib/importing/import'
import { presentImport } from '@/lib/importing/present'
import { type ImportRow, importFor } from '@/lib/importing/queries'
import { enqueue } from '@/lib/jobs/enqueue'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

/**
 * Has a text read anew, in the encoding that a person chose in place of the guessed one; until then there is nothing of it to save.
 * Throws Conflict while it is read, once it is saved, and for a text whose encoding was not guessed.
 */
export async function chooseEncoding(
  actor: SignedIn,
  { id, encoding }: { readonly id: string; readonly encoding: Encoding },
): Promise<ImportRow> {
  const row = await importFor(actor, id)
  authorize(actor, 'import.change', row)
  if (stateOf(row) !== 'ready') {
    throw new Conflict('import-not-ready', 'This text is not there to be read anew.')
  }
  if (!presentImport(row).report?.guess) {
    throw new Conflict('encoding-known', 'The encoding of this text is not in question.')
  }
  await transaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE imports SET encoding = ${encoding}, started_at = NULL, ready_at = NULL, doc = NULL,
        attempts = 0, phase = NULL, done = 0, total = NULL
      WHERE id = ${row.id}::uuid AND ready_at IS NOT NULL AND saved_at IS NULL AND cancelled_at IS NULL
        AND (source IS NOT NULL OR address IS NOT NULL)`
    if (changed === 0) {
      throw new Conflict('import-not-ready', 'This text is not there to be read anew.')
    }
    await enqueue(tx, { name: 'read-import', key: row.id, payload: { importId: row.id } })
  })
  return importFor(actor, row.id)
}

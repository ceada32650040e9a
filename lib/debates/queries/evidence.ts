import 'server-only'
import { db } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { isId } from '@/lib/ids'

/** Whose evidence this is; who may know is asked of its claim. Throws NotFound. */
export async function evidenceById(
  id: string,
): Promise<{ readonly claimId: string; readonly addedById: string | null }> {
  const row = isId(id)
    ? await db().evidence.findUnique({ where: { id }, select: { claimId: true, addedById: true } })
    : null
  if (!row) throw new NotFound()
  return row
}

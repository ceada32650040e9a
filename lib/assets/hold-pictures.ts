import 'server-only'
import { seenAssets } from '@/lib/assets/queries'
import type { Db } from '@/lib/db/client'
import { Invalid } from '@/lib/errors'
import type { AnyActor } from '@/lib/policy/actor'
import type { DocNode } from '@/lib/text/doc-node'
import { assetIdsIn } from '@/lib/text/document'

/**
 * Writes down which pictures a text of a reading holds: from then on who sees the reading sees them, and they are kept as long as it is.
 * For whatever stores a text: a first revision, a further one, a draft. Throws Invalid when the actor may not see one of them, so that
 * nobody opens a picture to himself by knowing its name. At most two statements.
 */
export async function holdPictures(
  tx: Db,
  { actor, readingId, doc }: { actor: AnyActor; readingId: string; doc: DocNode },
): Promise<void> {
  const ids = assetIdsIn(doc)
  if (ids.length === 0) return
  const seen = await seenAssets(tx, actor, ids)
  if (!ids.every((id) => seen.has(id))) {
    throw new Invalid(
      'picture-missing',
      'A picture in this text is not stored here, or not for you. Upload it again. Nothing was saved.',
    )
  }
  await tx.assetUse.createMany({
    data: ids.map((assetId) => ({ assetId, readingId })),
    skipDuplicates: true,
  })
}

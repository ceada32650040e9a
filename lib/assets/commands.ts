import 'server-only'
import { createHash } from 'node:crypto'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { Invalid, TooLarge } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { readingFor } from '@/lib/readings/queries/readings'
import { PICTURE_MAXIMUM, type PictureKind, pictureKind } from './picture'

export type StoredPicture = PictureKind & { readonly id: string }

/**
 * Keeps a picture, for a reading that one owns or, with null, for one that is still to be made. The same bytes are kept once. Throws
 * Invalid for what is no picture that is taken, TooLarge above PICTURE_MAXIMUM.
 */
export async function uploadPicture(
  actor: SignedIn,
  { bytes, readingId }: { bytes: Uint8Array<ArrayBuffer>; readingId: string | null },
): Promise<StoredPicture> {
  const reading = readingId === null ? null : await readingFor(actor, readingId)
  authorize(actor, 'asset.create', { reading })
  const kind = requirePicture(bytes)
  const id = createHash('sha256').update(bytes).digest('hex')
  const at = now()
  await transaction(async (tx) => {
    // The row is locked also when it is there already, so that a purge waits for what follows.
    await tx.$executeRaw`
      INSERT INTO assets (id, media_type, bytes, size, width, height, created_at)
      VALUES (${id}, ${kind.mediaType}, ${bytes}, ${bytes.byteLength}, ${kind.width}, ${kind.height}, ${at})
      ON CONFLICT (id) DO UPDATE SET size = EXCLUDED.size`
    await tx.$executeRaw`
      INSERT INTO asset_uploads (asset_id, person_id, created_at) VALUES (${id}, ${actor.personId}::uuid, ${at})
      ON CONFLICT (asset_id, person_id) DO UPDATE SET created_at = EXCLUDED.created_at`
    if (reading) {
      await tx.assetUse.createMany({
        data: [{ assetId: id, readingId: reading.id }],
        skipDuplicates: true,
      })
    }
  })
  return { id, ...kind }
}

function requirePicture(bytes: Uint8Array): PictureKind {
  if (bytes.byteLength > PICTURE_MAXIMUM) {
    throw new TooLarge('picture-too-large', 'A picture may have at most 10 MB. Make it smaller.')
  }
  const kind = pictureKind(bytes)
  if (!kind) {
    throw new Invalid(
      'not-a-picture',
      'This is no picture that can be kept. PNG, JPEG, GIF, WebP and AVIF are; SVG is not.',
    )
  }
  return kind
}

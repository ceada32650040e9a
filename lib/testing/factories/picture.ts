import { createHash } from 'node:crypto'
import { db } from '@/lib/db/client'
import { picturePixel } from './picture-bytes'

/** A stored picture that a person brought, in the readings given. Returns its id. */
export async function makePicture(overrides: {
  personId: string
  readingIds?: readonly string[]
}): Promise<string> {
  const bytes = picturePixel()
  const id = createHash('sha256').update(bytes).digest('hex')
  await db().asset.create({
    data: {
      id,
      mediaType: 'image/png',
      bytes,
      size: bytes.byteLength,
      width: 1,
      height: 1,
      createdAt: new Date(),
      uploads: { create: { personId: overrides.personId, createdAt: new Date() } },
      uses: { create: (overrides.readingIds ?? []).map((readingId) => ({ readingId })) },
    },
  })
  return id
}

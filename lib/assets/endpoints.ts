import 'server-only'
import { type Upload, uploadHandler } from '@/lib/api/upload'
import type { Actor, SignedIn } from '@/lib/policy/actor'
import { assetAddress } from '@/lib/text/asset-address'
import { uploadPicture } from './commands'
import { PICTURE_MAXIMUM } from './picture'
import { assetFor } from './queries'

async function takePicture(actor: SignedIn, { bytes, query }: Upload) {
  const picture = await uploadPicture(actor, { bytes, readingId: query.get('reading') })
  return { status: 201, body: { ...picture, url: assetAddress(picture.id) } }
}

/** `POST /assets?reading=…`: a picture as its bytes. */
export const pictureUpload = uploadHandler({ most: PICTURE_MAXIMUM, run: takePicture })

/** A picture. What an id names never changes, so the browser of one who may see it need not ask twice. */
export async function pictureResponse(actor: Actor, id: string): Promise<Response> {
  const { mediaType, bytes } = await assetFor(actor, id)
  return new Response(bytes, {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.byteLength),
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      etag: `"${id}"`,
    },
  })
}

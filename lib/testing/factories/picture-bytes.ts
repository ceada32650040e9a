import { randomBytes } from 'node:crypto'

const ONE_PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** The bytes of a PNG of one pixel, each time others: something random stands behind the picture. */
export function picturePixel(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([Buffer.from(ONE_PIXEL, 'base64'), randomBytes(8)]))
}

// Which bytes are a picture that browsers show and that cannot do anything else. Told by the bytes themselves, never by a name or an
// announced type. SVG is not among them: it is a document that may hold script and ask other servers.

/** The largest picture that is kept, in bytes. */
export const PICTURE_MAXIMUM = 10 * 1024 * 1024

export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif'

/** Width and height in pixels; null when its head does not say in a way that is read here. */
export type PictureKind = {
  readonly mediaType: PictureType
  readonly width: number | null
  readonly height: number | null
}

/** What kind of picture some bytes are, or null when they are none that is taken. Looks at the head alone (JPEG: at its segments). */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const head = ascii(bytes, 0, 32)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return png(view)
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return jpeg(view)
  if (/^GIF8[79]a/.test(head)) return gif(view)
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return webp(view, head.slice(12, 16))
  if (/^....ftypavi[fs]/s.test(head)) return { mediaType: 'image/avif', width: null, height: null }
  return null
}

function png(view: DataView): PictureKind {
  const has = view.byteLength >= 24
  return sized('image/png', has ? view.getUint32(16) : 0, has ? view.getUint32(20) : 0)
}

function gif(view: DataView): PictureKind {
  const has = view.byteLength >= 10
  return sized('image/gif', has ? view.getUint16(6, true) : 0, has ? view.getUint16(8, true) : 0)
}

function webp(view: DataView, form: string): PictureKind {
  if (view.byteLength < 30) return sized('image/webp', 0, 0)
  if (form === 'VP8X') return sized('image/webp', 1 + uint24(view, 24), 1 + uint24(view, 27))
  if (form === 'VP8L') {
    const bits = view.getUint32(21, true)
    return sized('image/webp', 1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff))
  }
  return sized('image/webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
}

// Frame headers that give a size: all SOF markers but the three that mean something else.
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function jpeg(view: DataView): PictureKind {
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    if (isFrame(view.getUint8(at + 1))) {
      return sized('image/jpeg', view.getUint16(at + 7), view.getUint16(at + 5))
    }
    at += 2 + view.getUint16(at + 2)
  }
  return sized('image/jpeg', 0, 0)
}

function sized(mediaType: PictureType, width: number, height: number): PictureKind {
  const isKnown = width > 0 && height > 0 && width <= 20_000 && height <= 20_000
  return isKnown ? { mediaType, width, height } : { mediaType, width: null, height: null }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}

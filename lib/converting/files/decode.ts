// Bytes to characters: by their mark, by what is announced, by what is in them.

import { Invalid } from '@/lib/errors'

/** A text from bytes: UTF-8, UTF-16 with its mark, or else the Western alphabet of old Windows. Throws Invalid for what is no text. */
export function decodeText(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes)
  const text = marked
    ? new TextDecoder(marked).decode(bytes)
    : (utf8(bytes) ?? decodeAs(bytes, 'windows-1252'))
  const controls = text.slice(0, 20_000).match(/[^\P{Cc}\t\n\v\f\r\u0085]/gu)?.length ?? 0
  if (controls > 4 || (controls > 0 && text.length < 200)) {
    throw new Invalid('not-text', 'This file is no text and none of the forms that can be read.')
  }
  return text
}

/** A page from bytes, by its mark, the announced type, or what it says in its head. */
export function decodeHtml(bytes: Uint8Array, mediaType: string): string {
  const marked = markedEncoding(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  const announced = /charset\s*=\s*["']?([\w-]+)/i.exec(mediaType)?.[1]
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048))
  const said = /<meta[^>]{1,200}charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
  const encoding = announced ?? said
  return encoding === undefined ? decodeText(bytes) : decodeAs(bytes, encoding)
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    // An encoding that nobody knows.
    return new TextDecoder().decode(bytes)
  }
}

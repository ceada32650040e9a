// Bytes to characters: by their mark, by what is announced, by what is in them.

import { Invalid } from '@/lib/errors'
import { decoded, guessedEncoding } from './encoding'

const CONTROL = /[^\P{Cc}\t\n\v\f\r\u0085]/gu

/** What bytes say, and in which encoding that was read; `isGuess` when neither a mark nor a declaration said so, but letters or a person. */
export type Decoded = {
  readonly text: string
  readonly encoding: string
  readonly isGuess: boolean
}

/**
 * A text from bytes: by `chosen` where somebody chose, by its mark, as UTF-8 or UTF-16, else in the old encoding that it looks like.
 * Throws Invalid for what is no text.
 */
export function decodeText(bytes: Uint8Array, chosen?: string): Decoded {
  if (chosen !== undefined) return decodedAs(bytes, chosen)
  const found = read(bytes)
  const text = found.text.replace(/^\uFEFF/, '')
  // The old sign for the end of a file, and page feeds of old printers' texts.
  const head = text.slice(0, 20_000).replaceAll('\u001a', '')
  const controls = head.match(CONTROL)?.length ?? 0
  if (controls > 4 || (controls > 0 && text.length < 200)) {
    throw new Invalid('not-text', 'This file is no text and none of the forms that can be read.')
  }
  return { ...found, text }
}

// A wrong choice is seen by the signs for what it cannot show; it must not end the import.
function decodedAs(bytes: Uint8Array, encoding: string): Decoded {
  const text = decoded(bytes, encoding)
    .replace(/^\uFEFF/, '')
    .replace(CONTROL, '\ufffd')
  return { text, encoding, isGuess: true }
}

/** A page from bytes, by `chosen` where somebody chose, its mark, the announced type, or what it says in its head. */
export function decodeHtml(bytes: Uint8Array, mediaType: string, chosen?: string): Decoded {
  if (chosen !== undefined) return decodedAs(bytes, chosen)
  const announced = /charset\s*=\s*["']?([\w-]+)/i.exec(mediaType)?.[1]
  return decodeMarked(bytes, announced ?? declaredInHtml(bytes))
}

/** XML or XHTML from bytes: by its mark or its declaration, else as the standard has it. */
export function decodeXml(bytes: Uint8Array): string {
  return decodeMarked(bytes, declaredInXml(bytes) ?? declaredInHtml(bytes)).text
}

function decodeMarked(bytes: Uint8Array, said: string | undefined): Decoded {
  const marked = markedEncoding(bytes)
  if (marked) return { text: decoded(bytes, marked), encoding: marked, isGuess: false }
  // A page that can be read at all says in single bytes that it is in double ones: it is wrong.
  if (said === undefined || /^utf-?(?:16|32)/i.test(said)) return decodeText(bytes)
  const text = decoded(bytes, said)
  // What says UTF-8 and is not was only labelled so.
  const isWrong = /^utf-?8$/i.test(said) && text.includes('\ufffd')
  return isWrong ? decodeText(bytes) : { text, encoding: said, isGuess: false }
}

function read(bytes: Uint8Array): Decoded {
  const sure = markedEncoding(bytes) ?? wideEncoding(bytes)
  if (sure) return { text: decoded(bytes, sure), encoding: sure, isGuess: false }
  const text = utf8(bytes)
  if (text !== null && !isEscaped(bytes)) return { text, encoding: 'utf-8', isGuess: false }
  const encoding = guessedEncoding(bytes)
  return { text: decoded(bytes, encoding), encoding, isGuess: true }
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [one, two, three, four] = bytes
  if (one === 0xef && two === 0xbb && three === 0xbf) return 'utf-8'
  if (one === 0xff && two === 0xfe && three === 0 && four === 0) return 'utf-32le'
  if (one === 0 && two === 0 && three === 0xfe && four === 0xff) return 'utf-32be'
  if (one === 0xff && two === 0xfe) return 'utf-16le'
  return one === 0xfe && two === 0xff ? 'utf-16be' : null
}

const LOOKED_AT = 4_000

// Without a mark: text in two bytes a letter has spaces and line ends, whose one half is zero, always on the same side.
function wideEncoding(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.byteLength, LOOKED_AT) & ~1
  const little = zeroHalves(bytes, length, 1)
  const big = zeroHalves(bytes, length, 0)
  const most = Math.max(little, big)
  const isWide = most >= 2 && most * 2 > length * 0.06 && Math.min(little, big) <= most * 0.1
  if (!isWide || bytes.byteLength % 2 === 1) return null
  return little > big ? 'utf-16le' : 'utf-16be'
}

/** How many pairs are a plain letter and a zero, the zero first (0) or second (1); none where both halves are zero somewhere. */
function zeroHalves(bytes: Uint8Array, length: number, side: 0 | 1): number {
  let found = 0
  for (let at = 0; at < length; at += 2) {
    const zero = bytes[at + side] ?? 0
    const other = bytes[at + 1 - side] ?? 0
    if (zero === 0 && other === 0) return 0
    if (zero === 0 && isPlain(other)) found += 1
  }
  return found
}

function isPlain(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09
}

// Japanese mail of old: plain bytes, with signs that shift the alphabet.
const SHIFTS = ['$@', '$B', '(J', '(B'].map((shift) => `\u001b${shift}`)

function isEscaped(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT))
  return SHIFTS.some((shift) => head.includes(shift))
}

function declaredInXml(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 400))
  return /^\s*<\?xml[^>]{1,200}encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1]
}

function declaredInHtml(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096))
  return declaredInXml(bytes) ?? /<meta[^>]{1,200}charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

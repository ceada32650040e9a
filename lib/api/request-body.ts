// A request's body, read with bounds: how many bytes, how deep, is checked before any parser recurses into it.

import { Malformed, TooLarge } from '@/lib/errors'
import { chunksOf } from './body-stream'

// What is thrown away of a body that is too large, so that its sender hears the answer instead of a broken connection.
const MOST_DRAINED_BYTES = 64 * 1024 * 1024
const MOST_DEPTH = 100

/** The body as text, or null without one. Throws TooLarge above so many bytes, Slow when it trickles. */
export async function readText(request: Request, most: number): Promise<string | null> {
  if (!request.body) return null
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunksOf(request.body)) {
    bytes += chunk.byteLength
    if (bytes <= most) chunks.push(chunk)
    if (bytes > MOST_DRAINED_BYTES) break
  }
  if (bytes > most) {
    throw new TooLarge(
      'too-large',
      `This is more than ${most / 1024 / 1024} MiB, which is the most taken here at once. Nothing was saved.`,
    )
  }
  return bytes === 0 ? null : decode(chunks)
}

function decode(chunks: readonly Uint8Array[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new Malformed('encoding', 'The body is not UTF-8. Nothing was saved.')
  }
}

/** The JSON in a body. Throws Malformed when it is broken, nested deeper than 100, or with text that
 * nothing can keep. Linear, without recursion before the check. */
export function parseBody(text: string): unknown {
  if (depthOf(text) > MOST_DEPTH) {
    throw new Malformed('too-deep', `This is nested deeper than ${MOST_DEPTH}. Nothing was saved.`)
  }
  const body = parsed(text)
  if (MAYBE_UNREADABLE.test(text) && hasUnreadable(body)) {
    throw new Malformed(
      'unreadable-characters',
      'A text cannot contain NUL or half of a surrogate pair. Nothing was saved.',
    )
  }
  return body
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Malformed('json', 'The body is not JSON. Nothing was saved.')
  }
}

// The body is UTF-8, so that half of a pair can only come in an escape. NUL may not stand in JSON but as one.
const MAYBE_UNREADABLE = /\\u(?:0000|d[89a-f])/i

// No text column of the database holds them.
function hasUnreadable(body: unknown): boolean {
  const open: unknown[] = [body]
  for (let at = 0; at < open.length; at++) {
    const value = open[at]
    if (typeof value === 'string' && !isReadable(value)) return true
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value)) open.push(key, inner)
  }
  return false
}

function isReadable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

const QUOTE = 34
const BACKSLASH = 92
const OPENING: ReadonlySet<number> = new Set([91, 123])
const CLOSING: ReadonlySet<number> = new Set([93, 125])

/** How deep the brackets of a JSON text nest, strings left out; counts on in broken JSON as well. */
export function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at)
    else if (OPENING.has(code)) deepest = Math.max(deepest, ++depth)
    else if (CLOSING.has(code)) depth--
  }
  return deepest
}

function endOfString(text: string, opening: number): number {
  let at = opening + 1
  while (at < text.length && text.charCodeAt(at) !== QUOTE) {
    at += text.charCodeAt(at) === BACKSLASH ? 2 : 1
  }
  return at
}

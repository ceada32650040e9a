// In which encoding a text of bytes is that does not say so. A library counts letters and their sequences; what it proposes is judged
// once more by how the words look, since old Cyrillic and Apple's alphabets are unknown to it.

import { analyse } from 'chardet'
import { decode as decodeOld, encodingExists } from 'iconv-lite'

const SAMPLE = 60_000
const CANDIDATES = 4
const NEWLINE = 0x0a

// The wider alphabet where the library names the narrower one: what is only in the wider is then a letter instead of a control sign.
const WIDER: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-6': 'windows-1256',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-9': 'windows-1254',
  'koi8-r': 'koi8-u',
  ascii: 'windows-1252',
}

// What the library does not know. Each begins behind what it proposes.
const UNKNOWN_TO_LIBRARY = ['ibm866', 'windows-874', 'macintosh', 'x-mac-cyrillic']
const BEHIND = 12

/** The likeliest encoding of some bytes that are no UTF. Costs at most 60,000 bytes' time. */
export function guessedEncoding(bytes: Uint8Array): string {
  const sample = sampleOf(bytes)
  const proposed = analyse(sample).slice(0, CANDIDATES)
  const candidates = new Map<string, number>()
  for (const name of UNKNOWN_TO_LIBRARY) candidates.set(name, BEHIND)
  candidates.set('windows-1252', BEHIND)
  for (const { name, confidence } of proposed) {
    const wider = WIDER[name.toLowerCase()] ?? name.toLowerCase()
    candidates.set(wider, Math.max(confidence, candidates.get(wider) ?? 0))
  }
  const judged = [...candidates].map(
    ([name, confidence]) => [name, confidence + looks(decoded(sample, name))] as const,
  )
  return judged.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

// As the web has it: what calls itself Latin is the wider alphabet of Windows.
const AS_WINDOWS = /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii)$/

/**
 * Bytes as characters; an encoding that nobody knows is taken for UTF-8. Old alphabets by iconv-lite: Node's own decoder takes
 * windows-1252 for Latin-1 and turns its dashes and quotes into control signs.
 */
export function decoded(bytes: Uint8Array, encoding: string): string {
  const said = encoding.trim().toLowerCase()
  const name = AS_WINDOWS.test(said) ? 'windows-1252' : said
  if (!name.startsWith('utf') && encodingExists(name)) return decodeOld(Buffer.from(bytes), name)
  try {
    return new TextDecoder(name).decode(bytes)
  } catch {
    return encodingExists(name)
      ? decodeOld(Buffer.from(bytes), name)
      : new TextDecoder().decode(bytes)
  }
}

// Only the lines that are not plain ASCII: a licence in English in front of a text says nothing of its letters.
function sampleOf(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = []
  let size = 0
  for (let from = 0; from < bytes.byteLength && size < SAMPLE; ) {
    const end = bytes.indexOf(NEWLINE, from)
    const line = bytes.subarray(from, end === -1 ? bytes.byteLength : end + 1)
    from += line.byteLength
    if (!line.some((byte) => byte >= 0x80)) continue
    lines.push(line)
    size += line.byteLength
  }
  const telling = Buffer.concat(lines)
  return (telling.byteLength > 0 ? telling : bytes).subarray(0, SAMPLE)
}

const LETTERS = /\p{L}/gu
const ODD: readonly RegExp[] = [
  // No text has these.
  /[\u0080-\u009f\ufffd\p{Co}]/gu,
  // A capital inside of a word behind a small letter, a sign between two letters.
  /\p{Ll}\p{Lu}/gu,
  /\p{L}[\p{So}\p{Sm}\p{Sk}¡¿«»©®°±¶§¤¬¢£¥†‡•]\p{L}/gu,
  /[─-▟]|\p{L}[ˆ˜]/gu,
  // Letters of two scripts in one word.
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}]/gu,
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}]\p{Script=Latin}/gu,
]
const WEIGHT = 1_200
const WORST = -150
const BEST = 30

/** From -150 for letters thrown together to 30 for what could be words. */
function looks(text: string): number {
  const letters = text.match(LETTERS)?.length ?? 0
  if (letters === 0) return WORST
  const odd = ODD.reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), 0)
  // Letters of the south beside some that only the east has.
  const foreign = /[ыэъё]/.test(text) ? (text.match(/[ЂЃЉЊЌЋЏђѓљњќћџјЈѕЅ]/g)?.length ?? 0) : 0
  return Math.max(WORST, BEST - ((odd + foreign) / letters) * WEIGHT)
}

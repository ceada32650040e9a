// One form for all text, so that offsets mean the same to everyone: NFC, one kind of line end, no spaces at the ends of lines, and
// nothing that a database, a terminal or a browser would stumble over.

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const CONTROLS = /[^\P{Cc}\n\t]/gu
// A byte order mark is dropped wherever it stands: a browser swallows a leading one, and every offset would be off by one.
const BYTE_ORDER_MARK = /\uFEFF/g

/** The text in normal form. Idempotent. Linear in the length. */
export function normaliseText(text: string): string {
  return withoutLineTails(harmless(text).normalize('NFC'))
}

/** One kind of line end; no control characters but newline and tab; lone surrogates become U+FFFD. Not yet NFC. */
export function harmless(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(CONTROLS, '')
    .replace(BYTE_ORDER_MARK, '')
    .toWellFormed()
}

/** One line of words for a label or a title: all white space becomes single spaces. */
export function singleLine(text: string): string {
  return normaliseText(text).replace(/\s+/g, ' ').trim()
}

/**
 * How many code units at the head of `text` belong to the character before them: combining marks, and the second half of what NFC
 * composes (Hangul jamo). `before` must not be empty.
 */
export function composingLength(before: string, text: string): number {
  let last = lastCharacter(before.slice(-8).normalize('NFC'))
  let length = 0
  for (const character of text) {
    const isMark = /\p{M}/u.test(character)
    const together = isMark ? character : (last + character).normalize('NFC')
    if (!isMark && together === last + character) break
    length += character.length
    last = together
  }
  return length
}

function lastCharacter(text: string): string {
  return Array.from(text).at(-1) ?? ''
}

// A pattern that looks for the spaces before a line's end tries anew at each space of a long run; cutting by lines is linear.
function withoutLineTails(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

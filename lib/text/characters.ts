// Where one visible character ends and the next begins, as far as a passage must know: it never cuts a surrogate pair, a letter from
// its accents, or a joined emoji. Looks at the two neighbours only, so it costs nothing; units.ts knows words and sentences.

const JOINS_THE_LAST = /^(?:\p{M}|\p{Emoji_Modifier}|\u200D)/u
const JOINER = 0x200d

/** Whether `offset` lies between two code points, not inside a surrogate pair. */
export function isBetweenCodePoints(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return !(before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff)
}

/** Whether `offset` lies between two visible characters. */
export function isBetweenCharacters(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  if (!isBetweenCodePoints(text, offset) || text.charCodeAt(offset - 1) === JOINER) return false
  return !JOINS_THE_LAST.test(text.slice(offset, offset + 2))
}

/** The nearest place between characters at or before `offset`. */
export function characterStart(text: string, offset: number): number {
  let start = offset
  while (!isBetweenCharacters(text, start)) start -= 1
  return start
}

/** The nearest place between characters at or after `offset`. */
export function characterEnd(text: string, offset: number): number {
  let end = offset
  while (!isBetweenCharacters(text, end)) end += 1
  return end
}

// W3C position selectors count code points; everything inside Colloquy counts UTF-16 code units. These two functions are the border.

const SURROGATE_PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g

/** How many code points stand before a UTF-16 offset. An offset inside a surrogate pair counts the whole pair. Linear. */
export function codePointOffset(text: string, utf16Offset: number): number {
  let pairs = 0
  for (const { index } of text.slice(0, utf16Offset + 1).matchAll(SURROGATE_PAIR)) {
    if (index + 1 < utf16Offset) pairs += 1
  }
  return Math.min(utf16Offset, text.length) - pairs
}

/** The UTF-16 offset of the code point with this number; the text's length for numbers beyond its end. Linear. */
export function utf16Offset(text: string, codePointOffset: number): number {
  let offset = codePointOffset
  for (const { index } of text.matchAll(SURROGATE_PAIR)) {
    if (index >= offset) break
    offset += 1
  }
  return Math.min(offset, text.length)
}

// Characters that nobody sees: with them two names look the same, or one turns the words around it. They are refused in what people are
// called and in tags, and left where a script or an emoji is written with them.

// Nothing is drawn for these: controls, formats (direction marks, zero-width spaces), line separators, private use, and fillers.
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u

// Scripts that are written with the joiners U+200C and U+200D.
const LETTER = [
  'Arabic',
  'Syriac',
  'Mongolian',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Khmer',
]
  .map((script) => `\\p{Script=${script}}`)
  .join('')
const IN_WORDS = new RegExp(`(?<=[${LETTER}])[\\u200C\\u200D](?=[${LETTER}])`, 'gu')
const IN_EMOJI = /(?<=\p{Emoji})\uFE0F|(?<=\p{Emoji}|\uFE0F)\u200D(?=\p{Extended_Pictographic})/gu
// The flags of parts of a country: a black flag, letters, an end.
const IN_FLAGS = /(?<=\u{1F3F4})[\u{E0061}-\u{E007A}]{1,6}\u{E007F}/gu

/** Whether a line of words holds a character that cannot be seen where it stands. White space counts as seen, line ends do not. Linear. */
export function hasInvisible(words: string): boolean {
  if (!UNSEEN.test(words)) return false
  return UNSEEN.test(words.replace(IN_FLAGS, '').replace(IN_EMOJI, '').replace(IN_WORDS, ''))
}

/** The words without what cannot be seen; for names that another program gave and nobody can be asked to type anew. */
export function withoutInvisible(words: string): string {
  return hasInvisible(words) ? words.replace(new RegExp(UNSEEN, 'gu'), '') : words
}

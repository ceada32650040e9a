const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const LETTER = /^[\p{L}\p{N}]/u
const WRITTEN_WITHOUT_CASE =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * One or two letters that stand for a name in any script: the first of its first and last word, or of a name written without
 * spaces in Han, Hangul or kana its first character alone. Never half a letter: graphemes are counted, not code units.
 */
export function initialsOf(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/[\s\u00b7]+/)
    .map(firstGrapheme)
    .filter((grapheme) => LETTER.test(grapheme))
  const [first] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined) return '?'
  if (words.length === 1 || WRITTEN_WITHOUT_CASE.test(first)) return first.toLocaleUpperCase()
  return (first + last).toLocaleUpperCase()
}

function firstGrapheme(word: string): string {
  const bare = word.replace(/^[^\p{L}\p{N}]+/u, '')
  return GRAPHEMES.segment(bare)[Symbol.iterator]().next().value?.segment ?? ''
}

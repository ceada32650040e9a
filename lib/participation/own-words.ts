// What of a post is its author's own: quotations and stretches copied from the text are taken out before words are counted.

import type { DocNode } from '@/lib/text/doc-node'

/** From so many words in a row that stand in the text to the letter, they count as copied. */
const COPIED_FROM = 5
/** From so many words between quotation marks, they count as somebody else's. */
const QUOTED_FROM = 3

const QUOTATIONS = /“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|「[^」]*」|『[^』]*』|"[^"]*"/gu
// Where a script writes no spaces, a character is taken for a word.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu

/** The text of a post without its block quotes, code and mentions of people. `doc` is a post by the post schema. Linear. */
export function textWithoutQuotes(doc: DocNode): string {
  if (doc.type === 'blockquote' || doc.type === 'codeBlock' || doc.type === 'mention') return ' '
  if (doc.type === 'text') return doc.text ?? ''
  const separator = doc.content?.some(({ type }) => type === 'text' || type === 'mention')
    ? ''
    : '\n'
  return (doc.content ?? []).map(textWithoutQuotes).join(separator)
}

/** Rows of words as they stand in a text, to look up what was copied from it. */
export type SourceWords = ReadonlySet<string>

/** The source to compare with: every run of five words of the text, folded. Linear; about one entry a word. */
export function sourceWordsOf(text: string): SourceWords {
  const words = wordsIn(text).map(({ folded }) => folded)
  return new Set(words.map((_, n) => runAt(words, n)).filter((run) => run !== null))
}

/**
 * A post's own words: what is left once quotations of three words and more and runs of five words and more that stand in the source are
 * taken out. Plain text in, plain text with single blanks out. Linear in the post.
 */
export function ownWords(text: string, source: SourceWords): string {
  const unquoted = text.replace(QUOTATIONS, (quotation) =>
    wordsIn(quotation).length >= QUOTED_FROM ? ' ' : quotation,
  )
  let [own, from] = ['', 0]
  for (const { start, end } of copiedRanges(wordsIn(unquoted), source)) {
    own += `${unquoted.slice(from, Math.max(from, start))} `
    from = Math.max(from, end)
  }
  return (own + unquoted.slice(from)).replace(/\s+/gu, ' ').trim()
}

type Word = { readonly start: number; readonly end: number; readonly folded: string }

function wordsIn(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    folded: word.normalize('NFKC').toLowerCase(),
  }))
}

function copiedRanges(
  words: readonly Word[],
  source: SourceWords,
): readonly { readonly start: number; readonly end: number }[] {
  const folded = words.map((word) => word.folded)
  return words.flatMap(({ start }, n) => {
    const run = runAt(folded, n)
    const last = words[n + COPIED_FROM - 1]
    return run !== null && last && source.has(run) ? [{ start, end: last.end }] : []
  })
}

function runAt(words: readonly string[], from: number): string | null {
  return from + COPIED_FROM <= words.length ? words.slice(from, from + COPIED_FROM).join(' ') : null
}

/** How many words a text has; where a script writes no spaces, characters. */
export function wordCount(text: string): number {
  return wordsIn(text).length
}

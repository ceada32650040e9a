// A passage with the sentence it stands in, for showing it away from its text. Pure.

import { characterEnd, characterStart } from './characters'
import { expand, sentences } from './units'

/** `before + words + after` is the sentence, or several where the passage touches several; cut at `most` UTF-16 units on each side. */
export type InSentence = { readonly before: string; readonly words: string; readonly after: string }

const ELLIPSIS = '…'

/** The passage `start`–`end` of a text in its sentence. Linear in the paragraphs it touches. */
export function inSentence(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { language, most }: { readonly language: string; readonly most: number },
): InSentence {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const lines = text.slice(from, next < 0 ? text.length : next)
  const range = { start: start - from, end: end - from }
  const around = expand(sentences(lines, language), range)
  return {
    before: cutHead(lines.slice(around.start, range.start), most),
    words: lines.slice(range.start, range.end),
    after: cutTail(lines.slice(range.end, around.end), most),
  }
}

function cutHead(text: string, most: number): string {
  if (text.length <= most) return text
  const rest = text.slice(characterEnd(text, text.length - most))
  const word = rest.trimEnd().indexOf(' ')
  return ELLIPSIS + rest.slice(word + 1).trimStart()
}

function cutTail(text: string, most: number): string {
  if (text.length <= most) return text
  const rest = text.slice(0, characterStart(text, most))
  const word = rest.trimStart().lastIndexOf(' ')
  return (word > 0 ? rest.slice(0, rest.lastIndexOf(' ')) : rest).trimEnd() + ELLIPSIS
}

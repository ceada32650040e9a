// From a text as it is sent to the document that is kept, and how many words it has: seconds of work for a book, so it is done in another
// process and not in the one that answers everybody.

import { withDrawings } from '@/lib/converting/drawn-formulas'
import type { DocNode } from '@/lib/text/doc-node'
import { readingText } from '@/lib/text/document'
import { readingFromMarkdown } from '@/lib/text/markdown'
import { parseReadingDoc } from '@/lib/text/reading-schema'
import { wordCount } from '@/lib/text/word-count'

export type TextSource =
  | { readonly format: 'markdown'; readonly value: string }
  | { readonly format: 'tiptap'; readonly value: Readonly<Record<string, unknown>> }

export type SentText = { readonly source: TextSource; readonly language: string }
export type TextRead = { readonly doc: DocNode; readonly words: number }

/** Reads a text. Throws Malformed and TooLarge like parseReadingDoc. */
export function readText({ source, language }: SentText): TextRead {
  const doc =
    source.format === 'markdown'
      ? withDrawings(readingFromMarkdown(source.value))
      : parseReadingDoc(source.value)
  return { doc, words: wordCount(readingText(doc).text, language) }
}

// Which of a person's own notes in a section open it: those that say something of their own. What counts in the end is weighed by
// participation; a gate is more generous, since to stay shut out by mistake costs more than to get in too early.

import { jaccard, trigramsOf } from '@/lib/participation/near-duplicates'
import {
  ownWords,
  sourceWordsOf,
  textWithoutQuotes,
  wordCount,
} from '@/lib/participation/own-words'
import { DEFAULT_SCHEME } from '@/lib/participation/scheme'
import type { DocNode } from '@/lib/text/doc-node'

/** From here on a note is a copy of another. */
const COPY_FROM = 0.9

/** How many of these notes of one person in one section, the oldest first, are substantive. `section` is the section's text. */
export function substantiveNotes(docs: readonly DocNode[], section: string): number {
  const source = sourceWordsOf(section)
  const kept: ReadonlySet<string>[] = []
  for (const doc of docs) {
    const own = ownWords(textWithoutQuotes(doc), source)
    if (wordCount(own) < DEFAULT_SCHEME.leastWords) continue
    const trigrams = trigramsOf(own)
    if (!kept.some((other) => jaccard(trigrams, other) >= COPY_FROM)) kept.push(trigrams)
  }
  return kept.length
}

// The sentences of a section, its heading left out. Pure.

import { sentences, type UnitRange } from '@/lib/text/units'

export type Sentence = UnitRange & {
  readonly text: string
  /** Which paragraph of its section it stands in, and of how many sentences that is. */
  readonly line: number
  readonly ofLine: number
}

/** The sentences of a section, in order, by the rules of the language. A heading stands on the first line. No section has none. Linear. */
export function sentencesOf(
  text: string,
  section: (UnitRange & { readonly level: number }) | null,
  language: string,
): Sentence[] {
  if (!section) return []
  const { level, start, end } = section
  const lines = text.slice(start, end).split('\n')
  const found: Sentence[] = []
  let from = start
  for (const [line, words] of lines.entries()) {
    const units = line === 0 && level > 0 ? [] : sentences(words, language)
    for (const unit of units) {
      const range = { start: from + unit.start, end: from + unit.end }
      found.push({ ...range, text: words.slice(unit.start, unit.end), line, ofLine: units.length })
    }
    from += words.length + 1
  }
  return found
}

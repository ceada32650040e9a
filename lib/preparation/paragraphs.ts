// The paragraphs of what is assigned, as rows of a picture: numbered through the whole text, each with how it begins.

import type { TextBlock } from '@/lib/text/document'

type Section = {
  readonly sectionId: string
  readonly title: string
  readonly start: number
  readonly end: number
}

export type Paragraph = {
  /** Counted from 1 through the whole text, headings apart. */
  readonly number: number
  readonly sectionId: string
  readonly section: string
  /** UTF-16 offsets. */
  readonly start: number
  readonly end: number
  readonly begins: string
}

const BEGINNING = 64

/** The paragraphs of these sections, in order. A heading belongs to the paragraph that follows it. Linear. */
export function paragraphsOf({
  text,
  blocks,
  sections,
  assigned,
}: {
  readonly text: string
  readonly blocks: readonly TextBlock[]
  readonly sections: readonly Section[]
  readonly assigned: ReadonlySet<string>
}): readonly Paragraph[] {
  const found: Paragraph[] = []
  let number = 0
  let heading: number | null = null
  let at = 0
  for (const block of blocks) {
    if (block.kind === 'heading') {
      heading ??= block.start
      continue
    }
    number += 1
    while (at + 1 < sections.length && (sections[at + 1]?.start ?? 0) <= block.start) at += 1
    const section = sections[at]
    if (section && assigned.has(section.sectionId)) {
      found.push({
        number,
        sectionId: section.sectionId,
        section: section.title,
        start: heading ?? block.start,
        end: block.end,
        begins: beginning(text.slice(block.start, block.end)),
      })
    }
    heading = null
  }
  return found
}

function beginning(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > BEGINNING ? `${line.slice(0, BEGINNING).trimEnd()} …` : line
}

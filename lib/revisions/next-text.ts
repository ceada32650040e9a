// The text that is about to be published, made of what was sent. Pure.

import { Invalid } from '@/lib/errors'
import type { DocNode } from '@/lib/text/doc-node'
import { type DocSection, readingText, sectionsOf } from '@/lib/text/document'
import type { KeptRun } from '@/lib/text/kept-runs'
import { type Identities, type KnownSection, withKeptSections } from './section-identity'

export type NextSection = DocSection & { readonly sectionId: string }

export type NextText = {
  readonly doc: DocNode
  readonly text: string
  readonly sections: readonly NextSection[]
  readonly edits: readonly KeptRun[] | null
}

/**
 * A document in normal form with the identities of its sections. The opening has no heading to carry its id: it is the opening that there
 * was. Throws Invalid when there is no text.
 */
export function nextText(
  doc: DocNode,
  identities: Identities,
  edits: readonly KeptRun[] | null = null,
): NextText {
  const kept = withKeptSections(doc, identities)
  const { text, blocks } = readingText(kept)
  if (text === '') throw new Invalid('empty-text', 'There is no text in this. Nothing was saved.')
  const opening = identities.known.find(({ level }) => level === 0)?.sectionId
  const sections = sectionsOf(kept, blocks).map((section) => ({
    ...section,
    sectionId: section.sectionId ?? opening ?? identities.newId(),
  }))
  return { doc: kept, text, sections, edits }
}

/** The sections of a revision with their words. */
export function knownSections(
  text: string,
  sections: readonly {
    readonly sectionId: string
    readonly level: number
    readonly title: string
    readonly start: number
    readonly end: number
  }[],
): KnownSection[] {
  return sections.map(({ sectionId, level, title, start, end }) => ({
    sectionId,
    level,
    title,
    words: text.slice(start, end),
  }))
}

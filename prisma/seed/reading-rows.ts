// A text of the demo as rows: the reading, its one revision, its sections, its shelves, and where people stopped.

import { readFileSync } from 'node:fs'
import type { Prisma } from '@/lib/generated/prisma/client'
import { newId } from '@/lib/ids'
import type { DocNode } from '@/lib/text/doc-node'
import { readingText, sectionsOf, withSectionIds } from '@/lib/text/document'
import { readingFromMarkdown } from '@/lib/text/markdown'
import { wordCount } from '@/lib/text/word-count'
import type { Around } from './around'
import { daysBefore, idAt, minutesBefore } from './moment'
import type { ReadingKey } from './note'
import { READINGS, titleAndText } from './readings'
import { STOPPED_AT } from './world'

type DemoSection = {
  readonly sectionId: string
  readonly ordinal: number
  readonly level: number
  readonly title: string
  readonly start: number
  readonly end: number
}

export type DemoText = {
  readonly title: string
  readonly doc: DocNode
  /** What offsets count in. */
  readonly text: string
  readonly sections: readonly DemoSection[]
}

/** A text of the demo, parsed from its Markdown file. */
export function demoText(key: ReadingKey): DemoText {
  const file = readFileSync(new URL(READINGS[key].file, import.meta.url), 'utf8')
  const { title, markdown } = titleAndText(file)
  const doc = withSectionIds(readingFromMarkdown(markdown), newId)
  const flat = readingText(doc)
  const sections = sectionsOf(doc, flat.blocks).map((section) => ({
    ...section,
    sectionId: section.sectionId ?? newId(),
  }))
  return { title, doc, text: flat.text, sections }
}

export type ReadingRows = {
  readonly reading: Prisma.ReadingCreateManyInput
  readonly revision: Prisma.RevisionCreateManyInput
  readonly sections: readonly Prisma.SectionCreateManyInput[]
  readonly revisionSections: readonly Prisma.RevisionSectionCreateManyInput[]
  readonly shelves: readonly Prisma.ShelfCreateManyInput[]
  readonly positions: readonly Prisma.ReadingPositionCreateManyInput[]
}

/** The rows of a text of the demo. Everybody may read it. */
export function readingRows(
  key: ReadingKey,
  { title, doc, text, sections }: DemoText,
  around: Around,
): ReadingRows {
  const { slug, genre, authors, licence, owner, added, shelves } = READINGS[key]
  const createdAt = daysBefore(around.now, added)
  const ownerId = around.personId(owner)
  const reading = {
    id: idAt(createdAt),
    slug,
    title,
    genre,
    authors: [...authors],
    licence,
    visibility: 'public' as const,
    ownerId,
    createdAt,
  }
  const revision = {
    id: idAt(createdAt),
    readingId: reading.id,
    number: 1,
    doc,
    text,
    words: wordCount(text),
    createdById: ownerId,
    createdAt,
  }
  return {
    reading,
    revision,
    sections: sections.map(({ sectionId }) => ({ id: sectionId, readingId: reading.id })),
    revisionSections: sections.map((section) => ({ revisionId: revision.id, ...section })),
    shelves: shelves.map(({ group, by, ago }) => ({
      groupId: around.groupId(group),
      readingId: reading.id,
      addedById: around.personId(by),
      addedAt: daysBefore(around.now, ago),
    })),
    positions: positionRows(key, { readingId: reading.id, text, around }),
  }
}

function positionRows(
  key: ReadingKey,
  { readingId, text, around }: { readingId: string; text: string; around: Around },
): Prisma.ReadingPositionCreateManyInput[] {
  return STOPPED_AT.filter(({ reading }) => reading === key).map(({ by, group, words, ago }) => ({
    personId: around.personId(by),
    readingId,
    groupId: around.groupId(group),
    // The block that holds the words begins after the line break before them.
    offset: text.lastIndexOf('\n', text.indexOf(words)) + 1,
    at: minutesBefore(around.now, ago),
  }))
}

import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { Visibility } from '@/lib/policy/facts'
import { readingText, sectionsOf, withSectionIds } from '@/lib/text/document'
import { readingFromMarkdown } from '@/lib/text/markdown'

export type MadeReading = {
  readonly id: string
  readonly slug: string
  readonly revisionId: string
  readonly text: string
}

export const SAMPLE = `The first sentence stands before any heading.

## What was counted

Twelve wagons left the yard in the morning. Nobody counted them twice.

## What was said

The clerk said that all was well. The driver said nothing.`

/** A reading of one revision on the shelves of the groups given. */
export async function makeReading(overrides: {
  ownerId: string
  visibility?: Visibility
  groupIds?: readonly string[]
  markdown?: string
  title?: string
  deleted?: boolean
}): Promise<MadeReading> {
  const id = newId()
  const revisionId = newId()
  const at = new Date()
  const doc = withSectionIds(readingFromMarkdown(overrides.markdown ?? SAMPLE), newId)
  const reading = readingText(doc)
  const slug = `reading-${id.slice(-12)}`
  await db().reading.create({
    data: {
      id,
      slug,
      title: overrides.title ?? `Reading ${id.slice(-4)}`,
      visibility: overrides.visibility ?? 'group',
      ownerId: overrides.ownerId,
      createdAt: at,
      deletedAt: overrides.deleted ? at : null,
    },
  })
  await db().revision.create({
    data: {
      id: revisionId,
      readingId: id,
      number: 1,
      doc,
      text: reading.text,
      words: reading.text.split(/\s+/).length,
      createdById: overrides.ownerId,
      createdAt: at,
    },
  })
  for (const section of sectionsOf(doc, reading.blocks)) {
    const sectionId = section.sectionId ?? newId()
    await db().section.create({ data: { id: sectionId, readingId: id } })
    await db().revisionSection.create({ data: { ...section, sectionId, revisionId } })
  }
  await db().reading.update({ where: { id }, data: { currentRevisionId: revisionId } })
  await db().shelf.createMany({
    data: (overrides.groupIds ?? []).map((groupId) => ({
      groupId,
      readingId: id,
      addedById: overrides.ownerId,
      addedAt: at,
    })),
  })
  return { id, slug, revisionId, text: reading.text }
}

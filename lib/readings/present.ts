import type { AnyActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import type { ReadingShape } from './contract'
import type { ReadingRow } from './queries/reading-row'
import type { SectionRow } from './queries/readings'

/** A reading as one viewer sees it in a list: only the groups that he may know of. */
export function presentReadingSummary(
  viewer: AnyActor,
  row: ReadingRow,
): Omit<ReadingShape, 'direction' | 'dated' | 'sourceUrl' | 'licence' | 'sections' | 'can'> {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    genre: row.genre,
    authors: row.authors,
    language: row.language,
    visibility: row.visibility,
    createdAt: row.createdAt.toISOString(),
    groups: row.shelves
      .map(({ group }) => group)
      .filter((group) => can(viewer, 'group.see', group))
      .map(({ id, name, slug }) => ({ id, name, slug })),
    revision: {
      id: row.currentRevision?.id ?? '',
      number: row.currentRevision?.number ?? 0,
      words: row.currentRevision?.words ?? 0,
    },
  }
}

/** A reading as one viewer sees it, with the sections of its current revision. */
export function presentReading(
  viewer: AnyActor,
  row: ReadingRow,
  sections: readonly SectionRow[],
): ReadingShape {
  return {
    ...presentReadingSummary(viewer, row),
    direction: directionFrom(row.direction),
    dated: row.dated,
    sourceUrl: row.sourceUrl,
    licence: row.licence,
    sections: sections.map(({ sectionId, title, level, start, end }) => ({
      id: sectionId,
      title,
      level,
      start,
      end,
    })),
    can: { edit: can(viewer, 'reading.edit', row), delete: can(viewer, 'reading.delete', row) },
  }
}

function directionFrom(direction: string | null): ReadingShape['direction'] {
  return direction === 'ltr' || direction === 'rtl' ? direction : null
}

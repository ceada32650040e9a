import type { FoundShape, SavedSearchShape } from './contract'
import type { FoundRow } from './queries/find'
import type { SavedRow } from './queries/saved'
import type { SearchQuery } from './query'
import { snippetOf } from './snippet'

/** What was found, with the part of it in which the words stand. */
export function presentFound(row: FoundRow, { words }: SearchQuery): FoundShape {
  const { kind, id, readingId, readingSlug, readingTitle, groupId, groupSlug, groupName } = row
  const wanted = words.filter(({ isNegated }) => !isNegated).map(({ text }) => text)
  const { text, marks } = snippetOf(row.words, wanted)
  return {
    kind,
    id,
    part: row.part,
    readingId,
    groupId,
    sectionId: row.sectionId,
    threadId: row.threadId,
    reading:
      readingSlug === null || readingTitle === null
        ? null
        : { slug: readingSlug, title: readingTitle },
    group: groupSlug === null || groupName === null ? null : { slug: groupSlug, name: groupName },
    section: row.section,
    author:
      row.authorId === null || row.authorName === null
        ? null
        : { id: row.authorId, name: row.authorName },
    type: row.type,
    about: row.about ?? '',
    snippet: text,
    marks: marks.map(([start, end]): [number, number] => [start, end]),
    replyCount: row.replyCount ?? 0,
    isResolved: row.isResolved,
    createdAt: row.at.toISOString(),
  }
}

/** A search that somebody keeps, as they see it. */
export function presentSaved({
  id,
  name,
  q,
  kinds,
  watchedAt,
  createdAt,
}: Pick<SavedRow, 'id' | 'name' | 'q' | 'kinds' | 'watchedAt' | 'createdAt'>): SavedSearchShape {
  const isWatched = watchedAt !== null
  return { id, name, q, in: kinds, isWatched, createdAt: createdAt.toISOString() }
}

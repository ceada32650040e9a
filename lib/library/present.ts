import { groupedBy } from '@/lib/grouped'
import { type AnyActor, personOf, roleIn } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import { readingMinutes } from '@/lib/text/word-count'
import { activityWords } from './activity-words'
import { DAYS_SHOWN, placeKey, sharedWith } from './contents'
import { excerptAt } from './excerpt'
import type { DayTally, SectionTally } from './queries/counted'
import type { LibraryRows, RowFacts, ShelfRows } from './queries/library'
import type { LibraryGroup, SectionRow, Shelved, Stopped } from './queries/places'
import type { LastActivity, PostRow } from './queries/tallies'
import type { Library, LibraryRow, LibrarySection, LibraryShelf, LibraryStop } from './shape'

/** The library as one viewer sees it. */
export function presentLibrary(viewer: AnyActor, rows: LibraryRows): Library {
  const { shelves, facts, faces, stopped } = rows
  const shared = sharedWith(shelves.map((shelf) => shelf.rows))
  const facesByGroup = groupedBy(faces, ({ groupId }) => groupId)
  return {
    stopped: stopped === null ? null : presentStop(stopped, rows),
    shelves: shelves.map((shelf, index) => ({
      group: shelf.group === null ? null : presentGroupHead(viewer, shelf.group, shelf.people),
      faces: (facesByGroup.get(shelf.group?.id ?? '') ?? []).map(({ id, name }) => ({ id, name })),
      sameAs: shelves[shared[index] ?? -1]?.group?.name ?? null,
      rows: shelf.rows.map((row) => presentRow(viewer, row, { facts, group: shelf.group })),
      total: shelf.total,
      next: shelf.next,
    })),
    nextShelves: rows.nextShelves,
  }
}

function presentRow(
  viewer: AnyActor,
  shelved: Shelved,
  { facts, group }: { readonly facts: RowFacts; readonly group: ShelfRows['group'] },
): LibraryRow {
  const key = placeKey(shelved)
  const tallies = facts.tallies.get(key) ?? []
  return {
    readingId: shelved.readingId,
    href: readingHref(shelved.slug, group?.slug ?? null),
    title: shelved.title,
    genre: shelved.genre,
    authors: shelved.authors,
    minutes: readingMinutes(shelved.words),
    revision: shelved.revision,
    sections: presentSections(facts.sections.get(shelved.revisionId ?? '') ?? [], tallies),
    days: presentDays(facts.days.get(key) ?? []),
    notes: sum(tallies.map(({ notes }) => notes)),
    unread: sum(tallies.map(({ unread }) => unread)),
    last: presentLast(viewer, facts.activities.get(key), facts.posts),
  }
}

// The address of a reading, on the shelf of a group.
function readingHref(slug: string, groupSlug: string | null): string {
  const path = `/readings/${encodeURIComponent(slug)}`
  return groupSlug === null ? path : `${path}?group=${encodeURIComponent(groupSlug)}`
}

function presentSections(
  sections: readonly SectionRow[],
  tallies: readonly SectionTally[],
): readonly LibrarySection[] {
  const bySection = new Map(tallies.map((tally) => [tally.sectionId, tally]))
  return sections.map(({ sectionId, title, start, end }) => ({
    title,
    length: end - start,
    notes: bySection.get(sectionId)?.notes ?? 0,
    unread: bySection.get(sectionId)?.unread ?? 0,
  }))
}

function presentDays(tallies: readonly DayTally[]): readonly number[] {
  const posts = new Map(tallies.map(({ daysAgo, posts }) => [daysAgo, posts]))
  return Array.from({ length: DAYS_SHOWN }, (_, day) => posts.get(DAYS_SHOWN - 1 - day) ?? 0)
}

function presentLast(
  viewer: AnyActor,
  activity: LastActivity | undefined,
  posts: ReadonlyMap<string, PostRow>,
): LibraryRow['last'] {
  if (!activity) return null
  const post = posts.get(activity.postId)
  const words = post ? activityWords(lastPost(post), personOf(viewer)) : 'Something was written'
  return { words, at: activity.at.toISOString() }
}

function lastPost({ authorId, authorName, kind, answersId, answersName }: PostRow) {
  return {
    author: { id: authorId, name: authorName },
    kind,
    answers:
      answersId === null || answersName === null ? null : { id: answersId, name: answersName },
  }
}

function presentGroupHead(
  viewer: AnyActor,
  group: LibraryGroup,
  people: number,
): NonNullable<LibraryShelf['group']> {
  return {
    name: group.name,
    slug: group.slug,
    kind: group.kind,
    people,
    own: roleIn(viewer, group.id) !== null,
    mayAdd: can(viewer, 'reading.create', { group }),
    mayInvite: can(viewer, 'group.invite', { group, personId: '', role: 'guest' }),
  }
}

function presentStop(stopped: Stopped, { groups, facts }: LibraryRows): LibraryStop | null {
  const sections = facts.sections.get(stopped.revisionId) ?? []
  const excerpt = excerptAt(stopped.text, stopped.offset)
  if (excerpt === '' || sections.length === 0) return null
  const group = groups.find(({ id }) => id === stopped.groupId) ?? null
  const index = sections.findLastIndex(({ start }) => start <= stopped.offset)
  return {
    href: readingHref(stopped.slug, group?.slug ?? null),
    title: stopped.title,
    groupName: group?.name ?? null,
    section: Math.max(0, index) + 1,
    sections: sections.length,
    excerpt,
    at: stopped.at.toISOString(),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

// The whole demo world as rows, in memory: load.ts only has to put them away. Ids are new each time.

import type { Prisma } from '@/lib/generated/prisma/client'
import { type Around, idsBy } from './around'
import {
  type AssignmentRows,
  assignmentRows,
  type CircleRows,
  circleRows,
} from './assignments/assignment-rows'
import { type DebateRows, debateRows } from './debates/debate-rows'
import { GROUP_KEYS, GROUPS, type GroupKey } from './groups'
import { groupRow, membershipRows, personRow } from './member-rows'
import type { DemoNote, ReadingKey, ShelfNotes } from './note'
import { PERSON_KEYS } from './people'
import { lastReadBy, readersOf } from './read-marks'
import { type DemoText, demoText, type ReadingRows, readingRows } from './reading-rows'
import { type ReviewRows, reviewRows } from './reviews/review-rows'
import { type ThreadRows, threadRows, type Whereabouts } from './thread-rows'
import { ASSIGNMENTS, DEBATES, REVIEWS, SHELVES } from './world'

export type WorldRows = {
  readonly people: readonly Prisma.PersonCreateManyInput[]
  readonly groups: readonly Prisma.GroupCreateManyInput[]
  readonly memberships: readonly Prisma.MembershipCreateManyInput[]
  readonly readings: readonly ReadingRows[]
  readonly threads: readonly ThreadRows[]
  readonly circles: CircleRows
  readonly assignments: readonly AssignmentRows[]
  readonly debates: readonly DebateRows[]
  readonly reviews: readonly ReviewRows[]
  readonly readMarks: readonly Prisma.ReadMarkCreateManyInput[]
}

/** The demo world as it looks at a moment. Throws when a note's words are not in its text. */
export function worldRows(now: Date, passwordHash: string): WorldRows {
  const people = PERSON_KEYS.map((key) => [key, personRow(key, now, passwordHash)] as const)
  const personId = idsBy(people.map(([key, { id }]) => [key, id] as const))
  const groups = GROUP_KEYS.map((key) => [key, groupRow(key, { now, personId })] as const)
  const groupId = idsBy(groups.map(([key, { id }]) => [key, id] as const))
  const around = { now, personId, groupId }
  const readings = { article: withText('article', around), liberty: withText('liberty', around) }
  const { circles, assignments } = assignedRows(readings.article, around)
  const marked = assignments.flatMap(({ threads }, at) =>
    threads.map((rows, n) => ({ note: ASSIGNMENTS[at]?.notes[n], rows })),
  )
  const shelves = SHELVES.map((shelf) => shelfRows(shelf, readings[shelf.reading], around))
  return {
    people: people.map(([, row]) => row),
    groups: groups.map(([, row]) => row),
    memberships: GROUP_KEYS.flatMap((key) => membershipRows(key, around)),
    readings: Object.values(readings).map(({ rows }) => rows),
    threads: [...shelves, ...assignments].flatMap(({ threads }) => threads),
    circles,
    assignments,
    debates: DEBATES.map((debate) =>
      debateRows(debate, { ...around, ...placeOf(readings.article) }),
    ),
    reviews: REVIEWS.map((reviews) =>
      reviewRows(
        reviews,
        shelves.flatMap(({ threads }) => threads),
        around,
      ),
    ),
    readMarks: [
      ...shelves.flatMap(({ readMarks }) => readMarks),
      ...marked.flatMap(({ note, rows }) => (note ? marksOf({ note, rows }, COURSE, around) : [])),
    ],
  }
}

function placeOf({ text, rows }: ReadingWithText) {
  return { text, readingId: rows.reading.id, revisionId: rows.revision.id }
}

type ReadingWithText = { readonly text: DemoText; readonly rows: ReadingRows }

function withText(key: ReadingKey, around: Around): ReadingWithText {
  const text = demoText(key)
  return { text, rows: readingRows(key, text, around) }
}

// Where something is assigned.
const COURSE: GroupKey = 'reading-evidence'

function whereOf(group: GroupKey, { text, rows }: ReadingWithText, around: Around): Whereabouts {
  return {
    now: around.now,
    personId: around.personId,
    groupId: around.groupId(group),
    readingId: rows.reading.id,
    revisionId: rows.revision.id,
    text: text.text,
    sections: text.sections,
    visibility: GROUPS[group].kind === 'public' ? ('public' as const) : ('group' as const),
  }
}

function shelfRows(
  { group, notes }: ShelfNotes,
  reading: ReadingWithText,
  around: Around,
): Pick<WorldRows, 'threads' | 'readMarks'> {
  const where = whereOf(group, reading, around)
  const written = notes.map((note) => ({ note, rows: threadRows(note, where) }))
  return {
    threads: written.map(({ rows }) => rows),
    readMarks: written.flatMap((one) => marksOf(one, group, around)),
  }
}

// How far each of its readers has read a note.
function marksOf(
  { note, rows: { thread, posts } }: { note: DemoNote; rows: ThreadRows },
  group: GroupKey,
  around: Around,
): readonly Prisma.ReadMarkCreateManyInput[] {
  return readersOf(note, group).flatMap((reader) => {
    const last = lastReadBy(reader, posts, around.now)
    if (!last) return []
    const { id: threadId, readingId } = thread
    const mark = { threadId, readingId, lastReadId: last.id, readAt: last.at }
    return [{ personId: around.personId(reader), ...mark }]
  })
}

function assignedRows(reading: ReadingWithText, around: Around) {
  const where = whereOf(COURSE, reading, around)
  const circles = circleRows(where)
  return {
    circles,
    assignments: ASSIGNMENTS.map((demo) =>
      assignmentRows(demo, { where, circles, madeBy: 'ingrid' }),
    ),
  }
}

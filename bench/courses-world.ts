// A course of any size with the demo's article assigned: each student wrote as many items as any other, of words of their own, straight into the
// database. Two thirds of the items are notes, the others replies to classmates.

import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { DEFAULT_SCHEME } from '@/lib/participation/scheme'
import type { SignedIn } from '@/lib/policy/actor'
import { makeAssignment } from '@/lib/testing/factories/assignment'
import { makeGroup } from '@/lib/testing/factories/group'
import { joining, makePerson } from '@/lib/testing/factories/person'
import { type MadeReading, makeReading } from '@/lib/testing/factories/reading'
import { makeToken } from '@/lib/testing/factories/token'
import { describe } from '@/lib/text/selectors'
import { numbersFrom, randomSpans } from './spans'
import { article } from './world'

export type MadeCourse = {
  readonly slug: string
  readonly groupId: string
  readonly readingId: string
  readonly assignmentId: string
  readonly students: readonly SignedIn[]
  /** Of whoever leads it. */
  readonly token: string
}

export type CourseWish = {
  readonly students: number
  readonly items: number
  readonly seed: number
}

const ROWS_AT_ONCE = 1_000
const WORDS = 18
const KINDS = ['note', 'question', 'support', 'oppose', 'nuance'] as const

/** Makes the course. A few seconds for 30,000 items. */
export async function makeCourseOf({
  students: count,
  items,
  seed,
}: CourseWish): Promise<MadeCourse> {
  const group = await makeGroup({ kind: 'course', name: `A course of ${count}` })
  const teacher = await joining(await makePerson({ name: 'Tess' }), group.id, 'owner')
  const students: SignedIn[] = []
  for (let n = 0; n < count; n++) {
    const name = `Student ${String(n).padStart(4, '0')}`
    students.push(await joining(await makePerson({ name }), group.id))
  }
  const groupIds = [group.id]
  const ownerId = teacher.personId
  const reading = await makeReading({
    ownerId,
    groupIds,
    markdown: article(),
    title: 'The article',
  })
  const { id: assignmentId } = await makeAssignment({ groupId: group.id, readingId: reading.id })
  await db().assignment.update({ where: { id: assignmentId }, data: { scheme: DEFAULT_SCHEME } })
  const place = { reading, groupId: group.id, assignmentId, students, random: numbersFrom(seed) }
  const notes = await storeNotes(place, Math.round((items * 2) / 3), seed)
  await storeReplies(place, notes, items - notes.length)
  await db().$executeRaw`ANALYZE`
  return {
    ...{ slug: group.slug, groupId: group.id, readingId: reading.id, assignmentId, students },
    token: (await makeToken(teacher)).authorization.replace('Bearer ', ''),
  }
}

type Place = {
  readonly reading: MadeReading
  readonly groupId: string
  readonly assignmentId: string
  readonly students: readonly SignedIn[]
  readonly random: () => number
}

type Note = { readonly id: string; readonly authorId: string }

async function storeNotes(place: Place, count: number, seed: number): Promise<readonly Note[]> {
  const { reading, groupId, assignmentId, students } = place
  const sections = await db().revisionSection.findMany({
    where: { revisionId: reading.revisionId },
  })
  const rows = randomSpans(reading.text, count, seed).map((span, n) => {
    const inside = sections.find(({ start, end }) => start <= span.start && span.start < end)
    const sectionId = inside?.sectionId ?? null
    return {
      ...{ id: newId(), readingId: reading.id, groupId, assignmentId },
      ...{ authorId: students[n % students.length]?.personId ?? '', tags: [] },
      ...{ kind: KINDS[n % KINDS.length] ?? ('note' as const), visibility: 'group' as const },
      ...{ revisionId: reading.revisionId, sectionId, homeSectionId: sectionId },
      ...span,
      ...describe(reading.text, span.start, span.end),
      ...words(place),
    }
  })
  await inParts(rows, async (some) => {
    const threads = some.map(({ id, createdAt }) => ({
      ...{ id, readingId: reading.id, groupId, lastPostId: id, lastActivityAt: createdAt },
    }))
    await db().thread.createMany({ data: threads })
    await db().annotation.createMany({ data: some })
  })
  return rows
}

async function storeReplies(place: Place, notes: readonly Note[], count: number): Promise<void> {
  const { students } = place
  const rows = Array.from({ length: count }, (_, n) => {
    const authorId = students[(n * 7) % students.length]?.personId ?? ''
    const others = notes[(n * 13) % notes.length]
    return { id: newId(), threadId: others?.id ?? '', authorId, ...words(place) }
  })
  await inParts(rows, (some) => db().reply.createMany({ data: some }))
}

// Syllables put together: two posts share words as rarely as posts of people do, so that looking for near copies has its usual work.
const SYLLABLES = [
  'ba',
  'co',
  'di',
  'fu',
  'ge',
  'ho',
  'ka',
  'li',
  'mo',
  'nu',
  'pe',
  'ra',
  'si',
  'to',
]

function words({ random }: Pick<Place, 'random'>) {
  const syllable = () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? 'ba'
  const text = Array.from({ length: WORDS }, () => syllable() + syllable() + syllable()).join(' ')
  const content = [{ type: 'paragraph', content: [{ type: 'text', text }] }]
  return { body: { type: 'doc', content }, bodyText: text, createdAt: new Date() }
}

async function inParts<Row>(
  rows: readonly Row[],
  store: (some: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await store(rows.slice(from, from + ROWS_AT_ONCE))
  }
}

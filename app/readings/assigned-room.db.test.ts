import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { actorsById } from '@/lib/auth/actor-query'
import { NotFound } from '@/lib/errors'
import { loadRoom } from '@/lib/pages/reading/room'
import type { SignedIn } from '@/lib/policy/actor'
import { makeAssignment } from '@/lib/testing/factories/assignment'
import { type Course, makeCourse } from '@/lib/testing/factories/course'
import { makeReading } from '@/lib/testing/factories/reading'

// The page of a reading as it is sent for an assignment: what it holds is looked through word by word.

let course: Course
let first: string
let second: string

const words = 'which nobody could have counted, as I think, on that very day in the yard'
const asNow = async ({ personId }: SignedIn) => {
  const [actor] = await actorsById([personId])
  if (!actor) throw new Error('They are there.')
  return actor
}

async function write(by: SignedIn, assignmentId: string | undefined, word: string) {
  const { reading, group } = course
  await annotate(await asNow(by), {
    readingId: reading.id,
    groupId: group.id,
    assignmentId,
    visibility: 'group',
    kind: 'note',
    target: { exact: 'Nobody counted them twice.' },
    body: { format: 'markdown', value: `${word} ${words}` },
  })
}

async function pageFor(by: SignedIn, place: { group?: string; assignment?: string }) {
  const room = await loadRoom(await asNow(by), course.reading.slug, place)
  return { room, sent: JSON.stringify(room) }
}

beforeAll(async () => {
  course = await makeCourse()
  const { group, reading } = course
  const wish = { groupId: group.id, readingId: reading.id }
  const steps = [{ kind: 'write-first', notes: 1 } as const]
  first = (await makeAssignment({ ...wish, steps })).id
  second = (await makeAssignment(wish)).id
  await write(course.students[0], first, 'wordfirst')
  await write(course.students[0], second, 'wordsecond')
  await write(course.students[0], undefined, 'wordoutside')
})

test('holds what is written for the assignment and nothing else', async () => {
  const { sent, room } = await pageFor(course.teacher, { assignment: first })
  expect(sent).toContain('wordfirst')
  expect(sent).not.toMatch(/wordsecond|wordoutside/)
  expect(room.segments).toHaveLength(1)
  expect(room.counts.map(({ notes }) => notes)).toEqual([1])
  expect(room.group?.id).toBe(course.group.id)
})

test('holds no trace of what is not shown yet, and says what is missing', async () => {
  const { sent, room } = await pageFor(course.students[1], { assignment: first })
  expect(sent).not.toContain('wordfirst')
  expect([room.segments.length, room.counts.length]).toEqual([0, 0])
  expect(room.assignment?.sections.some(({ open }) => open)).toBe(false)
  const general = await pageFor(course.students[1], { group: course.group.slug })
  expect(general.sent).not.toContain('wordfirst')
  expect(general.room.running.map(({ id }) => id)).toEqual([second, first])
})

test('holds it once enough is written', async () => {
  await write(course.students[2], first, 'wordown')
  const { sent } = await pageFor(course.students[2], { assignment: first })
  expect(sent).toMatch(/wordfirst/)
  expect(sent).toMatch(/wordown/)
})

test('is not there for a draft, another reading, or people outside the course', async () => {
  const { group, reading, students, stranger, teacher } = course
  const draft = await makeAssignment({
    groupId: group.id,
    readingId: reading.id,
    publishedAt: null,
  })
  const other = await makeReading({ ownerId: teacher.personId, groupIds: [group.id] })
  const elsewhere = await makeAssignment({ groupId: group.id, readingId: other.id })
  await expect(pageFor(students[0], { assignment: draft.id })).rejects.toThrow(NotFound)
  await expect(pageFor(students[0], { assignment: elsewhere.id })).rejects.toThrow(NotFound)
  await expect(pageFor(stranger, { assignment: first })).rejects.toThrow(NotFound)
  const { room } = await pageFor(teacher, { assignment: draft.id })
  expect(room.start.may.annotate).toBe(false)
})

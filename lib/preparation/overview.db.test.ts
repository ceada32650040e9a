import { beforeAll, describe, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { assignmentFor } from '@/lib/assignments/queries/assignments'
import { db } from '@/lib/db/client'
import { Forbidden } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { readingFor } from '@/lib/readings/queries/readings'
import { makeAssignment, makeCircle } from '@/lib/testing/factories/assignment'
import { type Course, makeCourse } from '@/lib/testing/factories/course'
import { replyToThread } from '@/lib/threads/commands/reply'
import { type OverviewQuery, overviewOf, sheetOf } from './queries/overview'

let course: Course
let taskId: string
let circleId: string
const ALL: OverviewQuery = { circleId: null, filter: 'all', order: 'name', now: new Date() }
const md = (value: string) => ({ format: 'markdown' as const, value })

async function write(by: SignedIn, kind: 'note' | 'question' | 'highlight', more: object = {}) {
  const { id } = await annotate(by, {
    readingId: course.reading.id,
    assignmentId: taskId,
    visibility: 'group',
    kind,
    target: { exact: 'Nobody counted them twice.' },
    ...(kind === 'highlight' ? {} : { body: md('Who was it, then?') }),
    ...more,
  })
  return id
}

async function asked(by: SignedIn, query: Partial<OverviewQuery> = {}) {
  const [row, reading] = await Promise.all([
    assignmentFor(by, taskId),
    readingFor(by, course.reading.id),
  ])
  return overviewOf(by, row, reading, { ...ALL, ...query })
}

const names = async (query: Partial<OverviewQuery>) =>
  (await asked(course.teacher, query)).students.items.map(({ name }) => name)

beforeAll(async () => {
  course = await makeCourse()
  const { group, reading, teacher, students } = course
  const [una, dos, tria] = students
  taskId = (await makeAssignment({ groupId: group.id, readingId: reading.id })).id
  circleId = await makeCircle({ groupId: group.id, personIds: [una.personId] })
  await makeCircle({ groupId: group.id, personIds: [dos.personId, tria.personId] })
  const question = await write(una, 'question')
  await write(una, 'note', { visibility: 'private' })
  await write(dos, 'highlight')
  await write(teacher, 'note')
  await replyToThread(dos, question, { body: md('The clerk, perhaps.') })
  await db().reaction.create({
    data: {
      ...{ threadId: question, postId: question, personId: dos.personId },
      ...{ emoji: '👍', createdAt: new Date() },
    },
  })
})

describe('what staff see of an assignment', () => {
  test('counts what is shared, students apart from staff', async () => {
    const { tallies, questions, begun } = await asked(course.teacher)
    expect(tallies).toEqual({
      ...{ students: 3, wrote: 1, wroteBefore: 0, replied: 1, done: 0 },
      ...{ notes: 2, questions: 1, unanswered: 1 },
    })
    expect(
      questions.map(({ authorName, alsoAsk, replies }) => [authorName, alsoAsk, replies]),
    ).toEqual([['Una', 1, 1]])
    expect(begun.map(({ students }) => students)).toEqual([1])
  })

  test('says where it was written, paragraph by paragraph', async () => {
    const { heat } = await asked(course.teacher)
    const touched = heat.rows.filter(({ total }) => total > 0)
    expect(touched.map(({ total, byKind }) => [total, byKind.get('question')])).toEqual([[3, 1]])
    expect(heat.rows.length).toBeGreaterThan(1)
  })

  test('is of one circle when it is asked for one', async () => {
    const { tallies, heat } = await asked(course.assistant, { circleId })
    expect([tallies.students, tallies.notes]).toEqual([1, 1])
    expect(heat.rows.reduce((sum, { total }) => sum + total, 0)).toBe(1)
  })

  test('finds students by what they have done, in an order', async () => {
    expect(await names({})).toEqual(['Dos', 'Tria', 'Una'])
    expect(await names({ order: 'notes' })).toEqual(['Dos', 'Tria', 'Una'])
    expect(await names({ filter: 'not-started' })).toEqual(['Tria'])
    expect(await names({ filter: 'only-highlights' })).toEqual(['Dos'])
    expect(await names({ filter: 'no-reply' })).toEqual(['Una'])
    expect(await names({ filter: 'done' })).toEqual([])
    expect(await names({ order: 'last' })).toEqual(['Tria', 'Una', 'Dos'])
  })

  test('is refused to a student, sheet and all', async () => {
    const [una] = course.students
    await expect(asked(una)).rejects.toThrow(Forbidden)
    const row = await assignmentFor(una, taskId)
    const reading = await readingFor(una, course.reading.id)
    await expect(sheetOf(una, row, reading, new Date())).rejects.toThrow(Forbidden)
  })

  test('comes to a sheet', async () => {
    const row = await assignmentFor(course.teacher, taskId)
    const reading = await readingFor(course.teacher, course.reading.id)
    const { questions, absent, quiet, claims } = await sheetOf(
      course.teacher,
      row,
      reading,
      new Date(),
    )
    expect([questions.length, absent, quiet, claims]).toEqual([1, ['Tria'], [], []])
  })
})

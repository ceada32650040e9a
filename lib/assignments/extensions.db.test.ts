import { beforeAll, describe, expect, test } from 'vitest'
import { Forbidden, NotFound } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { makeAssignment, makeCircle } from '@/lib/testing/factories/assignment'
import { type Course, makeCourse } from '@/lib/testing/factories/course'
import { extendDueDate, withdrawExtension } from './commands/extensions'
import { editAssignment } from './commands/write-assignment'
import { presentExtension, presentSummary } from './present'
import { assignmentFor } from './queries/assignments'
import { dueSoon } from './queries/due'
import { extensionsOf } from './queries/extensions'

const DUE = '2031-05-01T10:00:00.000Z'
const LATER = '2031-05-03T10:00:00.000Z'
const LATEST = '2031-05-05T10:00:00.000Z'

let course: Course
let id: string
let circleId: string

const dueFor = async (who: SignedIn) => presentSummary(who, await assignmentFor(who, id)).dueAt
const person = (who: SignedIn, dueAt = LATER) => ({
  ...{ id, forId: who.personId, dueAt },
  for: 'person' as const,
})

beforeAll(async () => {
  course = await makeCourse()
  const { group, reading, teacher, students } = course
  id = (await makeAssignment({ groupId: group.id, readingId: reading.id })).id
  circleId = await makeCircle({
    groupId: group.id,
    personIds: [students[0].personId, students[1].personId],
  })
  await editAssignment(teacher, id, { version: 1, dueAt: DUE })
})

describe('extensions', () => {
  test('are for a student or a circle; one’s own decides, and giving it again replaces it', async () => {
    const { assistant, students } = course
    const [una, dos, tria] = students
    await extendDueDate(assistant, { id, forId: circleId, for: 'circle', dueAt: LATER })
    await extendDueDate(assistant, person(una))
    await extendDueDate(assistant, person(una, LATEST))
    expect(await Promise.all([una, dos, tria].map(dueFor))).toEqual([LATEST, LATER, DUE])
    const page = await extensionsOf(assistant, await assignmentFor(assistant, id), { limit: 10 })
    expect(
      page.items.map(presentExtension).map(({ receiver, dueAt }) => [receiver.id, dueAt]),
    ).toEqual([
      [una.personId, LATEST],
      [circleId, LATER],
    ])
    expect((await dueSoon(una)).map(({ assignment }) => assignment.dueAt)).toEqual([LATEST])
    await withdrawExtension(assistant, { id, forId: una.personId })
    await withdrawExtension(assistant, { id, forId: una.personId })
    expect(await dueFor(una)).toBe(LATER)
  })

  test('are given by staff to people and circles of the course', async () => {
    const { teacher, students, stranger } = course
    const [una] = students
    await expect(extendDueDate(una, person(una))).rejects.toThrow(Forbidden)
    await expect(extendDueDate(stranger, person(una))).rejects.toThrow(NotFound)
    await expect(extendDueDate(teacher, person(stranger))).rejects.toThrow(NotFound)
    await expect(extendDueDate(teacher, person(teacher))).rejects.toThrow(NotFound)
    const elsewhere = await makeCourse()
    const other = await makeCircle({ groupId: elsewhere.group.id })
    const foreign = { id, forId: other, for: 'circle' as const, dueAt: LATER }
    await expect(extendDueDate(teacher, foreign)).rejects.toThrow(NotFound)
    await expect(extensionsOf(una, await assignmentFor(una, id), { limit: 10 })).rejects.toThrow(
      Forbidden,
    )
  })
})

test('what is due is told to students, soonest first, and to nobody else', async () => {
  const { teacher, stranger, students, group, reading } = course
  const [, , tria] = students
  const { id: undated } = await makeAssignment({ groupId: group.id, readingId: reading.id })
  await makeAssignment({ groupId: group.id, readingId: reading.id, publishedAt: null })
  expect((await dueSoon(tria)).map(({ assignment }) => assignment.id)).toEqual([id, undated])
  expect([await dueSoon(teacher), await dueSoon(stranger)]).toEqual([[], []])
})

import { beforeEach, describe, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { editAnnotation } from '@/lib/annotations/commands/edit'
import { removeAnnotation } from '@/lib/annotations/commands/remove'
import { actorsById } from '@/lib/auth/actor-query'
import { csvOf } from '@/lib/csv-file'
import { db } from '@/lib/db/client'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import { presentSheet } from '@/lib/participation/present'
import { participationIn } from '@/lib/participation/queries/participation'
import { sheetFor } from '@/lib/participation/queries/sheet'
import { ANONYMOUS, type SignedIn } from '@/lib/policy/actor'
import { makeAssignment } from '@/lib/testing/factories/assignment'
import { type Course, makeCourse } from '@/lib/testing/factories/course'
import { giveGrade } from './commands/give-grade'
import { sayAboutGrade, settleRequest } from './commands/messages'
import { releaseGrade, releaseGrades, withdrawGrade } from './commands/release'
import { setRubric } from './commands/set-rubric'
import { presentGrade, presentGradebook } from './present'
import { gradebookFor } from './queries/gradebook'
import { gradeFor, gradeHistory, gradeMessages } from './queries/grades'
import { gradebookRows } from './spreadsheet'

let course: Course
let una: SignedIn
let dos: SignedIn
let id: string
const TAIL = 'I think the number hides who did the counting, and why it was done that day.'

beforeEach(async () => {
  course = await makeCourse()
  ;[una, dos] = course.students
  ;({ id } = await makeAssignment({
    groupId: course.group.id,
    readingId: course.reading.id,
  }))
})

async function write(who: SignedIn, words: string, exact = 'Twelve wagons left the yard') {
  const [actor] = await actorsById([who.personId])
  if (!actor) throw new Error('nobody is there')
  return annotate(actor, {
    readingId: course.reading.id,
    assignmentId: id,
    visibility: 'group',
    kind: 'note',
    target: { exact },
    body: { format: 'markdown', value: words },
  })
}

const sheet = async (viewer: SignedIn, whose: SignedIn) =>
  presentSheet(await sheetFor(viewer, id, whose.personId))
const grade = async (viewer: SignedIn, whose: SignedIn) =>
  presentGrade(viewer, await gradeFor(viewer, id, whose.personId))
const give = (by: SignedIn, to: SignedIn, version: number, given: object) =>
  giveGrade(by, { id, personId: to.personId, version, ...given })
const of = ({ personId }: SignedIn) => ({ id, personId })

describe('participation', () => {
  test('counts what was written, gives a reason for the rest, and is the same for both', async () => {
    await write(una, `Nobody is named here. ${TAIL}`)
    await write(una, 'ok', 'Nobody counted them')
    const own = await sheet(una, una)
    expect(own.items.map(({ counted, reason }) => [counted, reason])).toEqual([
      [true, ''],
      [false, '1 own word; a note counts from 12'],
    ])
    expect(own.value).toBeGreaterThan(0)
    expect(await sheet(course.teacher, una)).toEqual(own)
  })

  test('is nobody else’s to see', async () => {
    for (const other of [dos, course.stranger]) {
      await expect(sheetFor(other, id, una.personId)).rejects.toThrow(NotFound)
    }
    await expect(sheetFor(ANONYMOUS, id, una.personId)).rejects.toThrow(NotFound)
    await expect(sheetFor(course.teacher, id, course.stranger.personId)).rejects.toThrow(NotFound)
  })

  test('names a copy of what somebody else wrote, without naming it', async () => {
    await write(dos, `Nobody is named here. ${TAIL}`)
    await write(una, `Nobody is named here! ${TAIL}`)
    const [item] = (await sheet(una, una)).items
    expect(item).toMatchObject({ counted: false, factor: 0 })
    expect(item?.reason).toMatch(/^Near copy of another post/)
  })

  test('is worked out again once something changed, and only then', async () => {
    const { assignment } = await sheetFor(una, id, una.personId)
    const before = await participationIn(assignment)
    expect(await participationIn(assignment)).toBe(before)
    const note = await write(una, `Nobody is named here. ${TAIL}`)
    const after = await participationIn(assignment)
    expect(after.get(una.personId)?.value).toBeGreaterThan(before.get(una.personId)?.value ?? 1)
    await removeAnnotation(una, note.id)
    expect((await sheet(una, una)).items[0]).toMatchObject({
      counted: false,
      reason: 'Deleted by its author',
    })
  })

  test('is as old as the first version that said enough', async () => {
    const short = await write(una, 'ok')
    await db().annotation.update({
      where: { id: short.id },
      data: { createdAt: new Date('2026-01-01T00:00:00Z') },
    })
    await db().assignment.update({
      where: { id },
      data: { dueAt: new Date('2026-01-02T00:00:00Z'), lateRule: { kind: 'closed' } },
    })
    await editAnnotation(una, short.id, {
      version: 1,
      body: { format: 'markdown', value: `At last. ${TAIL}` },
    })
    expect((await sheet(una, una)).items[0]).toMatchObject({ counted: false, reason: /^Late/ })
  })
})

describe('a grade', () => {
  test('is a draft until it is released, and again once it is withdrawn', async () => {
    await give(course.teacher, una, 0, { points: 8, comment: 'Well argued.' })
    await expect(gradeFor(una, id, una.personId)).rejects.toThrow(NotFound)
    await releaseGrade(course.teacher, of(una))
    expect(await grade(una, una)).toMatchObject({ total: 8, comment: 'Well argued.' })
    await expect(gradeFor(dos, id, una.personId)).rejects.toThrow(NotFound)
    await withdrawGrade(course.teacher, of(una))
    await expect(gradeFor(una, id, una.personId)).rejects.toThrow(NotFound)
  })

  test('that is changed after its release is shown as it was released', async () => {
    await give(course.teacher, una, 0, { points: 8, comment: 'First.' })
    await releaseGrade(course.teacher, of(una))
    await give(course.assistant, una, 1, { points: 5, comment: 'Second.' })
    expect(await grade(una, una)).toMatchObject({ version: 1, total: 8, comment: 'First.' })
    expect(await grade(course.teacher, una)).toMatchObject({
      version: 2,
      total: 5,
      released: { total: 8 },
    })
  })

  test('of two who grade at once is one’s; the other is told with the current one', async () => {
    await give(course.teacher, una, 0, { points: 8 })
    const second = give(course.assistant, una, 0, { points: 3 })
    await expect(second).rejects.toThrow(Conflict)
    await expect(second).rejects.toMatchObject({ details: { current: { total: 8, version: 1 } } })
  })

  test('is given to students alone, by those who lead the course', async () => {
    await expect(give(una, una, 0, { points: 10 })).rejects.toThrow(NotFound)
    await expect(give(course.stranger, una, 0, { points: 10 })).rejects.toThrow(NotFound)
    await expect(give(course.teacher, course.assistant, 0, { points: 1 })).rejects.toThrow(NotFound)
    await expect(give(course.teacher, una, 0, { levels: { none: 1 } })).rejects.toThrow(Invalid)
    await give(course.teacher, una, 0, { points: 8 })
    await releaseGrade(course.teacher, of(una))
    await expect(give(una, una, 1, { points: 10 })).rejects.toThrow(Forbidden)
  })

  test('keeps what was done to it', async () => {
    await give(course.teacher, una, 0, { points: 8 })
    await releaseGrade(course.teacher, of(una))
    await withdrawGrade(course.assistant, of(una))
    const { items } = await gradeHistory(course.teacher, { ...of(una), limit: 10 })
    expect(items.map(({ kind }) => kind)).toEqual(['withdrawn', 'released', 'graded'])
    await releaseGrade(course.teacher, of(una))
    await expect(gradeHistory(una, { ...of(una), limit: 10 })).rejects.toThrow(Forbidden)
  })
})

describe('a rubric', () => {
  const levels: [string, string, string, string, string] = ['', '', '', '', '']
  const criterion = (name: string, weight = 1) => ({ id: name, name, weight, levels })
  const terms = (weight = 1) => ({
    id,
    criteria: [criterion('argues', weight), criterion('answers')],
    mix: { rubric: 1, participation: 0 },
    pointsPossible: 20,
  })

  test('makes the points, and once changed makes them anew, but for what was released', async () => {
    await setRubric(course.teacher, { ...terms(), version: 0 })
    await give(course.teacher, una, 0, { levels: { argues: 4, answers: 2 } })
    expect(await grade(course.teacher, una)).toMatchObject({ total: 15, pointsPossible: 20 })
    await releaseGrade(course.teacher, of(una))
    await setRubric(course.teacher, { ...terms(3), version: 1 })
    expect(await grade(course.teacher, una)).toMatchObject({ total: 17.5, version: 2 })
    expect(await grade(una, una)).toMatchObject({ total: 15 })
    await setRubric(course.teacher, { ...terms(), version: 2 })
    expect(await grade(course.teacher, una)).toMatchObject({ total: 15, version: 3 })
  })

  test('is changed by one at a time, and by those who lead', async () => {
    await setRubric(course.teacher, { ...terms(), version: 0 })
    await expect(setRubric(course.assistant, { ...terms(2), version: 0 })).rejects.toThrow(Conflict)
    await expect(setRubric(una, { ...terms(2), version: 1 })).rejects.toThrow(Forbidden)
  })

  test('is mixed with participation as it says', async () => {
    await write(una, `Nobody is named here. ${TAIL}`)
    await setRubric(course.teacher, {
      ...terms(),
      version: 0,
      mix: { rubric: 0, participation: 1 },
    })
    await give(course.teacher, una, 0, {})
    const { value } = await sheet(una, una)
    expect((await grade(course.teacher, una)).total).toBeCloseTo(20 * value, 2)
  })
})

describe('what is said about a grade', () => {
  test('stays between its student and staff; a request waits until it is settled', async () => {
    await give(course.teacher, una, 0, { points: 8 })
    await releaseGrade(course.teacher, of(una))
    const asked = await sayAboutGrade(una, { ...of(una), words: 'Why 8?', isRequest: true })
    const page = await gradebookFor(course.teacher, course.group.id, { limit: 50 })
    expect(presentGradebook(page).items.map(({ grades }) => grades[0]?.waits)).toContain(true)
    await expect(gradeMessages(dos, { ...of(una), limit: 10 })).rejects.toThrow(NotFound)
    await expect(settleRequest(una, { ...of(una), messageId: asked.id })).rejects.toThrow(Forbidden)
    const settled = await settleRequest(course.teacher, { ...of(una), messageId: asked.id })
    expect(settled.settledAt).not.toBeNull()
    await sayAboutGrade(course.teacher, { ...of(una), words: 'As it is.', isRequest: false })
    const { items } = await gradeMessages(una, { ...of(una), limit: 10 })
    expect(items.map(({ words }) => words)).toEqual(['Why 8?', 'As it is.'])
  })
})

describe('a gradebook', () => {
  test('is paged by name, released at once, and leaves as a file', async () => {
    await give(course.teacher, una, 0, { points: 8.5 })
    expect(await releaseGrades(course.teacher, id)).toBe(1)
    expect(await releaseGrades(course.teacher, id)).toBe(0)
    const names: string[] = []
    let cursor: string | undefined
    do {
      const page = await gradebookFor(course.teacher, course.group.id, { cursor, limit: 1 })
      names.push(...page.students.items.map(({ name }) => name))
      cursor = page.students.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(names).toEqual(['Dos', 'Tria', 'Una'])
    await db().person.update({ where: { id: una.personId }, data: { name: '=1+1' } })
    const page = await gradebookFor(course.teacher, course.group.id, { limit: 50 })
    const csv = csvOf(gradebookRows([presentGradebook(page)]))
    expect(csv).toContain(`'=1+1,${una.personId},8.5,released,0,`)
  })

  test('is for those who lead the course', async () => {
    for (const other of [una, course.stranger]) {
      await expect(gradebookFor(other, course.group.id, { limit: 5 })).rejects.toThrow(NotFound)
    }
  })
})

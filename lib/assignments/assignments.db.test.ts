import { beforeEach, describe, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { editAnnotation } from '@/lib/annotations/commands/edit'
import { removeAnnotation } from '@/lib/annotations/commands/remove'
import type { AnnotationInput } from '@/lib/annotations/contract'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import { listAnnotations } from '@/lib/annotations/queries/list-annotations'
import { actorsById } from '@/lib/auth/actor-query'
import { arrangeCircles } from '@/lib/circles/commands'
import { db } from '@/lib/db/client'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { readingFor } from '@/lib/readings/queries/readings'
import { type Course, makeCourse } from '@/lib/testing/factories/course'
import { replyToThread } from '@/lib/threads/commands/reply'
import { completeAssignment, resumeAssignment } from './commands/completion'
import { openSection } from './commands/openings'
import { closeAssignment, publishAssignment, unpublishAssignment } from './commands/standing'
import { draftAssignment, editAssignment } from './commands/write-assignment'
import type { AssignmentInput } from './contract'
import { presentAssignment } from './present'
import { type AssignmentRow, assignmentFor, assignmentsOf } from './queries/assignments'
import { viewed } from './queries/viewed'

let course: Course
let una: SignedIn
let dos: SignedIn
const body = (value: string) => ({ format: 'markdown' as const, value })
const TAIL = 'I think the number hides who did the counting, and why it was done that day.'
const WRITE_FIRST = [{ kind: 'write-first' as const, notes: 2 }]

beforeEach(async () => {
  course = await makeCourse()
  ;[una, dos] = course.students
})

/** The person as they would ask now. */
async function again({ personId }: SignedIn): Promise<SignedIn> {
  const [actor] = await actorsById([personId])
  if (!actor) throw new Error('nobody is there')
  return actor
}

async function published(terms: Partial<AssignmentInput> = {}): Promise<AssignmentRow> {
  const { group, reading, teacher } = course
  const draft = { id: group.id, readingId: reading.id, title: 'Who counts?', ...terms }
  return publishAssignment(teacher, (await draftAssignment(teacher, draft)).id)
}

async function write(
  who: SignedIn,
  assignment: AssignmentRow,
  words: string,
  more: Partial<AnnotationInput> = {},
) {
  return annotate(await again(who), {
    readingId: course.reading.id,
    assignmentId: assignment.id,
    visibility: 'group',
    kind: 'note',
    target: { exact: 'Twelve wagons left the yard' },
    body: body(`${words} ${TAIL}`),
    ...more,
  })
}

async function listedTo(who: SignedIn, assignmentId?: string): Promise<string[]> {
  const actor = await again(who)
  const reading = await readingFor(actor, course.reading.id)
  const query = { sort: 'made', limit: 50, assignmentId } as const
  return (await listAnnotations(actor, reading, query)).items.map(({ id }) => id)
}

async function sectionAs(who: SignedIn, assignment: AssignmentRow, title = 'What was counted') {
  const actor = await again(who)
  const row = await assignmentFor(actor, assignment.id)
  const shown = presentAssignment(actor, row, await viewed(actor, row))
  const section = shown.sections.find((one) => one.title === title)
  if (!section) throw new Error(`no section ${title}`)
  return section
}

describe('an assignment', () => {
  test('is drafted, published and closed by staff, and seen by students once it is published', async () => {
    const { group, reading, teacher, assistant, stranger } = course
    const input = { id: group.id, readingId: reading.id, title: 'Mine' }
    await expect(draftAssignment(una, input)).rejects.toThrow(Forbidden)
    await expect(draftAssignment(stranger, input)).rejects.toThrow(NotFound)
    const draft = await draftAssignment(assistant, input)
    await expect(assignmentFor(una, draft.id)).rejects.toThrow(NotFound)
    await expect(closeAssignment(teacher, draft.id)).rejects.toThrow(Conflict)
    expect((await assignmentsOf(una, group.id, { limit: 9 })).items).toEqual([])
    await publishAssignment(teacher, draft.id)
    expect((await assignmentsOf(una, group.id, { limit: 9 })).items).toHaveLength(1)
    expect((await assignmentsOf(stranger, group.id, { limit: 9 })).items).toEqual([])
    await write(una, draft, 'First.')
    await expect(unpublishAssignment(teacher, draft.id)).rejects.toThrow(Conflict)
    await closeAssignment(teacher, draft.id)
    await expect(write(una, draft, 'Late.')).rejects.toThrow(Conflict)
  })

  test('is changed with its version, tells what changed, and shows nobody less than before', async () => {
    const { teacher } = course
    const { id } = await published({ dueAt: '2027-01-05T12:00:00+01:00' })
    const changed = await editAssignment(teacher, id, { version: 1, title: 'Who counted?' })
    expect(changed).toMatchObject({ version: 2, changes: [{ changes: ['The title'] }] })
    const stale = editAssignment(teacher, id, { version: 1, title: 'Mine' })
    await expect(stale).rejects.toMatchObject({
      details: { current: { title: 'Who counted?', dueAt: '2027-01-05T11:00:00.000Z' } },
    })
    const narrower = editAssignment(teacher, id, { version: 2, steps: WRITE_FIRST })
    await expect(narrower).rejects.toMatchObject({ code: 'narrows' })
    const early = editAssignment(teacher, id, { version: 2, opensAt: '2028-01-01T00:00:00Z' })
    await expect(early).rejects.toThrow(Invalid)
  })

  test('takes notes for the course alone, in its sections, while it runs', async () => {
    const { sections } = await published()
    const [first] = sections
    const one = await published({ sectionIds: first ? [first.sectionId] : [] })
    const elsewhere = write(una, one, 'Here.', { target: { exact: 'The driver said nothing' } })
    await expect(elsewhere).rejects.toMatchObject({ code: 'not-assigned' })
    const open = write(una, await published(), 'For all.', { visibility: 'public' })
    await expect(open).rejects.toMatchObject({ code: 'visibility' })
    const later = await published({ opensAt: '2999-01-01T00:00:00Z' })
    await expect(write(una, later, 'Early.')).rejects.toMatchObject({ code: 'not-open' })
    await expect(write(course.stranger, later, 'Not mine.')).rejects.toThrow(NotFound)
  })

  test('knows who is done, who may take it back', async () => {
    const { id } = await published()
    const [completion] = (await completeAssignment(una, id)).completions
    expect((await completeAssignment(una, id)).completions).toEqual([completion])
    expect((await resumeAssignment(una, id)).completions).toEqual([])
    await expect(completeAssignment(course.stranger, id)).rejects.toThrow(NotFound)
  })
})

describe('writing first', () => {
  test('withholds others’ notes of a section until enough of one’s own stand there, for good', async () => {
    const assignment = await published({ steps: WRITE_FIRST })
    const theirs = await write(una, assignment, 'The first remark is mine.')
    expect(await listedTo(dos)).toEqual([])
    expect(await listedTo(course.assistant)).toEqual([theirs.id])
    await expect(annotationFor(await again(dos), theirs.id)).rejects.toThrow(NotFound)
    await expect(
      replyToThread(await again(dos), theirs.id, { body: body('Blind.') }),
    ).rejects.toThrow(NotFound)
    expect(await sectionAs(dos, assignment)).toMatchObject({ open: false, notesNeeded: 2 })
    await write(dos, assignment, 'Mine.')
    await write(dos, assignment, 'ok', { body: body('ok') })
    expect(await sectionAs(dos, assignment)).toMatchObject({ open: false, ownNotes: 1 })
    const second = await write(dos, assignment, 'Another one of mine, about those who drove.')
    expect(await sectionAs(dos, assignment)).toMatchObject({ open: true, ownNotes: 2 })
    expect(await listedTo(dos, assignment.id)).toContain(theirs.id)
    await removeAnnotation(await again(dos), second.id)
    expect(await sectionAs(dos, assignment)).toMatchObject({ open: true, ownNotes: 1 })
    expect(await sectionAs(dos, assignment, 'What was said')).toMatchObject({ open: false })
    const told = { kind: 'sight.changed', subjectId: dos.personId }
    expect(await db().event.count({ where: told })).toBe(1)
  })

  test('is earned by an edit too, and by two notes at the same moment', async () => {
    const assignment = await published({ steps: WRITE_FIRST })
    await Promise.all([
      write(una, assignment, 'One remark.'),
      write(una, assignment, 'And a quite different other thought on wagons.'),
    ])
    expect(await sectionAs(una, assignment)).toMatchObject({ open: true })
    await write(dos, assignment, 'My remark.')
    const { id } = await write(dos, assignment, 'ok', { body: body('ok') })
    const longer = body(`Here is the longer version of what I had in mind. ${TAIL}`)
    await editAnnotation(await again(dos), id, { version: 1, body: longer })
    expect(await sectionAs(dos, assignment)).toMatchObject({ open: true })
  })

  test('ends by staff for one, at a time for all, and with the assignment', async () => {
    const assignment = await published({ steps: WRITE_FIRST })
    const { id } = assignment
    const note = await write(una, assignment, 'The first remark is mine.')
    const { id: sectionId } = await sectionAs(dos, assignment)
    const opening = { id, sectionId, personId: dos.personId }
    await expect(openSection(una, opening)).rejects.toThrow(Forbidden)
    await openSection(course.assistant, opening)
    await openSection(course.assistant, opening)
    expect(await listedTo(dos)).toEqual([note.id])
    expect(await listedTo(course.students[2])).toEqual([])
    const from = new Date(Date.now() - 1000).toISOString()
    const steps = [...WRITE_FIRST, { kind: 'class' as const, from }]
    const past = await published({ steps })
    const other = await write(una, past, 'In the one that is open to all.')
    expect(await listedTo(dos, past.id)).toEqual([other.id])
    await closeAssignment(course.teacher, id)
    expect(await listedTo(course.students[2], id)).toEqual([note.id])
  })
})

describe('circles', () => {
  test('see their own notes and those of staff until the class comes; who moves takes theirs along', async () => {
    const { group, teacher, students } = course
    const arrange = (...circles: { name: string; members: string[]; id?: string }[]) =>
      arrangeCircles(teacher, { id: group.id, circles })
    const [a, b, c] = students.map(({ personId }) => personId)
    if (!a || !b || !c) throw new Error('three students')
    await arrange({ name: 'A', members: [a] }, { name: 'B', members: [b, c] })
    const assignment = await published({ steps: [{ kind: 'circle' }] })
    const ofA = await write(una, assignment, 'From circle A.')
    const ofB = await write(dos, assignment, 'From circle B, with other words.')
    const ofStaff = await write(teacher, assignment, 'From who leads it, to everybody.')
    expect(await listedTo(una)).toEqual([ofA.id, ofStaff.id])
    expect(await listedTo(students[2])).toEqual([ofB.id, ofStaff.id])
    expect(await listedTo(teacher)).toEqual([ofA.id, ofB.id, ofStaff.id])
    const circles = await db().circle.findMany({ where: { groupId: group.id } })
    const idOf = (name: string) => circles.find((circle) => circle.name === name)?.id ?? ''
    await arrange(
      { id: idOf('A'), name: 'A', members: [a, b] },
      { id: idOf('B'), name: 'B', members: [c] },
    )
    expect(await listedTo(una)).toEqual([ofA.id, ofB.id, ofStaff.id])
    expect(await listedTo(students[2])).toEqual([ofStaff.id])
    expect(await db().circleMember.count({ where: { personId: b } })).toBe(2)
    const twice = arrange({ name: 'C', members: [a] }, { name: 'D', members: [a] })
    await expect(twice).rejects.toThrow(Invalid)
    await expect(arrangeCircles(una, { id: group.id, circles: [] })).rejects.toThrow(Forbidden)
  })
})

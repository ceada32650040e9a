import { expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { actorsById } from '@/lib/auth/actor-query'
import { makeAssignment } from '@/lib/testing/factories/assignment'
import { makeCourse } from '@/lib/testing/factories/course'
import { libraryFor } from './queries/library'

test('the faces of a course do not tell who wrote what is withheld', async () => {
  const { group, reading, students } = await makeCourse()
  const [, dos, tria] = students
  const steps = [{ kind: 'write-first', notes: 1 } as const]
  const { id } = await makeAssignment({ groupId: group.id, readingId: reading.id, steps })
  const [reader] = await actorsById([dos.personId])
  if (!reader) throw new Error('He is there.')
  const faces = async () => {
    const query = { words: '', shelf: null, after: null, from: null, now: new Date() }
    return (await libraryFor(reader, query)).faces.map(({ name }) => name)
  }
  const before = await faces()
  const note = {
    ...({ readingId: reading.id, groupId: group.id, visibility: 'group', kind: 'note' } as const),
    target: { exact: 'Nobody counted them twice.' },
    body: { format: 'markdown' as const, value: 'It is said, but by whom?' },
  }
  await annotate(tria, { ...note, assignmentId: id })
  expect(await faces()).toEqual(before)
  await annotate(tria, note)
  expect((await faces())[0]).toBe('Tria')
})

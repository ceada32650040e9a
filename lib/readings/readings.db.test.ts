import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { Forbidden, Invalid, NotFound } from '@/lib/errors'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { makeGroup } from '@/lib/testing/factories/group'
import { joining, makePerson } from '@/lib/testing/factories/person'
import { makeReading } from '@/lib/testing/factories/reading'
import { addReading } from './commands/add-reading'
import { editReading } from './commands/edit-reading'
import { keepPosition } from './commands/keep-position'
import { removeReading, restoreReading } from './commands/remove-reading'
import type { ReadingInput } from './contract'
import {
  listReadings,
  mentionablePeople,
  positionFor,
  readingFor,
  sectionsOfRevision,
} from './queries/readings'
import { revisionDoc, revisionText } from './queries/revisions'

let room: Classroom

beforeAll(async () => {
  room = await makeClassroom()
})

function input(more: Partial<ReadingInput> = {}): ReadingInput {
  return {
    title: 'The ledger',
    groupId: room.group.id,
    visibility: 'group',
    source: { format: 'markdown', value: 'Before.\n\n## One\n\nFirst.\n\n## Two\n\nSecond.' },
    ...more,
  }
}

describe('what is said of a reading', () => {
  test('is changed by its owner, and by nobody else', async () => {
    const change = { title: 'The second ledger', authors: ['A. Clerk'], language: 'uk' }
    const edited = await editReading(room.moderator, room.reading.id, change)
    expect(edited).toMatchObject({ ...change, slug: room.reading.slug })
    await expect(editReading(room.ana, room.reading.id, change)).rejects.toThrow(Forbidden)
    await expect(editReading(room.stranger, room.reading.id, change)).rejects.toThrow(NotFound)
    const cleared = await editReading(room.moderator, room.reading.id, { sourceUrl: null })
    expect(cleared).toMatchObject({ sourceUrl: null, title: 'The second ledger' })
  })
})

describe('adding a reading', () => {
  test('keeps its text, its sections and its place on the shelf', async () => {
    const reading = await addReading(room.ana, input())
    const revisionId = reading.currentRevision?.id ?? ''
    const sections = await sectionsOfRevision(revisionId)
    expect((await revisionText(revisionId)).text).toBe('Before.\nOne\nFirst.\nTwo\nSecond.')
    expect(sections.map(({ title }) => title)).toEqual(['Opening', 'One', 'Two'])
    expect(reading.shelves.map(({ group }) => group.id)).toEqual([room.group.id])
  })

  test('of one title twice gives each its own address', async () => {
    const [one, two] = [await addReading(room.ana, input()), await addReading(room.ana, input())]
    expect(one.slug).not.toBe(two.slug)
    expect((await readingFor(room.ben, two.slug)).id).toBe(two.id)
  })

  test('from the document of another reading gives it sections of its own', async () => {
    const first = await addReading(room.ana, input())
    const doc = await revisionDoc(first.currentRevision?.id ?? '')
    const value = JSON.parse(JSON.stringify(doc))
    const copy = await addReading(room.ana, input({ source: { format: 'tiptap', value } }))
    const owners = await db().section.count({ where: { readingId: copy.id } })
    expect(owners).toBe(3)
  })

  test('is refused without text, and without a group where it is for one', async () => {
    const empty = input({ source: { format: 'markdown', value: '  \n\n' } })
    await expect(addReading(room.ana, empty)).rejects.toThrow(Invalid)
    await expect(addReading(room.ana, input({ groupId: undefined }))).rejects.toThrow(Invalid)
  })

  test('to a course is for those who lead it, to a group one does not know is nowhere', async () => {
    const course = await makeGroup({ kind: 'course' })
    const student = await joining(room.ana, course.id)
    await expect(addReading(student, input({ groupId: course.id }))).rejects.toThrow(Forbidden)
    await expect(addReading(room.stranger, input())).rejects.toThrow(NotFound)
  })
})

describe('seeing readings', () => {
  test('a stranger finds none of the group, by id, address or list', async () => {
    const { id, slug } = room.reading
    await expect(readingFor(room.stranger, id)).rejects.toThrow(NotFound)
    await expect(readingFor(room.stranger, slug)).rejects.toThrow(NotFound)
    const { items } = await listReadings(room.stranger, { limit: 200 })
    expect(items.map((row) => row.id)).not.toContain(id)
  })

  test('a list gives each once, page by page', async () => {
    for (let n = 0; n < 5; n++) {
      await makeReading({ ownerId: room.ana.personId, groupIds: [room.group.id] })
    }
    const all = (await listReadings(room.ana, { limit: 200 })).items.map(({ id }) => id)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listReadings(room.ana, { limit: 2, cursor })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(all)
  })
})

describe('deleting a reading', () => {
  test('is for its owner, hides it from everybody and can be taken back', async () => {
    const { id } = await addReading(room.ana, input())
    await expect(removeReading(room.ben, id)).rejects.toThrow(Forbidden)
    await removeReading(room.ana, id)
    await expect(readingFor(room.ana, id)).rejects.toThrow(NotFound)
    await expect(restoreReading(room.stranger, id)).rejects.toThrow(NotFound)
    await restoreReading(room.ana, id)
    expect((await readingFor(room.ben, id)).id).toBe(id)
  })
})

describe('around a reading', () => {
  test('one stops where one stopped last', async () => {
    await keepPosition(room.ana, room.reading.id, { offset: 12 })
    await keepPosition(room.ana, room.reading.id, { offset: 40, groupId: room.group.id })
    expect(await positionFor(room.ana, room.reading.id)).toMatchObject({ offset: 40 })
    expect(await positionFor(room.ben, room.reading.id)).toBeNull()
  })

  test("one mentions people of one's own groups on its shelves, and nobody else", async () => {
    const reading = await readingFor(room.ana, room.reading.id)
    const names = async (q: string) =>
      (await mentionablePeople(room.ana, reading, { q, limit: 8 })).map(({ name }) => name)
    expect(await names('')).toEqual(['Ana', 'Ben', 'Mo'])
    expect(await names('be')).toEqual(['Ben'])
    expect(await mentionablePeople(room.stranger, reading, { q: '', limit: 8 })).toEqual([])
  })

  test.each([
    ['an accent left out', 'nguyen', 'Nguyễn Thị Hồng'],
    ['a letter of its own written plainly', 'lucja', 'Łucja Nowak'],
    ['the middle of it, without capitals', 'sorbo', 'Marit Sørbø'],
    ['more than one word', 'thi ho', 'Nguyễn Thị Hồng'],
    ['its accents', 'Sørb', 'Marit Sørbø'],
  ])('a name is found by %s', async (_, q, name) => {
    await joining(await makePerson({ name }), room.group.id)
    const reading = await readingFor(room.ana, room.reading.id)
    const found = await mentionablePeople(room.ana, reading, { q, limit: 8 })
    expect(found.map((person) => person.name)).toContain(name)
  })

  test('signs of a pattern are letters of a name', async () => {
    const reading = await readingFor(room.ana, room.reading.id)
    expect(await mentionablePeople(room.ana, reading, { q: '%', limit: 8 })).toEqual([])
    expect(await mentionablePeople(room.ana, reading, { q: '\\', limit: 8 })).toEqual([])
  })
})

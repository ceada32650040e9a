import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { type Actor, ANONYMOUS, type SignedIn } from '@/lib/policy/actor'
import { makeAnnotation } from '@/lib/testing/factories/annotation'
import { makeGroup } from '@/lib/testing/factories/group'
import { joining, makePerson } from '@/lib/testing/factories/person'
import { makeReading } from '@/lib/testing/factories/reading'
import { presentLibrary } from './present'
import { type LibraryQuery, libraryFor } from './queries/library'
import type { Library, LibraryRow, LibraryShelf } from './shape'

type Query = Omit<LibraryQuery, 'now'>

const EVERYTHING: Query = { words: '', shelf: null, after: null, from: null }

async function libraryOf(actor: Actor, query: Partial<Query> = {}): Promise<Library> {
  const rows = await libraryFor(actor, { ...EVERYTHING, ...query, now: new Date() })
  return presentLibrary(actor, rows)
}

function shelfNamed(library: Library, name: string): LibraryShelf {
  const shelf = library.shelves.find(({ group }) => group?.name === name)
  if (!shelf) throw new Error(`no shelf of ${name}`)
  return shelf
}

function firstRow({ rows }: LibraryShelf): LibraryRow {
  const [row] = rows
  if (!row) throw new Error('the shelf is empty')
  return row
}

/** A team of Ana and Ben with one reading on its shelf. */
async function desk(name: string): Promise<{
  ana: SignedIn
  ben: SignedIn
  groupId: string
  reading: Awaited<ReturnType<typeof makeReading>>
}> {
  const { id: groupId } = await makeGroup({ name })
  const ana = await joining(await makePerson({ name: 'Ana' }), groupId)
  const ben = await joining(await makePerson({ name: 'Ben' }), groupId)
  const reading = await makeReading({ ownerId: ana.personId, groupIds: [groupId] })
  return { ana, ben, groupId, reading }
}

describe('who sees which shelf', () => {
  test('a team’s shelf is there for its people alone', async () => {
    const { ana, reading } = await desk('Desk A')
    const stranger = await makePerson()
    expect(firstRow(shelfNamed(await libraryOf(ana), 'Desk A')).readingId).toBe(reading.id)
    for (const actor of [stranger, ANONYMOUS]) {
      const library = await libraryOf(actor)
      expect(library.shelves.map(({ group }) => group?.name)).not.toContain('Desk A')
      expect(library.shelves.flatMap(({ rows }) => rows).map((row) => row.readingId)).not.toContain(
        reading.id,
      )
    }
  })

  test('a public shelf is there for everyone, without the names of its people', async () => {
    const { id: groupId } = await makeGroup({ name: 'Open B', kind: 'public' })
    const owner = await joining(await makePerson(), groupId, 'owner')
    await makeReading({ ownerId: owner.personId, groupIds: [groupId] })
    const shelf = shelfNamed(await libraryOf(ANONYMOUS), 'Open B')
    expect(shelf.rows).toHaveLength(1)
    expect(shelf.faces).toEqual([])
    expect(shelf.group).toMatchObject({ own: false, mayAdd: false, mayInvite: false })
  })

  test('a private reading in no group is its owner’s alone', async () => {
    const ana = await makePerson()
    const { id } = await makeReading({ ownerId: ana.personId, visibility: 'private' })
    const loose = async (actor: Actor) =>
      (await libraryOf(actor)).shelves
        .filter(({ group }) => group === null)
        .flatMap(({ rows }) => rows.map((row) => row.readingId))
    expect(await loose(ana)).toContain(id)
    expect(await loose(await makePerson())).not.toContain(id)
  })
})

describe('what is counted', () => {
  test('notes are counted and told as each viewer may see them', async () => {
    const { ana, ben, groupId, reading } = await desk('Desk C')
    const note = { reading, groupId, authorId: ben.personId }
    await makeAnnotation({ ...note, exact: 'Twelve wagons' })
    await makeAnnotation({ ...note, visibility: 'private' })
    const forAna = firstRow(shelfNamed(await libraryOf(ana), 'Desk C'))
    const forBen = firstRow(shelfNamed(await libraryOf(ben), 'Desk C'))
    expect(forAna).toMatchObject({ notes: 1, unread: 1, last: { words: 'Ben wrote a note' } })
    expect(forBen).toMatchObject({ notes: 2, unread: 0, last: { words: 'You wrote a note' } })
    expect(forAna.days.at(-1)).toBe(1)
    expect(forAna.sections.map(({ title }) => title)).toEqual([
      'Opening',
      'What was counted',
      'What was said',
    ])
  })

  test('the same text in two groups has notes apart', async () => {
    const { ana, groupId, reading } = await desk('Desk D')
    const { id: otherId } = await makeGroup({ name: 'Course D', kind: 'course' })
    const both = await joining(ana, otherId)
    await db().shelf.create({
      data: {
        groupId: otherId,
        readingId: reading.id,
        addedById: ana.personId,
        addedAt: new Date(),
      },
    })
    await makeAnnotation({ reading, groupId, authorId: ana.personId })
    const library = await libraryOf(both)
    expect(firstRow(shelfNamed(library, 'Desk D')).notes).toBe(1)
    expect(firstRow(shelfNamed(library, 'Course D')).notes).toBe(0)
    expect(shelfNamed(library, 'Course D').sameAs).toBe('Desk D')
    expect(shelfNamed(library, 'Desk D').sameAs).toBeNull()
  })

  test('where one stopped is told by the words that stand there', async () => {
    const { ana, groupId, reading } = await desk('Desk E')
    const offset = reading.text.indexOf('Nobody counted')
    await db().readingPosition.create({
      data: { personId: ana.personId, readingId: reading.id, groupId, offset, at: new Date() },
    })
    expect((await libraryOf(ana)).stopped).toMatchObject({
      excerpt: 'Nobody counted them twice.',
      groupName: 'Desk E',
      section: 2,
      sections: 3,
    })
    await db().reading.update({ where: { id: reading.id }, data: { deletedAt: new Date() } })
    expect((await libraryOf(ana)).stopped).toBeNull()
  })
})

test('search leaves the shelves that hold what is looked for', async () => {
  const { ana, groupId } = await desk('Desk F')
  await makeReading({ ownerId: ana.personId, groupIds: [groupId], title: 'The Melian Dialogue' })
  const found = await libraryOf(ana, { words: 'melian' })
  expect(found.shelves.map(({ group }) => group?.name)).toEqual(['Desk F'])
  expect(found.shelves.flatMap(({ rows }) => rows).map(({ title }) => title)).toEqual([
    'The Melian Dialogue',
  ])
  expect((await libraryOf(ana, { words: 'nothing like it' })).shelves).toEqual([])
})

test('a long shelf is cut and read on by pages', async () => {
  const { ana, groupId } = await desk('Desk G')
  const statements = await countStatements(() => libraryOf(ana))
  expect(statements).toBeGreaterThan(5)
  for (let made = 1; made < 23; made += 1) {
    await makeReading({ ownerId: ana.personId, groupIds: [groupId] })
  }
  expect(await countStatements(() => libraryOf(ana))).toBe(statements)
  const shelf = shelfNamed(await libraryOf(ana), 'Desk G')
  expect(shelf).toMatchObject({ total: 23, next: shelf.rows.at(-1)?.readingId })
  const shown = shelf.rows.length
  expect(shown).toBeLessThanOrEqual(20)
  const slug = shelf.group?.slug ?? ''
  const rest = await libraryOf(ana, { shelf: slug, after: shelf.next })
  expect(rest.shelves).toHaveLength(1)
  expect(shelfNamed(rest, 'Desk G').rows).toHaveLength(23 - shown)
  expect(shelfNamed(rest, 'Desk G').next).toBeNull()
})

test('a library of many groups is read by pages of shelves', async () => {
  const ana = await makePerson()
  let actor = ana
  for (let made = 0; made < 10; made += 1) {
    const { id } = await makeGroup({ name: `Desk ${made}` })
    actor = await joining(actor, id)
    for (let n = 0; n < 6; n += 1) await makeReading({ ownerId: ana.personId, groupIds: [id] })
  }
  const loose = await makeReading({ ownerId: ana.personId, visibility: 'private' })
  const own = (library: Library) => library.shelves.filter(({ group }) => group?.own !== false)
  const first = await libraryOf(actor)
  expect(own(first).map(({ group }) => group?.name)).toHaveLength(8)
  expect(first.shelves.flatMap(({ rows }) => rows)).toHaveLength(32)
  expect(first.shelves[0]).toMatchObject({
    total: 6,
    next: first.shelves[0]?.rows.at(-1)?.readingId,
  })
  const rest = await libraryOf(actor, { from: first.nextShelves })
  expect(own(rest).map(({ group }) => group?.name ?? null)).toEqual(['Desk 8', 'Desk 9', null])
  expect(
    own(rest)
      .at(-1)
      ?.rows.map(({ readingId }) => readingId),
  ).toContain(loose.id)
})

/** How many statements reach the database while something runs. */
async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const count = sent.mock.calls.length
  sent.mockRestore()
  return count
}

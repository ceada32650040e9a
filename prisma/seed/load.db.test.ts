import { beforeEach, describe, expect, test } from 'vitest'
import { ownNotes } from '@/lib/assignments/queries/own-notes'
import { verifyPassword } from '@/lib/auth/password'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { loadDemo, removeDemo } from './load'
import { DEMO_PASSWORD, demoEmail, PERSON_KEYS } from './people'
import { ASSIGNMENTS, SHELVES } from './world'

const NOW = new Date()

beforeEach(async () => {
  await removeDemo()
})

describe('loading the demo world', () => {
  test('puts in all that was written, once, even by two that load at the same moment', async () => {
    const answers = await Promise.all([loadDemo(NOW), loadDemo(NOW)])
    expect(answers.toSorted()).toEqual(['already there', 'loaded'])
    expect(await db().person.count()).toBe(PERSON_KEYS.length)
    expect(await db().annotation.count()).toBe(
      [...SHELVES, ...ASSIGNMENTS].flatMap(({ notes }) => notes).length,
    )
    expect(await db().person.count({ where: { adminSince: { not: null } } })).toBe(1)
  })

  test('lets its people sign in by the password that is printed', async () => {
    await loadDemo(NOW)
    const ana = await db().person.findUniqueOrThrow({ where: { email: demoEmail('ana') } })
    expect(await verifyPassword(ana.passwordHash, DEMO_PASSWORD)).toBe(true)
  })

  test('has opened the sections that its students wrote enough in, and no other', async () => {
    await loadDemo(NOW)
    const students = await db().membership.findMany({
      where: { role: 'member', group: { slug: 'reading-evidence' } },
    })
    const through: string[] = []
    for (const { id: assignmentId, notesFirst } of await db().assignment.findMany()) {
      for (const { personId } of students) {
        const written = await ownNotes({ assignmentId, personId })
        const earned = [...written].filter(([, notes]) => notes >= notesFirst).map(([id]) => id)
        const open = await db().sectionOpening.findMany({ where: { assignmentId, personId } })
        expect(open.map(({ sectionId }) => sectionId).toSorted()).toEqual(earned.toSorted())
        if (notesFirst > 1 && earned.length > 0) through.push(personId)
      }
    }
    expect(students).toHaveLength(9)
    expect(through.length).toBeGreaterThanOrEqual(4)
    expect(through.length).toBeLessThan(students.length)
  })

  test('refuses while a demo person is there', async () => {
    await loadDemo(NOW)
    expect(await loadDemo(NOW)).toBe('already there')
  })

  test('changes nothing when a group of others has an address that it needs', async () => {
    const personId = newId()
    await db().person.create({
      data: { id: personId, email: 'real@example.org', name: 'Real', createdAt: NOW },
    })
    const group = { id: newId(), kind: 'public', name: 'Ours', slug: 'open-room' } as const
    await db().group.create({ data: { ...group, createdById: personId, createdAt: NOW } })
    const before = await rowsInAllTables()
    await expect(loadDemo(NOW)).rejects.toThrow('open-room')
    expect(await rowsInAllTables()).toEqual(before)
    await db().group.delete({ where: { id: group.id } })
    await db().person.delete({ where: { id: personId } })
  })

  test('keeps every quote where its offsets say', async () => {
    await loadDemo(NOW)
    const [{ wrong } = { wrong: 1n }] = await db().$queryRaw<{ wrong: bigint }[]>`
      SELECT count(*) AS wrong FROM annotations a JOIN revisions r ON r.id = a.revision_id
      WHERE a.exact IS NOT NULL AND substr(r.text, a.start + 1, a."end" - a.start) <> a.exact`
    expect(Number(wrong)).toBe(0)
  })
})

describe('removing the demo world', () => {
  test('leaves nothing of it', async () => {
    const before = await rowsInAllTables()
    await loadDemo(NOW)
    expect(await rowsInAllTables()).not.toEqual(before)
    expect(await removeDemo()).toBe(PERSON_KEYS.length)
    expect(await rowsInAllTables()).toEqual(before)
  })

  test('leaves what real people made, without what demo people wrote into it', async () => {
    await loadDemo(NOW)
    const ana = await db().person.findUniqueOrThrow({ where: { email: demoEmail('ana') } })
    const real = await realWorld(ana.id)
    await removeDemo()
    const thread = await db().thread.findUniqueOrThrow({ where: { id: real.threadId } })
    expect(thread).toMatchObject({ replyCount: 1, lastPostId: real.answerId, resolvedById: null })
    const answer = await db().reply.findUniqueOrThrow({ where: { id: real.answerId } })
    expect(answer.parentId).toBeNull()
    const shelf = await db().shelf.findFirstOrThrow({ where: { readingId: real.readingId } })
    expect(shelf.addedById).toBe(real.personId)
    await db().thread.delete({ where: { id: real.threadId } })
    await db().reading.delete({ where: { id: real.readingId } })
    await db().group.delete({ where: { id: real.groupId } })
    await db().person.delete({ where: { id: real.personId } })
  })
})

/** A real person's group and reading, shelved by a demo person, with a note that a demo person answered and resolved. */
async function realWorld(demoPersonId: string) {
  const ids = {
    personId: newId(),
    groupId: newId(),
    readingId: newId(),
    revisionId: newId(),
    threadId: newId(),
    demoReplyId: newId(),
    answerId: newId(),
  }
  const { personId, groupId, readingId, revisionId, threadId } = ids
  await db().person.create({
    data: { id: personId, email: 'real@example.org', name: 'Real', createdAt: NOW },
  })
  await db().group.create({
    data: {
      id: groupId,
      kind: 'team',
      name: 'Real',
      slug: 'real',
      createdById: personId,
      createdAt: NOW,
    },
  })
  await db().reading.create({
    data: {
      id: readingId,
      slug: 'real',
      title: 'Real',
      visibility: 'group',
      ownerId: personId,
      createdAt: NOW,
    },
  })
  await db().revision.create({
    data: {
      id: revisionId,
      readingId,
      number: 1,
      doc: {},
      text: 'Words.',
      words: 1,
      createdById: personId,
      createdAt: NOW,
    },
  })
  await db().shelf.create({
    data: { groupId, readingId, addedById: demoPersonId, addedAt: NOW },
  })
  await realThread(ids, demoPersonId)
  return { personId, groupId, readingId, threadId, answerId: ids.answerId }
}

async function realThread(
  ids: Readonly<
    Record<
      'personId' | 'groupId' | 'readingId' | 'revisionId' | 'threadId' | 'demoReplyId' | 'answerId',
      string
    >
  >,
  demoPersonId: string,
): Promise<void> {
  const { personId, groupId, readingId, revisionId, threadId, demoReplyId, answerId } = ids
  await db().thread.create({
    data: {
      id: threadId,
      readingId,
      groupId,
      replyCount: 2,
      lastPostId: answerId,
      lastActivityAt: NOW,
      resolvedAt: NOW,
      resolvedById: demoPersonId,
    },
  })
  await db().annotation.create({
    data: {
      id: threadId,
      readingId,
      groupId,
      authorId: personId,
      kind: 'note',
      visibility: 'group',
      revisionId,
      bodyText: 'A real note.',
      createdAt: NOW,
    },
  })
  const words = { threadId, body: {}, createdAt: NOW }
  await db().reply.createMany({
    data: [
      { id: demoReplyId, authorId: demoPersonId, bodyText: 'From the demo.', ...words },
      { id: answerId, parentId: demoReplyId, authorId: personId, bodyText: 'An answer.', ...words },
    ],
  })
}

async function rowsInAllTables(): Promise<Readonly<Record<string, number>>> {
  const tables = await db().$queryRaw<{ name: string; rows: number }[]>`
    SELECT table_name AS name,
      (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', table_name), false, true, '')))[1]::text::int AS rows
    FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name`
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows]))
}

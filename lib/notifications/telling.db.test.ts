import { beforeEach, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { editAnnotation } from '@/lib/annotations/commands/edit'
import { removeAnnotation } from '@/lib/annotations/commands/remove'
import { db } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { joining, makePerson } from '@/lib/testing/factories/person'
import { editReply } from '@/lib/threads/commands/edit-reply'
import { readThread } from '@/lib/threads/commands/read'
import { replyToThread } from '@/lib/threads/commands/reply'
import { resolveThread } from '@/lib/threads/commands/resolve'
import { setNotifications } from './commands/set-notifications'
import { tellMany } from './commands/tell-many'
import { unwatchSubject, watchSubject } from './commands/watch'
import { countUnread, listNotifications } from './queries/notifications'
import { namedWatches } from './queries/watched'

let room: Classroom

beforeEach(async () => {
  room = await makeClassroom()
})

const md = (value: string) => ({ format: 'markdown' as const, value })

function naming(...people: readonly SignedIn[]) {
  const mentions = people.map(({ personId: id, name: label }) => ({
    type: 'mention',
    attrs: { id, label },
  }))
  const content = [...mentions, { type: 'text', text: ' look at this' }]
  const value = { type: 'doc', content: [{ type: 'paragraph', content }] }
  return { format: 'tiptap' as const, value }
}

const write = (by: SignedIn, body: Parameters<typeof annotate>[1]['body'], more = {}) =>
  annotate(by, {
    readingId: room.reading.id,
    groupId: room.group.id,
    visibility: 'group' as const,
    kind: 'note' as const,
    target: { exact: 'Nobody counted them twice.' },
    body,
    ...more,
  })

const told = async (person: SignedIn) =>
  (await listNotifications(person, { limit: 50 })).items.map(
    ({ kind, threadId }) => `${kind} ${threadId}`,
  )

test('who is mentioned and answered by one reply is told once, and who wrote it is not', async () => {
  const { ana, ben } = room
  const note = await write(ana, md('First.'))
  await replyToThread(ben, note.id, { body: naming(ana) })
  expect(await told(ana)).toEqual([`post.mentioned ${note.id}`])
  expect(await told(ben)).toEqual([])
})

test('answers reach their author, who takes part, and who watches; not who muted', async () => {
  const { ana, ben, moderator } = room
  const eve = await joining(await makePerson({ name: 'Eve' }), room.group.id)
  const note = await write(ana, md('First.'))
  await watchSubject(moderator, { kind: 'reading', id: room.reading.id }, 'watching')
  await watchSubject(eve, { kind: 'thread', id: note.id }, 'muted')
  const first = await replyToThread(ben, note.id, { body: md('Second.') })
  await replyToThread(eve, note.id, { body: md('Third.'), parentId: first.id })
  await replyToThread(ana, note.id, { body: md('Fourth.') })
  expect(await told(ana)).toEqual([`thread.replied ${note.id}`, `post.answered ${note.id}`])
  expect(await told(ben)).toEqual([`thread.replied ${note.id}`, `post.answered ${note.id}`])
  expect(await told(eve)).toEqual([])
  expect(await told(moderator)).toHaveLength(3)
  await unwatchSubject(moderator, { kind: 'reading', id: room.reading.id })
  await resolveThread(ben, note.id)
  expect(await told(ana)).toContain(`thread.resolved ${note.id}`)
  expect(await told(moderator)).toHaveLength(3)
})

test('a private note tells nobody until it is shown to the group', async () => {
  const { ana, ben } = room
  const note = await write(ana, naming(ben), { visibility: 'private' })
  expect(await told(ben)).toEqual([])
  await editAnnotation(ana, note.id, { version: 1, visibility: 'group' })
  expect(await told(ben)).toEqual([`post.mentioned ${note.id}`])
  await editAnnotation(ana, note.id, { version: 2, visibility: 'private' })
  expect(await told(ben)).toEqual([])
  expect((await countUnread(ben)).unread).toBe(0)
})

test('an edit tells those whom it names anew, and nobody twice', async () => {
  const { ana, ben, moderator } = room
  const note = await write(ana, md('First.'))
  const post = await replyToThread(ben, note.id, { body: naming(moderator) })
  await editReply(ben, post.id, { version: 1, body: naming(moderator, ana) })
  expect(await told(moderator)).toEqual([`post.mentioned ${note.id}`])
  expect(await told(ana)).toEqual([`post.answered ${note.id}`])
})

test('what was deleted, or is not seen any more, is told no more', async () => {
  const { ana, ben, stranger } = room
  const note = await write(ana, naming(ben))
  await removeAnnotation(ana, note.id)
  expect(await told(ben)).toEqual([])
  const kept = await write(ana, naming(ben, stranger))
  expect(await told(ben)).toEqual([`post.mentioned ${kept.id}`])
  expect(await told(stranger)).toEqual([])
  await db().membership.deleteMany({ where: { personId: ben.personId } })
  expect(await told({ ...ben, memberships: new Map() })).toEqual([])
})

test('what is read where it stands is read in the list', async () => {
  const { ana, ben } = room
  const note = await write(ana, md('First.'))
  const first = await replyToThread(ben, note.id, { body: md('Second.') })
  await replyToThread(ben, note.id, { body: md('Third.') })
  await readThread(ana, note.id, first.id)
  expect((await countUnread(ana)).unread).toBe(1)
})

test('a group can be silenced, or wanted whole', async () => {
  const { ana, ben, group } = room
  await setNotifications(ana, { levels: { [group.id]: 'none', [newId()]: 'all' } })
  const settings = await setNotifications(ben, { levels: { [group.id]: 'all' }, digestHour: 7 })
  expect(settings).toMatchObject({ levels: { [group.id]: 'all' }, digestHour: 7, digest: 'daily' })
  const { moderator } = room
  await write(moderator, naming(ana))
  expect(await told(ana)).toEqual([])
  expect(await told(ben)).toHaveLength(1)
})

test('what a stranger does not see can neither be watched nor found by trying', async () => {
  const { stranger, ana, reading } = room
  const note = await write(ana, md('First.'))
  for (const watched of [
    { kind: 'reading' as const, id: reading.id },
    { kind: 'thread' as const, id: note.id },
    { kind: 'person' as const, id: ana.personId },
    { kind: 'section' as const, id: newId() },
    { kind: 'debate' as const, id: newId() },
  ]) {
    await expect(watchSubject(stranger, watched, 'watching')).rejects.toThrow(NotFound)
  }
})

test('many are told by a job, which may run twice', async () => {
  const { ana, ben, reading, group } = room
  const note = await write(ana, md('First.'))
  const people = await Promise.all(Array.from({ length: 205 }, () => makePerson()))
  await db().membership.createMany({
    data: people.map(({ personId }) => ({
      personId,
      groupId: group.id,
      role: 'member' as const,
      joinedAt: new Date(),
    })),
  })
  await db().watch.createMany({
    data: people.map(({ personId }) => ({
      personId,
      kind: 'reading',
      subjectId: reading.id,
      level: 'watching',
      at: new Date(),
    })),
  })
  const post = await replyToThread(ben, note.id, { body: md('Second.') })
  const [job] = await db().$queryRaw<{ payload: unknown }[]>`
    SELECT payload FROM graphile_worker._private_jobs WHERE key = ${`tell-people/reply/${post.id}`}`
  const count = () => db().notification.count({ where: { subjectId: post.id } })
  expect(await count()).toBe(0)
  await tellMany(job?.payload)
  await tellMany(job?.payload)
  expect(await count()).toBe(206)
})

test('what is watched is called by its name as long as it is seen', async () => {
  const { ana, ben, reading } = room
  const note = await write(ana, md('First.'))
  await watchSubject(ben, { kind: 'reading', id: reading.id }, 'watching')
  await watchSubject(ben, { kind: 'thread', id: note.id }, 'muted')
  await watchSubject(ben, { kind: 'person', id: ana.personId }, 'watching')
  const names = async (person: SignedIn) =>
    (await namedWatches(person)).map(({ kind, name }) => [kind, name]).toSorted()
  expect(await names(ben)).toEqual([
    ['person', ana.name],
    ['reading', (await db().reading.findUniqueOrThrow({ where: { id: reading.id } })).title],
    ['thread', 'First.'],
  ])
  await editAnnotation(ana, note.id, { version: 1, visibility: 'private' })
  expect(await names(ben)).toContainEqual(['thread', null])
  await db().membership.deleteMany({ where: { personId: ben.personId } })
  const outside = { ...ben, memberships: new Map() }
  expect((await namedWatches(outside)).map(({ name }) => name)).toEqual([null, null, null])
})

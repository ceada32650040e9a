import { beforeEach, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { removeAnnotation } from '@/lib/annotations/commands/remove'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { listenAs } from '@/lib/testing/listening'
import { readThread } from '@/lib/threads/commands/read'
import { replyToThread } from '@/lib/threads/commands/reply'
import { markAllRead, markRead } from './commands/mark-read'
import { countUnread, listNotifications } from './queries/notifications'

let room: Classroom

beforeEach(async () => {
  room = await makeClassroom()
})

const md = (value: string) => ({ format: 'markdown' as const, value })
const write = (by: SignedIn) =>
  annotate(by, {
    readingId: room.reading.id,
    groupId: room.group.id,
    visibility: 'group',
    kind: 'note',
    body: md('First.'),
  })
const elsewhere = (actor: SignedIn) => listenAs(actor, { readingId: null })

test('who is answered hears of it on every line of theirs, and nobody else does on any', async () => {
  const { ana, ben, moderator, reading } = room
  const note = await write(ana)
  const lines = await Promise.all([
    elsewhere(ana),
    listenAs(ana, { readingId: reading.id }),
    elsewhere(moderator),
    listenAs(moderator, { readingId: reading.id }),
  ])
  const [own, ownInRoom, others, othersInRoom] = lines
  await replyToThread(ben, note.id, { body: md('Second.') })
  await own?.until(({ noun }) => noun === 'notices')
  await ownInRoom?.until(({ noun }) => noun === 'notices')
  await othersInRoom?.until(({ noun }) => noun === 'threads')
  expect(own?.messages.map(({ noun }) => noun)).toEqual(['notices'])
  expect(othersInRoom?.messages.some(({ noun }) => noun === 'notices')).toBe(false)
  expect(others?.messages).toEqual([])
  for (const line of lines) line.leave()
})

test('every way in which the count of unread changes is told', async () => {
  const { ana, ben } = room
  const note = await write(ana)
  const line = await elsewhere(ana)
  let told = 0
  const changes = async (act: () => Promise<unknown>, unread: number) => {
    await act()
    told += 1
    const heard = told
    await line.until(() => line.messages.length >= heard)
    expect((await countUnread(ana)).unread).toBe(unread)
  }
  const newest = async () => (await listNotifications(ana, { limit: 1 })).items[0]?.id ?? ''
  const answer = () => replyToThread(ben, note.id, { body: md('Again.') })
  await changes(answer, 1)
  await changes(async () => markRead(ana, await newest()), 0)
  await changes(answer, 1)
  await changes(async () => markAllRead(ana, await newest()), 0)
  await changes(answer, 1)
  await changes(() => readThread(ana, note.id, newId()), 0)
  const named = await annotate(ben, {
    readingId: room.reading.id,
    groupId: room.group.id,
    visibility: 'group',
    kind: 'note',
    body: {
      format: 'tiptap',
      value: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [{ type: 'mention', attrs: { id: ana.personId, label: 'Ana' } }],
          },
        ],
      },
    },
  })
  told += 1
  await changes(() => removeAnnotation(ben, named.id), 0)
  await markAllRead(ana, await newest())
  line.leave()
})

test('who was away hears on coming back that something changed', async () => {
  const { ana, ben } = room
  const note = await write(ana)
  const { hub } = await import('@/lib/live')
  const from = await hub().position()
  await replyToThread(ben, note.id, { body: md('Second.') })
  const line = await listenAs(ana, { readingId: null, from })
  await line.until(({ noun }) => noun === 'notices')
  line.leave()
})

test('what is unread is counted by what it is and where it comes from', async () => {
  const { ana, ben, group } = room
  const note = await write(ana)
  await replyToThread(ben, note.id, { body: md('Second.') })
  expect(await countUnread(ana)).toEqual({
    unread: 1,
    unreadBy: { views: { replies: 1 }, groups: { [group.id]: 1 } },
  })
  const found = (query: object) =>
    listNotifications(ana, { limit: 10, ...query }).then(({ items }) => items.length)
  expect(await found({ view: 'replies', groupId: group.id, unread: true })).toBe(1)
  expect(await found({ view: 'mentions' })).toBe(0)
  expect(await found({ view: 'other' })).toBe(0)
  expect(await found({ groupId: newId() })).toBe(0)
})

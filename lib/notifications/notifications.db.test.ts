import { beforeAll, expect, test } from 'vitest'
import { transaction } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { notify } from '@/lib/events/notify'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { makeReading } from '@/lib/testing/factories/reading'
import { markAllRead, markRead } from './commands/mark-read'
import { countUnread, listNotifications } from './queries/notifications'

let room: Classroom

beforeAll(async () => {
  room = await makeClassroom()
})

const tell = (person: SignedIn, readingId?: string) =>
  transaction((tx) =>
    notify(tx, {
      personId: person.personId,
      kind: 'import.ready',
      subjectId: newId(),
      ...(readingId === undefined ? {} : { readingId }),
      particulars: { title: 'A text' },
      at: new Date(),
    }),
  )

const idsOf = async (person: SignedIn) =>
  (await listNotifications(person, { limit: 200 })).items.map(({ id }) => id)

test('a person is told newest first, page by page, and nobody else is', async () => {
  for (let n = 0; n < 5; n++) await tell(room.ana)
  const first = await listNotifications(room.ana, { limit: 2 })
  const second = await listNotifications(room.ana, { limit: 200, cursor: first.nextCursor ?? '' })
  const all = await idsOf(room.ana)
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all)
  expect(all).toEqual(all.toSorted().reverse())
  expect(await idsOf(room.ben)).toEqual([])
})

test('what one has read is not counted any more; what came later is', async () => {
  const [newest = '', second = ''] = await idsOf(room.ana)
  await markRead(room.ana, newest)
  await markRead(room.ana, newest)
  expect((await countUnread(room.ana)).unread).toBe(4)
  await markAllRead(room.ana, second)
  expect((await countUnread(room.ana)).unread).toBe(0)
  await tell(room.ana)
  expect((await countUnread(room.ana)).unread).toBe(1)
  await expect(markRead(room.ben, newest)).rejects.toThrow(NotFound)
  await expect(markAllRead(room.ben, newest)).rejects.toThrow(NotFound)
})

test('of a reading that one does not see any more one is not told any more', async () => {
  const reading = await makeReading({ ownerId: room.moderator.personId, visibility: 'private' })
  await tell(room.ben, room.reading.id)
  await tell(room.ben, reading.id)
  const { items } = await listNotifications(room.ben, { limit: 50 })
  expect(items.map((row) => row.reading?.id)).toEqual([room.reading.id])
  expect((await countUnread(room.ben)).unread).toBe(1)
})

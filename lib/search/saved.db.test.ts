import { beforeEach, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { db } from '@/lib/db/client'
import { Conflict, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { listNotifications } from '@/lib/notifications/queries/notifications'
import type { SignedIn } from '@/lib/policy/actor'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { forgetSearch, saveSearch, watchSearch } from './commands/save-search'
import { watchSearches } from './commands/watch-searches'
import { SAVED_MAXIMUM, savedSearches } from './queries/saved'

let room: Classroom

beforeEach(async () => {
  room = await makeClassroom()
})

const write = (by: SignedIn, words: string, visibility: 'group' | 'private' = 'group') =>
  annotate(by, {
    readingId: room.reading.id,
    groupId: room.group.id,
    visibility,
    kind: 'question',
    body: { format: 'markdown', value: words },
  })

const told = async (person: SignedIn) =>
  (await listNotifications(person, { limit: 50 })).items.map(
    ({ kind, particulars }) => `${kind} ${JSON.stringify(particulars)}`,
  )

const look = () => watchSearches(new Date())

test('who watches a search is told once of what is new in it, and of nothing they may not see', async () => {
  const { ana, ben, stranger } = room
  await write(ben, 'An old quagga.')
  const kept = { name: 'Quaggas', q: 'quagga is:unanswered', in: 'annotation' }
  await saveSearch(ana, { ...kept, isWatched: true })
  await saveSearch(stranger, { ...kept, isWatched: true })
  await look()
  expect(await told(ana)).toEqual([])
  await write(ben, 'A new quagga.')
  await write(ben, 'A hidden quagga.', 'private')
  await write(ana, 'My own quagga.')
  await write(ben, 'A zebra.')
  await Promise.all([look(), look()])
  await look()
  expect(await told(ana)).toEqual([
    `search.found ${JSON.stringify({ q: kept.q, in: 'annotation', count: 1, title: 'Quaggas' })}`,
  ])
  expect(await told(stranger)).toEqual([])
})

test('a search that is not watched, or no longer kept, tells nothing', async () => {
  const { ana, ben } = room
  const one = await saveSearch(ana, { name: 'One', q: 'okapi' })
  const other = await saveSearch(ana, { name: 'Other', q: 'okapi', isWatched: true })
  await watchSearch(ana, one.id, true)
  await watchSearch(ana, one.id, false)
  await forgetSearch(ana, other.id)
  await write(ben, 'An okapi.')
  await look()
  expect(await told(ana)).toEqual([])
  await watchSearch(ana, one.id, true)
  await look()
  expect(await told(ana)).toEqual([])
})

test('searches are their owner’s alone, and there are not too many', async () => {
  const { ana, ben } = room
  const { id } = await saveSearch(ana, { name: 'One', q: 'okapi before:nonsense', isWatched: true })
  await expect(forgetSearch(ben, id)).rejects.toThrow(NotFound)
  await expect(watchSearch(ben, id, false)).rejects.toThrow(NotFound)
  expect(await savedSearches(ben)).toEqual([])
  await write(ben, 'An okapi.')
  await look()
  expect(await told(ana)).toEqual([])
  const [row] = await savedSearches(ana)
  const more = Array.from({ length: SAVED_MAXIMUM - 1 }, () => ({
    ...row,
    id: newId(),
    personId: ana.personId,
    name: 'More',
    q: 'more',
    seenEntryId: 0n,
    createdAt: new Date(),
  }))
  await db().savedSearch.createMany({ data: more })
  await expect(saveSearch(ana, { name: 'Fifty-first', q: 'one' })).rejects.toThrow(Conflict)
})

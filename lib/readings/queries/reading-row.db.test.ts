import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { groupWith } from '@/lib/testing/factories/group-with'
import { makeReading } from '@/lib/testing/factories/reading'
import { readingRow } from './reading-row'

test('a reading is found by id and by slug, with its shelves and its revision, dates as dates', async () => {
  const { groupId, people } = await groupWith([])
  const ownerId = people[0]?.personId ?? ''
  const made = await makeReading({ ownerId, groupIds: [groupId] })
  await db().group.update({
    where: { id: groupId },
    data: { deletedAt: new Date(1_700_000_000_123) },
  })
  const row = await readingRow(made.id)
  expect(row).toEqual(await readingRow(made.slug))
  expect(row?.currentRevision).toMatchObject({ id: made.revisionId, number: 1 })
  expect(row?.currentRevision?.createdAt).toBeInstanceOf(Date)
  expect(row?.shelves.map(({ group }) => group)).toEqual([
    expect.objectContaining({ id: groupId, deletedAt: new Date(1_700_000_000_123) }),
  ])
})

test('a reading that nobody is named the author of has no authors', async () => {
  const { people } = await groupWith([])
  const { id } = await makeReading({ ownerId: people[0]?.personId ?? '' })
  expect((await readingRow(id))?.authors).toEqual([])
})

test('a reading that is not there is null', async () => {
  expect(await readingRow('nothing-of-that-name')).toBeNull()
})

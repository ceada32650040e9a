import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { makeAnnotation } from '@/lib/testing/factories/annotation'
import { at, groupWith } from '@/lib/testing/factories/group-with'
import { makePerson } from '@/lib/testing/factories/person'
import { makeReading } from '@/lib/testing/factories/reading'
import { shelveReading, unshelveReading } from './commands/shelve-reading'

async function standsOn(groupId: string, readingId: string): Promise<boolean> {
  return (await db().shelf.count({ where: { groupId, readingId } })) === 1
}

test('a member fills the shelf of a team, a guest of it does not', async () => {
  const { groupId, people } = await groupWith(['member', 'guest'])
  const { id: readingId } = await makeReading({
    ownerId: at(people, 1).personId,
    visibility: 'public',
  })
  const place = { groupId, readingId }
  await expect(shelveReading(at(people, 2), place)).rejects.toMatchObject({ status: 403 })
  await shelveReading(at(people, 1), place)
  await shelveReading(at(people, 1), place)
  expect(await standsOn(groupId, readingId)).toBe(true)
})

test('in a course those who lead it fill the shelf', async () => {
  const { groupId, people } = await groupWith(['instructor', 'member'], 'course')
  const { id: readingId } = await makeReading({
    ownerId: at(people, 2).personId,
    visibility: 'public',
  })
  const place = { groupId, readingId }
  await expect(shelveReading(at(people, 2), place)).rejects.toMatchObject({ status: 403 })
  await shelveReading(at(people, 1), place)
  expect(await standsOn(groupId, readingId)).toBe(true)
})

test('nobody places what he cannot see', async () => {
  const { groupId, people } = await groupWith([])
  const stranger = await makePerson()
  const { id: readingId } = await makeReading({
    ownerId: stranger.personId,
    visibility: 'private',
  })
  await expect(shelveReading(at(people, 0), { groupId, readingId })).rejects.toMatchObject({
    status: 404,
  })
})

test('notes stay with a shelf that a reading is taken off', async () => {
  const { groupId, people } = await groupWith(['guest'])
  const owner = at(people, 0)
  const reading = await makeReading({ ownerId: owner.personId, groupIds: [groupId] })
  const { id } = await makeAnnotation({ reading, groupId, authorId: owner.personId })
  const place = { groupId, readingId: reading.id }
  await expect(unshelveReading(at(people, 1), place)).rejects.toMatchObject({ status: 403 })
  await unshelveReading(owner, place)
  expect(await standsOn(groupId, reading.id)).toBe(false)
  await shelveReading(owner, place)
  expect(await db().annotation.count({ where: { id, groupId } })).toBe(1)
})

import { beforeEach, expect, test } from 'vitest'
import { NotFound } from '@/lib/errors'
import { groupFor } from '@/lib/groups/queries'
import type { AnyActor, SignedIn } from '@/lib/policy/actor'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { makeReading } from '@/lib/testing/factories/reading'
import { annotate } from './commands/annotate'
import { removeAnnotation } from './commands/remove'
import type { AnnotationInput } from './contract'
import { tagsOfGroup } from './queries/tags-of-group'

let room: Classroom

beforeEach(async () => {
  room = await makeClassroom()
})

function tagged(actor: SignedIn, tags: string[], input: Partial<AnnotationInput> = {}) {
  return annotate(actor, {
    readingId: room.reading.id,
    groupId: room.group.id,
    visibility: 'group',
    kind: 'note',
    body: { format: 'markdown', value: 'A thought.' },
    tags,
    ...input,
  })
}

async function tagsFor(actor: AnyActor, q = '', limit = 12) {
  return tagsOfGroup(actor, await groupFor(actor, room.group.id), { q, limit })
}

test('the most used come first, capitals tell none apart, and a word of one is enough', async () => {
  await tagged(room.ana, ['method', 'Human robot interaction'])
  await tagged(room.ben, ['Method'])
  await tagged(room.ben, ['method'])
  expect(await tagsFor(room.ben)).toEqual([
    { tag: 'method', notes: 3 },
    { tag: 'Human robot interaction', notes: 1 },
  ])
  expect(await tagsFor(room.ben, '#ME')).toEqual([{ tag: 'method', notes: 3 }])
  expect(await tagsFor(room.ben, 'ROB')).toEqual([{ tag: 'Human robot interaction', notes: 1 }])
  expect(await tagsFor(room.ben, 'obot')).toEqual([])
  expect(await tagsFor(room.ben, '', 1)).toHaveLength(1)
})

test('signs of a pattern are letters like others', async () => {
  await tagged(room.ana, ['100%', '1000'])
  expect(await tagsFor(room.ana, '100%')).toEqual([{ tag: '100%', notes: 1 }])
  expect(await tagsFor(room.ana, '_')).toEqual([])
})

test('tags of what one may not see are told by nobody: private and deleted notes, readings of others', async () => {
  await tagged(room.ana, ['secret'], { visibility: 'private' })
  const { id } = await tagged(room.ana, ['regretted'])
  await removeAnnotation(room.ana, id)
  const hidden = await makeReading({
    ownerId: room.ana.personId,
    groupIds: [room.group.id],
    visibility: 'private',
  })
  await tagged(room.ana, ['elsewhere'], { readingId: hidden.id })
  expect(await tagsFor(room.ben)).toEqual([])
  const own = await tagsFor(room.ana)
  expect(own.map(({ tag }) => tag)).toEqual(['elsewhere', 'secret'])
})

test('who may not see the group is told nothing of it', async () => {
  await tagged(room.ana, ['method'])
  await expect(tagsFor(room.stranger)).rejects.toThrow(NotFound)
})

import { beforeEach, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { db } from '@/lib/db/client'
import { makeClaim } from '@/lib/testing/factories/debate'
import { type Desk, makeDesk, queueFor } from '@/lib/testing/factories/desk'
import { replyToThread } from '@/lib/threads/commands/reply'
import { decideItem } from './commands/decide'
import { findItems } from './commands/find-items'

let desk: Desk
const md = (value: string) => ({ format: 'markdown' as const, value })
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

beforeEach(async () => {
  desk = await makeDesk()
})

async function asked(visibility: 'group' | 'private' = 'group'): Promise<string> {
  const where = { readingId: desk.reading.id, groupId: desk.group.id, visibility }
  return (await annotate(desk.ana, { ...where, kind: 'question', body: md('Who counted?') })).id
}

async function waiting() {
  const { items } = await queueFor(desk, desk.owner)
  return items.map(({ row }) => [row.source, row.subjectId])
}

test('a question waits once it was left alone for as long as the group says, and no longer once it is answered', async () => {
  const id = await asked()
  await asked('private')
  await findItems(inDays(2))
  expect(await waiting()).toEqual([])
  await findItems(inDays(4))
  await findItems(inDays(5))
  expect(await waiting()).toEqual([['unanswered', id]])
  await replyToThread(desk.ben, id, { body: md('The clerk.') })
  await findItems(inDays(6))
  expect(await waiting()).toEqual([])
  await findItems(inDays(30))
  expect(await waiting()).toEqual([['stale', id]])
})

test('a claim that people judge waits while it rests on nothing', async () => {
  const id = await makeClaim(desk.ana, desk.thesisId)
  await findItems(inDays(2))
  expect(await waiting()).toEqual([])
  await db().claim.update({ where: { id }, data: { truth: [0, 0, 0, 1, 4] } })
  await findItems(inDays(2))
  expect(await waiting()).toEqual([['without-evidence', id]])
  await db().claim.update({ where: { id }, data: { citations: 1, truth: [4, 0, 0, 0, 4] } })
  await findItems(inDays(2))
  expect(await waiting()).toEqual([['contested', id]])
})

test('a first post is looked at where the group says so, and only once', async () => {
  await db().group.update({
    where: { id: desk.group.id },
    data: { houseRules: { looksAtFirstPosts: true } },
  })
  await findItems(new Date())
  expect(await waiting()).toEqual([['first-post', desk.note]])
  const [item] = (await queueFor(desk, desk.owner)).items
  if (!item) throw new Error('it is not in the queue')
  await decideItem(desk.owner, {
    id: item.row.id,
    version: item.row.version,
    kind: 'approve',
    words: '',
  })
  await findItems(new Date())
  expect(await waiting()).toEqual([])
})

import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { editAnnotation } from '@/lib/annotations/commands/edit'
import { removeAnnotation } from '@/lib/annotations/commands/remove'
import { db } from '@/lib/db/client'
import { renamePerson } from '@/lib/people/commands/profile'
import { ANONYMOUS, type AnyActor, type SignedIn } from '@/lib/policy/actor'
import { type DebatingClass, makeClaim, makeDebatingClass } from '@/lib/testing/factories/debate'
import { makeReading } from '@/lib/testing/factories/reading'
import { replyToThread } from '@/lib/threads/commands/reply'
import type { SearchKind } from './contract'
import { findAlike, findEverywhere, type Search } from './queries/find'
import { parseQuery } from './query'

let room: DebatingClass

beforeAll(async () => {
  room = await makeDebatingClass()
})

const md = (value: string) => ({ format: 'markdown' as const, value })

const write = (by: SignedIn, value: string, more = {}) =>
  annotate(by, {
    readingId: room.reading.id,
    groupId: room.group.id,
    visibility: 'group' as const,
    kind: 'note' as const,
    target: { exact: 'Nobody counted them twice.' },
    body: md(value),
    ...more,
  })

const search = (q: string, more: Partial<Search> = {}): Search => ({
  query: parseQuery(q),
  kinds: [],
  sort: 'best',
  limit: 50,
  ...more,
})

const found = async (actor: AnyActor, q: string, ...kinds: SearchKind[]) =>
  (await findEverywhere(actor, search(q, { kinds }))).items.map(({ id }) => id)

test('what was just written is found at once, as it reads now, and not once it is gone', async () => {
  const { ana, ben } = room
  const note = await write(ana, 'A zebra was seen.')
  const answer = await replyToThread(ben, note.id, { body: md('Two zebras, I think.') })
  const claim = await makeClaim(ana, room.thesisId, { text: 'Zebras were counted too.' })
  expect((await found(ben, 'zebra')).toSorted()).toEqual([note.id, answer.id, claim].toSorted())
  await editAnnotation(ana, note.id, { version: 1, body: md('A giraffe was seen.') })
  expect(await found(ben, 'zebra', 'annotation')).toEqual([])
  expect(await found(ben, 'giraffe')).toEqual([note.id])
  await removeAnnotation(ana, note.id)
  expect(await found(ben, 'giraffe')).toEqual([])
})

test('only what one may see is found', async () => {
  const { ana, ben, stranger } = room
  const secret = await write(ana, 'An okapi in private.', { visibility: 'private' })
  expect(await found(ana, 'okapi')).toEqual([secret.id])
  for (const actor of [ben, stranger, ANONYMOUS]) {
    expect(await found(actor, 'okapi')).toEqual([])
    expect(await findAlike(actor, search('okapy'))).toEqual([])
  }
})

test('the text is found by paragraph with its section, and anew when it is revised', async () => {
  const { items } = await findEverywhere(room.ben, search('counted twice', { kinds: ['text'] }))
  expect(items[0]).toMatchObject({ kind: 'text', id: room.reading.id })
  expect(items[0]?.section).not.toBeNull()
})

test('accents, capitals, endings, beginnings and phrases', async () => {
  const { ana, ben } = room
  const note = await write(ana, 'Sanctions and a naïve Łucja, in Straßburg.')
  const queries = ['sanction', 'NAIVE', 'lucja', 'strassb*', '"naive lucja"', 'sanctioned -giraffe']
  for (const q of queries) expect(await found(ben, q), q).toEqual([note.id])
  expect(await found(ben, '"lucja naive"')).toEqual([])
  expect(await found(ben, 'naive -sanctions')).toEqual([])
})

test('Korean, Chinese and Japanese are found by parts of words', async () => {
  const { ana, ben } = room
  const korean = await write(ana, '서연은 배를 세었다.')
  const chinese = await write(ana, '他们数了四十艘船。')
  const japanese = await write(ana, '船を四十隻数えました。')
  expect(await found(ben, '세었')).toEqual([korean.id])
  expect(await found(ben, '배')).toEqual([korean.id])
  expect(await found(ben, '四十艘')).toEqual([chinese.id])
  expect(await found(ben, '数えました')).toEqual([japanese.id])
  expect(await found(ben, '艘四十')).toEqual([])
})

test('what is mistyped is found when nothing is as it was written', async () => {
  const { ana, ben } = room
  const note = await write(ana, 'Hippopotamus sighted.')
  expect(await found(ben, 'hipopotamus')).toEqual([])
  const alike = await findAlike(ben, search('hipopotamus'))
  expect(alike.map(({ id }) => id)).toEqual([note.id])
})

test('people are found by those of their groups, under their present name', async () => {
  const { ana, ben, stranger } = room
  await renamePerson(ana, 'Łucja Wrona')
  expect(await found(ben, 'lucja wrona', 'person')).toEqual([ana.personId])
  expect(await found(stranger, 'lucja', 'person')).toEqual([])
})

test('filters narrow, and without words they list', async () => {
  const { ana, ben, group } = room
  const asked = await write(ben, 'Which lemur?', { kind: 'question', tags: ['Primates'] })
  const said = await write(ana, 'That lemur.')
  await replyToThread(ana, said.id, { body: md('Indeed.') })
  const of = (filters: string) => found(ben, `lemur ${filters}`)
  expect(await of('by:ben')).toEqual([asked.id])
  expect(await of('by:me')).toEqual([asked.id])
  expect(await of('kind:question')).toEqual([asked.id])
  expect(await of('-kind:question')).toEqual([said.id])
  expect(await of('tag:primates')).toEqual([asked.id])
  expect(await of('is:unanswered')).toEqual([asked.id])
  expect(await of('has:replies')).toEqual([said.id])
  expect(await of(`group:${group.slug}`)).toHaveLength(2)
  expect(await of('group:elsewhere')).toEqual([])
  expect(await of('after:2020-01-01')).toHaveLength(2)
  expect(await of('before:2020-01-01')).toEqual([])
  expect(await found(ben, 'tag:primates')).toEqual([asked.id])
  expect(await found(ben, '')).toEqual([])
  await expect(found(ben, 'before:soon')).rejects.toThrow('is not a date')
})

test('page by page nothing is lost and nothing comes twice', async () => {
  const { ana, ben } = room
  const ids: string[] = []
  for (let n = 0; n < 7; n++) ids.push((await write(ana, `walrus ${'and '.repeat(n % 3)}`)).id)
  for (const sort of ['best', 'newest'] as const) {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await findEverywhere(ben, search('walrus', { sort, limit: 2, cursor }))
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen.toSorted()).toEqual(ids.toSorted())
  }
})

test('a reading is found by its title, and its text goes with it', async () => {
  const { ana } = room
  const own = await makeReading({
    ownerId: ana.personId,
    visibility: 'private',
    title: 'The aardvark',
  })
  expect(await found(ana, 'aardvark')).toEqual([own.id])
  await db().reading.update({ where: { id: own.id }, data: { deletedAt: new Date() } })
  expect(await found(ana, 'aardvark')).toEqual([])
})

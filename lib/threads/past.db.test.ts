import { beforeEach, describe, expect, test } from 'vitest'
import { threadFacts } from '@/lib/annotations/annotation'
import { annotate } from '@/lib/annotations/commands/annotate'
import { editAnnotation } from '@/lib/annotations/commands/edit'
import { presentAnnotation } from '@/lib/annotations/present'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import { db } from '@/lib/db/client'
import { addClaim } from '@/lib/debates/commands/claims'
import { promoteToClaim } from '@/lib/debates/commands/promote'
import type { Actor } from '@/lib/policy/actor'
import { ANONYMOUS } from '@/lib/policy/actor'
import { type DebatingClass, makeDebatingClass } from '@/lib/testing/factories/debate'
import { editReply } from './commands/edit-reply'
import { replyToThread } from './commands/reply'
import { editsFor, listReplies, replyFor } from './queries/replies'
import { subjectFor } from './queries/subjects'

// What widens who sees a thing never widens its past: what it said before, and what a team says under it, stays with those for
// whom it was written.

let room: DebatingClass

beforeEach(async () => {
  room = await makeDebatingClass()
  await db().reading.update({ where: { id: room.reading.id }, data: { visibility: 'public' } })
})

const md = (value: string) => ({ format: 'markdown' as const, value })

const write = (visibility: 'private' | 'group' | 'public', value: string) =>
  annotate(room.ana, {
    readingId: room.reading.id,
    groupId: room.group.id,
    visibility,
    kind: 'oppose',
    target: { exact: 'Nobody counted them twice.' },
    body: md(value),
  })

async function pastOf(actor: Actor, id: string) {
  const row = await annotationFor(actor, id)
  const { authorId } = row
  const edits = await editsFor(actor, {
    id,
    authorId,
    inDebate: false,
    thread: threadFacts(row),
  })
  return edits.map(({ bodyText }) => bodyText)
}

async function repliesFor(actor: Actor, id: string) {
  const page = await listReplies(actor, await subjectFor(actor, id), { limit: 20 })
  return page.items.map(({ bodyText }) => bodyText)
}

describe('what a note said', () => {
  test('while it was private stays private when it is made public', async () => {
    const { id } = await write('private', 'Between me and me.')
    await editAnnotation(room.ana, id, { version: 1, body: md('For us.'), visibility: 'group' })
    await editAnnotation(room.ana, id, { version: 2, body: md('For all.'), visibility: 'public' })
    expect(await pastOf(room.ana, id)).toEqual(['For us.', 'Between me and me.'])
    expect(await pastOf(room.ben, id)).toEqual(['For us.'])
    expect(await pastOf(room.stranger, id)).toEqual([])
    expect(await pastOf(ANONYMOUS, id)).toEqual([])
  })

  test('stays private when a claim is made of it', async () => {
    const { id } = await write('private', 'Between me and me.')
    await editAnnotation(room.ana, id, { version: 1, body: md('For us.'), visibility: 'group' })
    await promoteToClaim(room.moderator, id, { parentId: room.thesisId, attacks: 'fact' })
    expect(await pastOf(room.ben, id)).toEqual([])
    expect(await pastOf(room.ana, id)).toEqual(['Between me and me.'])
  })
})

describe('what a reply said', () => {
  test('in a group is not shown when its note is made public', async () => {
    const { id } = await write('group', 'For us.')
    const said = await replyToThread(room.ben, id, { body: md('A rash word.') })
    await editReply(room.ben, said.id, { version: 1, body: md('A wise word.') })
    await editAnnotation(room.ana, id, { version: 1, visibility: 'public' })
    const pastFor = async (actor: Actor) =>
      (await editsFor(actor, (await replyFor(actor, said.id)).reply)).map((each) => each.bodyText)
    expect(await pastFor(room.moderator)).toEqual(['A rash word.'])
    expect(await pastFor(room.stranger)).toEqual([])
  })
})

describe('under a claim that was made of a public note', () => {
  test('the team speaks among itself', async () => {
    const { id } = await write('public', 'For all.')
    await replyToThread(room.ben, id, { body: md('Before.') })
    await promoteToClaim(room.moderator, id, { parentId: room.thesisId, attacks: 'fact' })
    const said = await replyToThread(room.ben, id, { body: md('Among us.') })
    expect(await repliesFor(room.ana, id)).toEqual(['Before.', 'Among us.'])
    expect(await repliesFor(room.stranger, id)).toEqual(['Before.'])
    await expect(replyFor(room.stranger, said.id)).rejects.toMatchObject({ status: 404 })
  })

  test('others learn neither that it is argued nor how much is said', async () => {
    const { id } = await write('public', 'For all.')
    await promoteToClaim(room.moderator, id, { parentId: room.thesisId, attacks: 'fact' })
    await replyToThread(room.ben, id, { body: md('Among us.') })
    const shown = async (actor: Actor) => presentAnnotation(actor, await annotationFor(actor, id))
    expect(await shown(room.ben)).toMatchObject({ inDebate: true, replyCount: 1 })
    expect(await shown(room.stranger)).toMatchObject({ inDebate: false, replyCount: 0 })
    expect(await shown(ANONYMOUS)).toMatchObject({ inDebate: false, replyCount: 0 })
  })

  test('nobody outside answers there', async () => {
    const { claim } = await addClaim(room.ana, room.thesisId, {
      kind: 'claim',
      relation: 'supports',
      evidence: [],
      text: 'A claim.',
    })
    await expect(
      replyToThread(room.stranger, claim.id, { body: md('Me too.') }),
    ).rejects.toMatchObject({
      status: 404,
    })
  })
})

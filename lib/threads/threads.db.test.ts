import { beforeAll, describe, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { editAnnotation } from '@/lib/annotations/commands/edit'
import { removeAnnotation } from '@/lib/annotations/commands/remove'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import { db } from '@/lib/db/client'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { editReply } from './commands/edit-reply'
import { reactToAnnotation, reactToReply } from './commands/react'
import { readAll, readThread } from './commands/read'
import { removeReply, restoreReply } from './commands/remove-reply'
import { replyToThread } from './commands/reply'
import { reopenThread, resolveThread } from './commands/resolve'
import { presentReply } from './present'
import { listReplies, replyFor } from './queries/replies'
import { subjectFor } from './queries/subjects'

let room: Classroom

beforeAll(async () => {
  room = await makeClassroom()
})

const md = (value: string) => ({ format: 'markdown' as const, value })

async function note(visibility: 'private' | 'group' = 'group'): Promise<string> {
  const { id } = await annotate(room.ana, {
    readingId: room.reading.id,
    groupId: room.group.id,
    visibility,
    kind: 'note',
    body: md('A thought.'),
  })
  return id
}

async function repliesTo(id: string) {
  const page = await listReplies(room.ben, await subjectFor(room.ben, id), { limit: 50 })
  return page.items
}

describe('replying', () => {
  test('answers the note or a reply to it, and counts', async () => {
    const id = await note()
    const first = await replyToThread(room.ben, id, { body: md('First.') })
    const second = await replyToThread(room.ana, id, { body: md('Second.'), parentId: first.id })
    expect((await repliesTo(id)).map((row) => [row.id, row.parentId])).toEqual([
      [first.id, null],
      [second.id, first.id],
    ])
    expect(await annotationFor(room.ben, id)).toMatchObject({
      replyCount: 2,
      lastPostId: second.id,
    })
  })

  test('by many at once counts each', async () => {
    const id = await note()
    await Promise.all(
      Array.from({ length: 12 }, (_, n) => replyToThread(room.ben, id, { body: md(`${n}`) })),
    )
    expect((await annotationFor(room.ben, id)).replyCount).toBe(12)
  })

  test('to a reply of another thread is refused', async () => {
    const elsewhere = await replyToThread(room.ben, await note(), { body: md('Elsewhere.') })
    await expect(
      replyToThread(room.ben, await note(), { body: md('Lost.'), parentId: elsewhere.id }),
    ).rejects.toThrow(Invalid)
  })

  test('is for those who see the note and write in its group', async () => {
    await expect(replyToThread(room.stranger, await note(), { body: md('Hi.') })).rejects.toThrow(
      NotFound,
    )
    await expect(
      replyToThread(room.ben, await note('private'), { body: md('Hi.') }),
    ).rejects.toThrow(NotFound)
  })

  test('outlives its note', async () => {
    const id = await note()
    const answer = await replyToThread(room.ben, id, { body: md('I stay.') })
    await removeAnnotation(room.ana, id)
    expect((await repliesTo(id)).map((row) => row.id)).toEqual([answer.id])
  })
})

describe('changing a reply', () => {
  test('keeps what it said, and a stale version is given the current one', async () => {
    const { id } = await replyToThread(room.ben, await note(), { body: md('Old.') })
    await editReply(room.ben, id, { version: 1, body: md('New.') })
    const stale = editReply(room.ben, id, { version: 1, body: md('Late.') })
    await expect(stale).rejects.toThrow(Conflict)
    await expect(stale).rejects.toMatchObject({ details: { current: { version: 2 } } })
    expect(await db().postEdit.findMany({ where: { postId: id } })).toMatchObject([
      { version: 1, bodyText: 'Old.' },
    ])
  })

  test('is for its author alone', async () => {
    const { id } = await replyToThread(room.ben, await note(), { body: md('Mine.') })
    await expect(editReply(room.ana, id, { version: 1, body: md('No.') })).rejects.toThrow(
      Forbidden,
    )
    await expect(editReply(room.stranger, id, { version: 1, body: md('No.') })).rejects.toThrow(
      NotFound,
    )
  })
})

describe('deleting a reply', () => {
  test('leaves its place while another hangs on it', async () => {
    const id = await note()
    const parent = await replyToThread(room.ben, id, { body: md('Parent.') })
    const child = await replyToThread(room.ana, id, { body: md('Child.'), parentId: parent.id })
    await removeReply(room.ben, parent.id)
    const [place] = await repliesTo(id)
    if (!place) throw new Error('the place of the deleted reply is gone')
    expect(presentReply(room.ana, place)).toMatchObject({
      id: parent.id,
      author: null,
      body: null,
      deleted: { by: 'author' },
    })
    await removeReply(room.ana, child.id)
    expect(await repliesTo(id)).toEqual([])
    expect((await annotationFor(room.ben, id)).replyCount).toBe(0)
  })

  test('can be taken back by who did it', async () => {
    const id = await note()
    const answer = await replyToThread(room.ben, id, { body: md('Back again.') })
    await removeReply(room.moderator, answer.id)
    await expect(restoreReply(room.ben, answer.id)).rejects.toThrow(Forbidden)
    await restoreReply(room.moderator, answer.id)
    expect((await repliesTo(id)).map((row) => row.bodyText)).toEqual(['Back again.'])
  })

  test('is refused to a peer', async () => {
    const answer = await replyToThread(room.ben, await note(), { body: md('Mine.') })
    await expect(removeReply(room.ana, answer.id)).rejects.toThrow(Forbidden)
  })
})

describe('resolving', () => {
  test('says who and when, keeps the first of two, leaves the version alone, and reopens', async () => {
    const id = await note()
    await resolveThread(room.ben, id)
    await resolveThread(room.ana, id)
    expect(await annotationFor(room.ana, id)).toMatchObject({ resolvedByName: 'Ben', version: 1 })
    await reopenThread(room.ana, id)
    expect((await annotationFor(room.ana, id)).resolvedAt).toBeNull()
    const kinds = await db().event.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'annotation.created',
      'thread.resolved',
      'thread.reopened',
    ])
  })

  test('is refused to who may not reply', async () => {
    await expect(resolveThread(room.stranger, await note())).rejects.toThrow(NotFound)
  })
})

describe('reacting', () => {
  test('counts each person once an emoji, and is taken back', async () => {
    const id = await note()
    const react = (change: 'add' | 'withdraw') =>
      reactToAnnotation(room.ben, { id, emoji: '👍', change })
    await react('add')
    await react('add')
    await reactToAnnotation(room.ana, { id, emoji: '👍', change: 'add' })
    expect((await annotationFor(room.ben, id)).reactions).toEqual([
      { emoji: '👍', count: 2, mine: true },
    ])
    await react('withdraw')
    expect((await annotationFor(room.ben, id)).reactions).toEqual([
      { emoji: '👍', count: 1, mine: false },
    ])
  })

  test.each(['', 'ok', '👍👍', '<b>'])('"%s" is no reaction', async (emoji) => {
    const answer = await replyToThread(room.ben, await note(), { body: md('Hm.') })
    await expect(reactToReply(room.ana, { id: answer.id, emoji, change: 'add' })).rejects.toThrow(
      Invalid,
    )
    expect((await replyFor(room.ana, answer.id)).reply.reactions).toEqual([])
  })
})

describe('what is unread', () => {
  const unread = async (id: string) => (await annotationFor(room.ben, id)).unread

  test('is news by others, until one has read that far', async () => {
    const id = await note()
    expect(await unread(id)).toBe(true)
    await readThread(room.ben, id, id)
    expect(await unread(id)).toBe(false)
    const news = await replyToThread(room.ana, id, { body: md('News.') })
    expect(await unread(id)).toBe(true)
    await readThread(room.ben, id, id)
    expect(await unread(id)).toBe(true)
    await readThread(room.ben, id, news.id)
    expect(await unread(id)).toBe(false)
  })

  test("is not one's own words", async () => {
    const id = await note()
    expect((await annotationFor(room.ana, id)).unread).toBe(false)
    await replyToThread(room.ben, id, { body: md('Mine.') })
    expect(await unread(id)).toBe(false)
  })

  test('is nothing after everything was marked as read', async () => {
    const id = await note()
    await readAll(room.ben, room.reading.id, room.group.id)
    expect(await unread(id)).toBe(false)
  })
})

describe('a mention', () => {
  const doc = (attrs: { id: string; label: string }) => ({
    format: 'tiptap' as const,
    value: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'mention', attrs }] }],
    },
  })
  const inline = async (attrs: { id: string; label: string }) => {
    const { body, bodyText } = await replyToThread(room.ana, await note(), { body: doc(attrs) })
    return { body: JSON.stringify(body), bodyText }
  }

  test('bears the own name of who is meant, whatever was sent', async () => {
    const kept = await inline({ id: room.ben.personId, label: 'The dean' })
    expect(kept.bodyText).toBe(`@${room.ben.name}`)
    expect(kept.body).toContain(room.ben.personId)
  })

  test.each([
    ['of somebody who may not see the thread', () => room.stranger.personId],
    ['of nobody', () => room.reading.id],
  ])('%s is plain text', async (_, id) => {
    const kept = await inline({ id: id(), label: 'Olga' })
    expect(kept.bodyText).toBe('@Olga')
    expect(kept.body).not.toContain(id())
  })

  test('in a note, and in an edit of one, is looked at likewise', async () => {
    const mention = doc({ id: room.stranger.personId, label: 'Olga' })
    const made = await annotate(room.ana, {
      readingId: room.reading.id,
      visibility: 'private',
      kind: 'note',
      body: mention,
    })
    expect(JSON.stringify(made.body)).not.toContain(room.stranger.personId)
    const edited = await editAnnotation(room.ana, made.id, { version: made.version, body: mention })
    expect(JSON.stringify(edited.body)).not.toContain(room.stranger.personId)
  })
})

test.each([
  ['is no id', () => 'not-an-id'],
  ['is of no group', () => room.reading.id],
])('marking all as read in a group that %s is refused, and marks nothing', async (_, groupId) => {
  const id = await note()
  await expect(readAll(room.ben, room.reading.id, groupId())).rejects.toThrow(NotFound)
  expect(await annotationFor(room.ben, id)).toMatchObject({ unread: true })
})

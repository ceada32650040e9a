import { beforeEach, describe, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import { listAnnotations } from '@/lib/annotations/queries/list-annotations'
import { db } from '@/lib/db/client'
import { createGroup } from '@/lib/groups/commands/create-group'
import { purge } from '@/lib/jobs/purge'
import type { SignedIn } from '@/lib/policy/actor'
import { readingFor } from '@/lib/readings/queries/readings'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { joining, makePerson } from '@/lib/testing/factories/person'
import { listenAs } from '@/lib/testing/listening'
import { replyToThread } from '@/lib/threads/commands/reply'
import { decideItem } from './commands/decide'
import { setRules } from './commands/set-rules'
import { undoDecision } from './commands/undo'

// What a group's rules hold back is read by its author and by those who lead the group, until it is approved.

let room: Classroom

const md = (value: string) => ({ format: 'markdown' as const, value })

beforeEach(async () => {
  room = await makeClassroom()
  await db().group.update({
    where: { id: room.group.id },
    data: { houseRules: { holdsWords: ['cheap watches'] } },
  })
})

const write = (by: SignedIn, value: string, change: object = {}) =>
  annotate(by, {
    readingId: room.reading.id,
    ...{ groupId: room.group.id, visibility: 'group', kind: 'note' },
    body: md(value),
    ...change,
  })

async function listed(actor: SignedIn): Promise<readonly string[]> {
  const { items } = await listAnnotations(actor, await readingFor(actor, room.reading.id), {
    limit: 50,
    sort: 'place',
  })
  return items.map(({ id }) => id)
}

const itemOf = (subjectId: string) =>
  db().reviewItem.findFirstOrThrow({ where: { subjectId, state: 'open' } })

async function decided(id: string, kind: 'approve' | 'hide' | 'lock') {
  const item = await itemOf(id)
  return decideItem(room.moderator, { id: item.id, version: item.version, kind, words: 'So.' })
}

describe('a note with a word that is held', () => {
  test('is read by its author and those who lead, who are told why; by nobody else', async () => {
    const { id, moderation } = await write(room.ana, 'Buy CHEAP watches!')
    expect(moderation).toMatchObject({ kind: 'hold', words: expect.stringContaining('watches') })
    expect(await listed(room.ana)).toContain(id)
    expect(await listed(room.moderator)).toContain(id)
    expect(await listed(room.ben)).not.toContain(id)
    await expect(annotationFor(room.ben, id)).rejects.toMatchObject({ status: 404 })
    expect(await itemOf(id)).toMatchObject({ source: 'held', authorId: room.ana.personId })
  })

  test('appears live when it is approved, its people are told only then, and waits again when that is undone', async () => {
    const listening = await listenAs(room.ben, {
      readingId: room.reading.id,
      groupId: room.group.id,
    })
    const mention = { type: 'mention', attrs: { id: room.ben.personId, label: 'Ben' } }
    const paragraph = {
      type: 'paragraph',
      content: [{ type: 'text', text: 'Cheap watches, ' }, mention],
    }
    const body = { format: 'tiptap', value: { type: 'doc', content: [paragraph] } }
    const { id } = await write(room.ana, '', { body })
    const notices = () => db().notification.count({ where: { personId: room.ben.personId } })
    expect(await notices()).toBe(0)
    const { id: decisionId } = await decided(id, 'approve')
    const told = await listening.until((message) => message.id === id)
    expect(told.kind).toBe('annotation.restored')
    expect(await notices()).toBe(1)
    expect(await listed(room.ben)).toContain(id)
    await undoDecision(room.moderator, decisionId)
    expect(await listed(room.ben)).not.toContain(id)
    expect((await annotationFor(room.ana, id)).moderation).toMatchObject({ kind: 'hold' })
    await decided(id, 'approve')
    expect(await listed(room.ben)).toContain(id)
    listening.leave()
  })

  test('is hidden for a reason when it is not approved; nothing else can be decided of it', async () => {
    const { id } = await write(room.ana, 'Cheap watches')
    await expect(decided(id, 'lock')).rejects.toMatchObject({ code: 'held' })
    await decided(id, 'hide')
    expect((await annotationFor(room.ana, id)).moderation).toMatchObject({
      kind: 'hide',
      words: 'So.',
    })
    expect(await listed(room.ben)).not.toContain(id)
  })

  test('waits for as long as it takes: it is never purged', async () => {
    const { id } = await write(room.ana, 'Cheap watches')
    await purge(new Date('2040-01-01'))
    expect((await annotationFor(room.ana, id)).bodyText).toBe('Cheap watches')
  })

  test('is shown at once when it is private, or by somebody who leads', async () => {
    for (const note of [
      await write(room.ana, 'Cheap watches', { visibility: 'private', groupId: undefined }),
      await write(room.moderator, 'Cheap watches'),
    ]) {
      expect(note.moderation).toBeNull()
    }
  })
})

test('a held reply is not counted, and is when it is approved', async () => {
  const root = await write(room.ben, 'A question.')
  const held = await replyToThread(room.ana, root.id, { body: md('Cheap watches') })
  const replies = async () => (await annotationFor(room.ben, root.id)).replyCount
  expect(held.moderation).toMatchObject({ kind: 'hold' })
  expect(await replies()).toBe(0)
  await decided(held.id, 'approve')
  expect(await replies()).toBe(1)
})

test('where first posts are held, the second is not once the first was approved', async () => {
  const owner = await joining(await makePerson(), room.group.id, 'owner')
  await setRules(owner, room.group.id, { holds: 'first-posts' })
  const first = await write(room.ana, 'My first.')
  expect(first.moderation).toMatchObject({ kind: 'hold' })
  await decided(first.id, 'approve')
  expect((await write(room.ana, 'My second.')).moderation).toBeNull()
})

test('a new public group holds first posts, any other nothing', async () => {
  const owner = await makePerson()
  const rulesOf = async (kind: 'public' | 'team') => {
    const { id } = await createGroup(owner, { kind, name: `Open ${kind}`, timeZone: 'UTC' })
    return (await db().group.findUniqueOrThrow({ where: { id } })).houseRules
  }
  expect(await rulesOf('public')).toMatchObject({ holds: 'first-posts' })
  expect(await rulesOf('team')).toBeNull()
})

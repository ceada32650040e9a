import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { edit } from '@/lib/annotations/commands/edit'
import { remove } from '@/lib/annotations/commands/remove'
import { db } from '@/lib/db/client'
import { hub } from '@/lib/live'
import type { Actor } from '@/lib/policy/actor'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { makeGroup } from '@/lib/testing/factories/group'
import { type LiveMessage, listenAs } from '@/lib/testing/listening'
import { reply } from '@/lib/threads/commands/reply'
import { type EventCursor, parseCursor } from './cursor'
import { record } from './record'

let room: Classroom
const leaving: (() => void)[] = []

beforeAll(async () => {
  room = await makeClassroom()
})

afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
})

const md = (value: string) => ({ format: 'markdown' as const, value })

const note = (visibility: 'private' | 'group' = 'group') =>
  annotate(room.ana, {
    readingId: room.reading.id,
    groupId: room.group.id,
    visibility,
    kind: 'note',
    body: md('secretive'),
  })

async function listen(actor: Actor, from?: EventCursor, groupId: string | null = null) {
  const listening = await listenAs(actor, { readingId: room.reading.id, groupId, from })
  leaving.push(listening.leave)
  const { messages, cursors, untilEnded, untilReset } = listening
  const until = (id: string) => listening.until((message) => message.id === id)
  return { messages, cursors, until, untilEnded, untilReset }
}

const told = (messages: readonly LiveMessage[]) => messages.map(({ kind, id }) => `${kind} ${id}`)

describe('what is told', () => {
  test('is every change of the reading, in order, as the listener may see it', async () => {
    const ben = await listen(room.ben)
    const { id } = await note()
    const answer = await reply(room.ben, id, { body: md('Hm.') })
    await ben.until(answer.id)
    expect(told(ben.messages)).toEqual([`annotation.created ${id}`, `reply.created ${answer.id}`])
    expect(ben.messages[0]).toMatchObject({ annotation: { can: { edit: false, reply: true } } })
    expect(ben.messages[1]).toMatchObject({
      threadId: id,
      actor: { name: 'Ben' },
      thread: { replyCount: 1, lastPostId: answer.id },
    })
  })

  test('is nothing of a private note to another, live or replayed', async () => {
    const before = await hub().position()
    const [ben, ana] = [await listen(room.ben), await listen(room.ana)]
    const secret = await note('private')
    const open = await note()
    await Promise.all([ben.until(open.id), ana.until(open.id)])
    const replayed = await listen(room.ben, before)
    await replayed.until(open.id)
    for (const { messages } of [ben, replayed]) {
      expect(JSON.stringify(messages)).not.toContain(secret.id)
    }
    expect(told(ana.messages)).toContain(`annotation.created ${secret.id}`)
  })

  test('is, when a note becomes private, that it is gone, and nothing of what it says', async () => {
    const { id } = await note()
    const ben = await listen(room.ben)
    await edit(room.ana, id, { version: 1, visibility: 'private', body: md('hidden words') })
    const after = await note()
    await ben.until(after.id)
    expect(told(ben.messages)).toEqual([
      `annotation.hidden ${id}`,
      `annotation.created ${after.id}`,
    ])
    expect(JSON.stringify(ben.messages[0])).not.toContain('hidden words')
  })

  test('is that a note was deleted, also when nothing of it stays', async () => {
    const { id } = await note()
    const ben = await listen(room.ben)
    await remove(room.ana, id)
    await ben.until(id)
    expect(told(ben.messages)).toEqual([`annotation.deleted ${id}`])
    expect(ben.messages[0]).toMatchObject({ annotation: { body: null } })
  })

  test('to a listener of another group is nothing', async () => {
    const other = await makeGroup()
    const elsewhere = await listen(room.ben, undefined, other.id)
    const ben = await listen(room.ben)
    const { id } = await note()
    await ben.until(id)
    expect(elsewhere.messages).toEqual([])
  })
})

describe('coming back', () => {
  test('replays exactly what came after the last message, each once and in order, while others write', async () => {
    const first = await listen(room.ben)
    const { id } = await note()
    await first.until(id)
    const last = parseCursor(first.cursors.at(-1) ?? '')
    if (!last) throw new Error('the last message has a cursor')
    const missed = []
    for (let n = 0; n < 5; n++) missed.push(await reply(room.ana, id, { body: md(`${n}`) }))
    const writing = Promise.all(
      Array.from({ length: 20 }, (_, n) => reply(room.ana, id, { body: md(`more ${n}`) })),
    )
    const second = await listen(room.ben, last)
    const more = await writing
    await Promise.all([...missed, ...more].map((row) => second.until(row.id)))
    const subjects = second.messages.map((message) => message.id)
    expect(subjects.slice(0, 5)).toEqual(missed.map((row) => row.id))
    expect([...subjects].sort()).toEqual([...missed, ...more].map((row) => row.id).sort())
  })
})

describe('a stream ends', () => {
  test("when its person's rights change, and only theirs", async () => {
    const [ana, ben] = [await listen(room.ana), await listen(room.ben)]
    await record(db(), {
      kind: 'person.changed',
      actorId: null,
      subjectId: room.ben.personId,
      at: new Date(),
    })
    await ben.untilEnded()
    const { id } = await note()
    await ana.until(id)
    expect(told(ana.messages)).toEqual([`annotation.created ${id}`])
    expect(ben.messages).toEqual([])
  })
})

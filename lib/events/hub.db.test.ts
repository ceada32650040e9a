import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { annotate } from '@/lib/annotations/commands/annotate'
import { editAnnotation } from '@/lib/annotations/commands/edit'
import { removeAnnotation } from '@/lib/annotations/commands/remove'
import { db, transaction } from '@/lib/db/client'
import { shelveReading, unshelveReading } from '@/lib/groups/commands/shelve-reading'
import { hub } from '@/lib/live'
import { personNews } from '@/lib/people/news'
import type { Actor } from '@/lib/policy/actor'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { makeGroup } from '@/lib/testing/factories/group'
import { type LiveMessage, listenAs } from '@/lib/testing/listening'
import { replyToThread } from '@/lib/threads/commands/reply'
import { type EventCursor, parseCursor } from './cursor'
import { Hub } from './hub'
import { messageShape } from './message'
import { joinedNews, news } from './news'

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

const here = () => ({ readingId: room.reading.id })

const told = (messages: readonly LiveMessage[]) => messages.map(({ kind, id }) => `${kind} ${id}`)

describe('what is told', () => {
  test('is every change of the reading, in order, as the listener may see it', async () => {
    const ben = await listen(room.ben)
    const { id } = await note()
    const answer = await replyToThread(room.ben, id, { body: md('Hm.') })
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
    await editAnnotation(room.ana, id, {
      version: 1,
      visibility: 'private',
      body: md('hidden words'),
    })
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
    await removeAnnotation(room.ana, id)
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
    for (let n = 0; n < 5; n++) missed.push(await replyToThread(room.ana, id, { body: md(`${n}`) }))
    const writing = Promise.all(
      Array.from({ length: 20 }, (_, n) => replyToThread(room.ana, id, { body: md(`more ${n}`) })),
    )
    const second = await listen(room.ben, last)
    const more = await writing
    await Promise.all([...missed, ...more].map((row) => second.until(row.id)))
    const subjects = second.messages.map((message) => message.id)
    expect(subjects.slice(0, 5)).toEqual(missed.map((row) => row.id))
    expect([...subjects].sort()).toEqual([...missed, ...more].map((row) => row.id).sort())
  })
})

describe("a stream whose person's rights change", () => {
  const changed = (subjectId: string) =>
    personNews.record(db(), { kind: 'person.changed', actorId: null, subjectId, at: new Date() })

  test('ends when they may not listen any more, and theirs alone', async () => {
    const ana = await listen(room.ana)
    const ben = await listenAs(room.ben, { ...here(), renew: async () => null })
    leaving.push(ben.leave)
    await changed(room.ben.personId)
    await ben.untilEnded()
    const { id } = await note()
    await ana.until(id)
    expect(told(ana.messages)).toEqual([`annotation.created ${id}`])
    expect(ben.messages).toEqual([])
  })

  test('goes on by the new ones, and is told to fetch afresh; nothing is told by the old ones meanwhile', async () => {
    let asked = () => {}
    const asking = new Promise<void>((resolve) => {
      asked = resolve
    })
    let answer: (actor: Actor) => void = () => {}
    const renew = () => {
      asked()
      return new Promise<Actor>((resolve) => {
        answer = resolve
      })
    }
    const [ana, ben] = [await listen(room.ana), await listenAs(room.ben, { ...here(), renew })]
    leaving.push(ben.leave)
    await changed(room.ben.personId)
    await asking
    const unseen = await note()
    await ana.until(unseen.id)
    expect(ben.messages).toEqual([])
    answer(room.stranger)
    await ben.untilReset()
    const after = await note()
    await ana.until(after.id)
    expect(ben.messages).toEqual([])
  })

  test('is renewed with the sight of one person, or of a whole group', async () => {
    const [ana, ben] = [await listenAs(room.ana, here()), await listenAs(room.ben, here())]
    const stranger = await listenAs(room.stranger, { ...here(), groupId: (await makeGroup()).id })
    leaving.push(ana.leave, ben.leave, stranger.leave)
    const sight = { kind: 'sight.changed', actorId: null, at: new Date() } as const
    await personNews.record(db(), { ...sight, subjectId: room.ben.personId })
    await ben.untilReset()
    const groupId = room.group.id
    await personNews.record(db(), { ...sight, subjectId: groupId, groupId })
    await Promise.all([ben.untilReset(2), ana.untilReset()])
    expect([ana.resets(), ben.resets(), stranger.resets()]).toEqual([1, 2, 0])
  })

  test('ends when their session or token expires', async () => {
    const expiresAt = new Date(Date.now() + 50)
    const ben = await listenAs(room.ben, { ...here(), expiresAt, renew: async () => null })
    await ben.untilEnded()
    expect(ben.resets()).toBe(0)
  })

  test('is renewed with the reading, when it is taken out of a group', async () => {
    const ben = await listenAs(room.ben, { ...here(), renew: async () => null })
    await unshelveReading(room.moderator, { groupId: room.group.id, readingId: room.reading.id })
    await ben.untilEnded()
    await shelveReading(room.moderator, { groupId: room.group.id, readingId: room.reading.id })
  })
})

describe('an event that cannot be loaded or told', () => {
  const broken = news({
    noun: 'broken',
    shape: messageShape('broken', z.object({})),
    load: async (_, events) => {
      if (events.some(({ kind }) => kind === 'broken.loading')) throw new TypeError('Not loaded.')
    },
    kinds: {
      'broken.loading': () => null,
      'broken.telling': () => {
        throw new TypeError('Not told.')
      },
      whole: () => ({}),
    },
  })

  test('is stepped over in its batch, live and replayed, and its listeners fetch afresh', async () => {
    const own = new Hub(joinedNews([broken]))
    const sent: string[] = []
    let resets = 0
    const subscribe = (from: EventCursor) =>
      own.subscribe(
        {
          actor: room.ben,
          expiresAt: null,
          readingId: room.reading.id,
          groupId: null,
          send: ({ messages }) => sent.push(...messages.map(({ kind }) => kind)),
          reset: () => {
            resets += 1
          },
          end: () => {},
          renew: async () => room.ben,
        },
        from,
      )
    const from = await own.position()
    leaving.push(subscribe(from))
    await transaction(async (tx) => {
      for (const kind of ['whole', 'broken.loading', 'broken.telling', 'whole'] as const) {
        const { reading, ana } = room
        const subject = { subjectId: reading.id, readingId: reading.id }
        await broken.record(tx, { kind, actorId: ana.personId, ...subject, at: new Date() })
      }
    })
    await vi.waitFor(() => expect([sent, resets]).toEqual([['whole', 'whole'], 2]))
    leaving.push(subscribe(from))
    await vi.waitFor(() => expect([sent.length, resets]).toEqual([4, 4]))
  })
})

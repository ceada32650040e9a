import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { edit } from '@/lib/annotations/commands/edit'
import { remove } from '@/lib/annotations/commands/remove'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/policy/actor'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { reply } from '@/lib/threads/commands/reply'
import { type EventCursor, parseCursor } from './cursor'
import { hub } from './hub'
import type { EventMessage } from './message'
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

type Heard = { readonly cursor: string; readonly data: EventMessage }

/** Somebody who listens; `until` waits for a message by its subject, and no longer than the test. */
async function listen(actor: Actor, from?: EventCursor, groupId: string | null = null) {
  const heard: Heard[] = []
  let ended = false
  let waiting: (() => void)[] = []
  const wake = () => {
    const woken = waiting
    waiting = []
    for (const resume of woken) resume()
  }
  const leave = hub().subscribe(
    {
      actor,
      readingId: room.reading.id,
      groupId,
      send: (message) => {
        heard.push(message)
        wake()
      },
      end: () => {
        ended = true
        wake()
      },
      reset: () => {},
    },
    from ?? (await hub().position()),
  )
  leaving.push(leave)
  const waitFor = async (holds: () => boolean) => {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
      })
    }
  }
  return {
    heard,
    until: (id: string) => waitFor(() => heard.some(({ data }) => data.id === id)),
    untilEnded: () => waitFor(() => ended),
  }
}

const told = (heard: readonly Heard[]) => heard.map(({ data }) => `${data.kind} ${data.id}`)

describe('what is told', () => {
  test('is every change of the reading, in order, as the listener may see it', async () => {
    const ben = await listen(room.ben)
    const { id } = await note()
    const answer = await reply(room.ben, id, { body: md('Hm.') })
    await ben.until(answer.id)
    expect(told(ben.heard)).toEqual([`annotation.created ${id}`, `reply.created ${answer.id}`])
    expect(ben.heard[0]?.data.annotation?.can).toMatchObject({ edit: false, reply: true })
    expect(ben.heard[1]?.data).toMatchObject({ threadId: id, actor: { name: 'Ben' } })
    expect(ben.heard[1]?.data.thread).toMatchObject({ replyCount: 1, lastPostId: answer.id })
  })

  test('is nothing of a private note to another, live or replayed', async () => {
    const before = await hub().position()
    const [ben, ana] = [await listen(room.ben), await listen(room.ana)]
    const secret = await note('private')
    const open = await note()
    await Promise.all([ben.until(open.id), ana.until(open.id)])
    const replayed = await listen(room.ben, before)
    await replayed.until(open.id)
    for (const { heard } of [ben, replayed]) {
      expect(JSON.stringify(heard)).not.toContain(secret.id)
    }
    expect(told(ana.heard)).toContain(`annotation.created ${secret.id}`)
  })

  test('is, when a note becomes private, that it is gone, and nothing of what it says', async () => {
    const { id } = await note()
    const ben = await listen(room.ben)
    await edit(room.ana, id, { version: 1, visibility: 'private', body: md('hidden words') })
    const after = await note()
    await ben.until(after.id)
    expect(told(ben.heard)).toEqual([`annotation.hidden ${id}`, `annotation.created ${after.id}`])
    expect(JSON.stringify(ben.heard[0])).not.toContain('hidden words')
  })

  test('is that a note was deleted, also when nothing of it stays', async () => {
    const { id } = await note()
    const ben = await listen(room.ben)
    await remove(room.ana, id)
    await ben.until(id)
    expect(told(ben.heard)).toEqual([`annotation.deleted ${id}`])
    expect(ben.heard[0]?.data.annotation?.body).toBeNull()
  })

  test('to a listener of another group is nothing', async () => {
    const elsewhere = await listen(room.ben, undefined, room.reading.id)
    const ben = await listen(room.ben)
    const { id } = await note()
    await ben.until(id)
    expect(elsewhere.heard).toEqual([])
  })
})

describe('coming back', () => {
  test('replays exactly what came after the last message, each once and in order, while others write', async () => {
    const first = await listen(room.ben)
    const { id } = await note()
    await first.until(id)
    const last = parseCursor(first.heard.at(-1)?.cursor ?? '')
    if (!last) throw new Error('the last message has a cursor')
    const missed = []
    for (let n = 0; n < 5; n++) missed.push(await reply(room.ana, id, { body: md(`${n}`) }))
    const writing = Promise.all(
      Array.from({ length: 20 }, (_, n) => reply(room.ana, id, { body: md(`more ${n}`) })),
    )
    const second = await listen(room.ben, last)
    const more = await writing
    await Promise.all([...missed, ...more].map((row) => second.until(row.id)))
    const subjects = second.heard.map(({ data }) => data.id)
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
    expect(told(ana.heard)).toEqual([`annotation.created ${id}`])
    expect(ben.heard).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { router } from '@/app/api/v1/router'
import { arrivedMessage } from '@/components/room/live-message'
import { apiServer } from '@/components/room/server'
import { RoomStore } from '@/components/room/store'
import { annotate } from '@/lib/annotations/commands/annotate'
import { editAnnotation } from '@/lib/annotations/commands/edit'
import { anchorAnnotation, resetAnchor } from '@/lib/annotations/commands/place'
import { removeAnnotation, restoreAnnotation } from '@/lib/annotations/commands/remove'
import { apiHandler } from '@/lib/api/handler'
import { restoreClaim, withdrawClaim } from '@/lib/debates/commands/claims'
import { promoteToClaim } from '@/lib/debates/commands/promote'
import { parseCursor } from '@/lib/events/cursor'
import { hub } from '@/lib/live'
import { loadRoom } from '@/lib/pages/reading/room'
import type { SignedIn } from '@/lib/policy/actor'
import { placeNotes } from '@/lib/revisions/commands/place-notes'
import { type DebatingClass, makeDebatingClass } from '@/lib/testing/factories/debate'
import { SAMPLE } from '@/lib/testing/factories/reading'
import { sendRevision } from '@/lib/testing/factories/revision'
import { makeToken } from '@/lib/testing/factories/token'
import { asCaller, stubFetchBy } from '@/lib/testing/in-process-api'
import { decisionRows, type Row, type World } from '@/lib/testing/live-law-decisions'
import { editReply } from '@/lib/threads/commands/edit-reply'
import { reactToAnnotation, reactToReply } from '@/lib/threads/commands/react'
import { removeReply, restoreReply } from '@/lib/threads/commands/remove-reply'
import { replyToThread } from '@/lib/threads/commands/reply'
import { reopenThread, resolveThread } from '@/lib/threads/commands/resolve'

// The law of the live line, for every command: what a page shows after it was told of the change is what a page shows that is
// loaded afresh. The page's own store, the real hub, the real door of the API; each row through the eyes of three people.

const md = (value: string) => ({ format: 'markdown' as const, value })

let room: DebatingClass
const leaving: (() => void)[] = []

beforeAll(() => stubFetchBy(apiHandler(router)))

afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
})

afterAll(() => vi.unstubAllGlobals())

// The words that the notes are on, as they stand in the newest revision.
let passage = 'Twelve wagons'

function noteBy(author: SignedIn, change: object = {}) {
  const { reading, group } = room
  const where = { readingId: reading.id, groupId: group.id, visibility: 'group' as const }
  return annotate(author, {
    ...where,
    kind: 'note',
    body: md('A note.'),
    target: { exact: passage },
    ...change,
  })
}

const thumb = '👍'

const ROWS: Record<string, Row> = {
  ...decisionRows(() => room),
  'annotate: a note on a passage': { run: () => noteBy(room.ana) },
  'annotate: a private note': { run: () => noteBy(room.ana, { visibility: 'private' }) },
  'annotate: a question on the whole reading': {
    run: () => noteBy(room.ana, { kind: 'question', target: undefined }),
  },
  'editAnnotation: the words': {
    run: ({ note }) =>
      editAnnotation(room.ana, note, { version: 1, body: md('Other words.'), tags: ['new'] }),
  },
  'editAnnotation: made private': {
    before: ({ replyTo }) => removeReply(room.ben, replyTo),
    run: ({ note }) => editAnnotation(room.ana, note, { version: 1, visibility: 'private' }),
  },
  'editAnnotation: made another kind': {
    run: ({ note }) => editAnnotation(room.ana, note, { version: 1, kind: 'support' }),
  },
  'removeAnnotation: with a reply': { run: ({ note }) => removeAnnotation(room.ana, note) },
  'removeAnnotation: without': {
    before: ({ replyTo }) => removeReply(room.ben, replyTo),
    run: ({ note }) => removeAnnotation(room.ana, note),
  },
  restoreAnnotation: {
    before: ({ note }) => removeAnnotation(room.ana, note),
    run: ({ note }) => restoreAnnotation(room.ana, note),
  },
  'reactToAnnotation: given': {
    run: ({ note: id }) => reactToAnnotation(room.ana, { id, emoji: thumb, change: 'add' }),
  },
  'reactToAnnotation: taken back': {
    before: ({ note: id }) => reactToAnnotation(room.ana, { id, emoji: thumb, change: 'add' }),
    run: ({ note: id }) => reactToAnnotation(room.ana, { id, emoji: thumb, change: 'withdraw' }),
  },
  replyToThread: { run: ({ note }) => replyToThread(room.ana, note, { body: md('One more.') }) },
  editReply: {
    run: ({ replyTo }) => editReply(room.ben, replyTo, { version: 1, body: md('Other.') }),
  },
  removeReply: { run: ({ replyTo }) => removeReply(room.ben, replyTo) },
  'removeReply: of a note that is deleted': {
    before: ({ note }) => removeAnnotation(room.ana, note),
    run: ({ replyTo }) => removeReply(room.ben, replyTo),
  },
  restoreReply: {
    before: ({ replyTo }) => removeReply(room.ben, replyTo),
    run: ({ replyTo }) => restoreReply(room.ben, replyTo),
  },
  reactToReply: {
    run: ({ replyTo: id }) => reactToReply(room.ana, { id, emoji: thumb, change: 'add' }),
  },
  resolveThread: { run: ({ note }) => resolveThread(room.moderator, note) },
  reopenThread: {
    before: ({ note }) => resolveThread(room.moderator, note),
    run: ({ note }) => reopenThread(room.moderator, note),
  },
  promoteToClaim: {
    run: ({ note }) =>
      promoteToClaim(room.ana, note, { parentId: room.thesisId, relation: 'supports' }),
  },
  withdrawClaim: {
    before: ({ note }) =>
      promoteToClaim(room.ana, note, { parentId: room.thesisId, relation: 'supports' }),
    run: ({ note }) => withdrawClaim(room.ana, note),
  },
  restoreClaim: {
    before: async ({ note }) => {
      await promoteToClaim(room.ana, note, { parentId: room.thesisId, relation: 'supports' })
      await withdrawClaim(room.ana, note)
    },
    run: ({ note }) => restoreClaim(room.ana, note),
  },
  anchorAnnotation: {
    before: revise,
    run: ({ note }) => anchorAnnotation(room.ana, note, { kind: 'section' }),
  },
  resetAnchor: {
    before: async (world) => {
      await revise()
      await anchorAnnotation(room.ana, world.note, { kind: 'section' })
    },
    run: ({ note }) => resetAnchor(room.ana, note),
  },
}

let count = 12

async function revise() {
  count += 1
  passage = `Wagons, all ${count} of them,`
  const markdown = SAMPLE.replace('Twelve wagons', passage)
  const { id } = await sendRevision(room.moderator, room.reading.id, {
    markdown,
    message: `${count}`,
  })
  await placeNotes(id)
}

/** A page that somebody has open, with everything loaded and the thread of a note open. */
async function pageOf(actor: SignedIn, { note }: World) {
  const { authorization } = await makeToken(actor)
  const { start, text } = await loadRoom(actor, room.reading.slug, { group: room.group.slug })
  const inside = <Done>(work: () => Done) => asCaller(authorization, work)
  const store = new RoomStore(start, apiServer(start))
  const from = parseCursor(start.cursor)
  if (!from) throw new Error('a page comes with where its line begins')
  await inside(() =>
    Promise.all([
      store.loadRange(0, text.text.length),
      store.loadBesides(),
      store.loadReplies(note),
    ]),
  )
  let missed = 0
  const listen = () =>
    leaving.push(
      hub().subscribe(
        {
          actor,
          expiresAt: null,
          readingId: room.reading.id,
          groupId: room.group.id,
          send: ({ messages }) => {
            missed += 1
            for (const each of messages) {
              const arrived = arrivedMessage(JSON.stringify(each))
              inside(() => (arrived?.message ? store.applyEvent(arrived.message) : null))
            }
          },
          caughtUp: () => void (missed > 0 && inside(() => store.refetchCoverage())),
          reset: () => void inside(() => store.refresh()),
          end: () => {},
          renew: async () => actor,
        },
        from,
      ),
    )
  return { store, listen }
}

function shown(store: RoomStore) {
  const { notes, order, threads, segments, counts } = store.getState()
  return {
    notes: Object.fromEntries(notes),
    order: [...order],
    threads: [...threads]
      .filter(([id]) => notes.has(id))
      .map(([id, { replies, nextCursor }]) => ({ id, replies, nextCursor })),
    segments: [...segments],
    counts: counts.filter(({ notes }) => notes > 0),
  }
}

/** Runs a row, once everybody has the page open and listens, or between the loading of their page and their listening. */
async function toldAsLoaded(name: string, moment: 'while listening' | 'before listening') {
  room = await makeDebatingClass()
  passage = 'Twelve wagons'
  const made = await noteBy(room.ana)
  const answer = await replyToThread(room.ben, made.id, { body: md('An answer.') })
  const world = { note: made.id, replyTo: answer.id }
  const row = ROWS[name]
  await row?.before?.(world)
  const people = [room.ana, room.ben, room.moderator]
  const pages = await Promise.all(people.map((actor) => pageOf(actor, world)))
  const listen = () => pages.forEach((page) => void page.listen())
  if (moment === 'while listening') listen()
  await row?.run(world)
  if (moment === 'before listening') listen()
  for (const [at, actor] of people.entries()) {
    const fresh = await pageOf(actor, world)
    await vi.waitFor(
      () => expect(shown(pages[at]?.store ?? fresh.store)).toEqual(shown(fresh.store)),
      {
        timeout: 10_000,
      },
    )
  }
}

test.each(Object.keys(ROWS))('%s: told as loaded', (name) => toldAsLoaded(name, 'while listening'))

test.each([
  'annotate: a note on a passage',
  'editAnnotation: made private',
  'replyToThread',
  'resolveThread',
])('%s, between the loading of a page and its listening: told as loaded', (name) =>
  toldAsLoaded(name, 'before listening'),
)

// Commands that change something people see live and have no row here yet: debates have a store of their own, and what an
// assignment changes renews the sight of its people. Whoever erases themselves is gone from a page when it is loaded anew.
const OTHERWISE = /lib\/(assignments|auth|circles|debates|groups|people|personal-data|readings)\//

test('every command of notes and threads that records an event has a row', () => {
  const names = Object.keys(ROWS).map((name) => name.split(':')[0])
  const folders = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  const recording = folders
    .map((file) => `lib/${file}`)
    .filter((file) => /commands\/[\w-]+\.ts$/.test(file) && !OTHERWISE.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .filter((source) => source.includes('News.record('))
  const commands = recording.flatMap((source) =>
    [...source.matchAll(/^export async function (\w+)\(\s*actor/gm)].map(([, name]) => name),
  )
  expect(commands.length).toBeGreaterThan(10)
  // By its name a query: it records nothing.
  const changing = commands.filter((name) => !name?.endsWith('For'))
  expect(changing.filter((name) => !names.includes(name ?? ''))).toEqual([])
})

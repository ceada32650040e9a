import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { annotate } from './note-commands'
import { reply } from './reply-commands'
import { apiServer } from './server'
import { RoomStore } from './store'
import { openStream } from './stream'
import { ANA, aNote, aReply, noteMessage, passage, START, serverWith } from './testing'

const BODY = { value: { type: 'doc' }, text: 'kept' }

/** The browser's end of the live channel, opened and broken by hand. */
class Line {
  static last: Line | null = null
  onopen = () => {}
  onerror = () => {}
  onmessage: (event: { readonly data: string }) => void = () => {}
  constructor() {
    Line.last = this
  }
  addEventListener() {}
  isClosed = false
  close() {
    this.isClosed = true
  }
}

/** What is posted reaches it or not; what it has taken under a key it does not take again. */
class Server {
  reach: 'whole' | 'not at all' | 'but its answer is lost' = 'whole'
  readonly keys: string[] = []
  readonly taken = new Map<string, { readonly id: string }>()

  readonly fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const posted = /\/(annotations|replies)$/.exec(pathname)?.[1]
    if (request.method !== 'POST' || !posted) return Response.json({})
    const key = request.headers.get('idempotency-key') ?? 'none'
    this.keys.push(key)
    if (this.reach === 'not at all') throw new TypeError('Failed to fetch')
    const made = posted === 'annotations' ? aNote(`made-${key}`) : aReply(`made-${key}`)
    this.taken.set(key, this.taken.get(key) ?? made)
    if (this.reach === 'but its answer is lost') throw new TypeError('Failed to fetch')
    return Response.json(this.taken.get(key))
  }
}

let server: Server
let room: RoomStore
let close: () => void

beforeEach(() => {
  server = new Server()
  vi.stubGlobal('EventSource', Line)
  vi.stubGlobal('fetch', server.fetch)
  const { annotate: create, sendReply } = apiServer(START)
  room = new RoomStore(START, { ...serverWith({}).server, annotate: create, sendReply })
  close = openStream(room)
  Line.last?.onopen()
})

afterEach(() => {
  close()
  vi.unstubAllGlobals()
})

const statuses = () => [...room.getState().outgoing.values()].map(({ status }) => status)
const arrived = () => vi.waitFor(() => expect(statuses()).toEqual([]))
const note = () =>
  annotate(room, { kind: 'note', visibility: 'group', target: passage(10, 20), body: BODY })

it('what is written without a line goes out by itself when the line is back, under the key of the first attempt', async () => {
  server.reach = 'not at all'
  Line.last?.onerror()
  expect(await note()).toBeNull()
  expect(statuses()).toEqual(['waiting'])

  server.reach = 'whole'
  Line.last?.onopen()
  await arrived()
  const [first, second, ...more] = server.keys
  expect([second, more]).toEqual([first, []])
  expect([...room.getState().notes.keys()]).toEqual([`made-${first}`])
})

it('a note is taken once when only the answer was lost', async () => {
  server.reach = 'but its answer is lost'
  await note()
  server.reach = 'whole'
  Line.last?.onopen()
  await arrived()
  expect(server.keys).toHaveLength(2)
  expect(server.taken.size).toBe(1)
  expect(room.getState().notes.size).toBe(1)
})

it.each(['before', 'after'])(
  'word of a note that comes %s its answer is lost makes no second card, and has it sent again once',
  async (moment) => {
    server.reach = 'but its answer is lost'
    const posting = note()
    await vi.waitFor(() => expect(server.taken.size).toBe(1))
    const [key] = server.keys
    if (moment === 'after') await posting
    const message = noteMessage('annotation.created', aNote(`made-${key}`, { author: ANA }), ANA)
    server.reach = 'whole'
    Line.last?.onmessage({ data: JSON.stringify(message) })
    expect(room.getState().notes.size).toBe(1)
    await posting
    await arrived()
    expect(server.keys).toEqual([key, key])
    expect([...room.getState().notes.keys()]).toEqual([`made-${key}`])
  },
)

it('a note is not sent twice by a line that breaks again at once, nor when it comes back later', async () => {
  server.reach = 'not at all'
  await note()
  server.reach = 'whole'
  Line.last?.onopen()
  Line.last?.onerror()
  Line.last?.onopen()
  await arrived()
  Line.last?.onopen()
  expect(statuses()).toEqual([])
  expect(server.keys).toHaveLength(2)
})

it('a reply goes out by itself as a note does', async () => {
  room.mergeNote(aNote('a'))
  await room.loadReplies('a')
  server.reach = 'not at all'
  expect(await reply(room, { threadId: 'a', parentId: null, body: BODY })).toBeNull()
  server.reach = 'whole'
  Line.last?.onopen()
  await arrived()
  expect(new Set(server.keys).size).toBe(1)
  expect(
    room
      .getState()
      .threads.get('a')
      ?.replies.map(({ id }) => id),
  ).toEqual([`made-${server.keys[0]}`])
})

it('a line is begun anew when its reader may see more by the clock, and everything is asked for', async () => {
  const before = Line.last
  const refetched = vi.fn<() => void>()
  room.addListener({ hear: () => {}, refetch: refetched })
  room.renew()
  expect([before?.isClosed, Line.last === before]).toEqual([true, false])
  await expect.poll(() => refetched.mock.calls.length).toBe(1)
  close()
  room.renew()
  expect(Line.last?.isClosed).toBe(true)
})

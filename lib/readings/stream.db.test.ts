import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GET } from '@/app/api/v1/readings/[id]/events/route'
import { annotate } from '@/lib/annotations/commands/annotate'
import { sealSession, sessionCookieName } from '@/lib/auth/cookie'
import { db } from '@/lib/db/client'
import { formatCursor } from '@/lib/events/cursor'
import { peopleIn, roomOf } from '@/lib/events/presence'
import { removeMember } from '@/lib/groups/commands/memberships'
import { unshelveReading } from '@/lib/groups/commands/shelve-reading'
import { newId } from '@/lib/ids'
import { hub } from '@/lib/live'
import { endOwnSession, setDisabled } from '@/lib/people/commands/rights'
import { revokeToken } from '@/lib/people/commands/tokens'
import { OPERATOR, type SignedIn } from '@/lib/policy/actor'
import { removeReading } from '@/lib/readings/commands/remove-reading'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { joining, makePerson } from '@/lib/testing/factories/person'
import { makeToken } from '@/lib/testing/factories/token'

// Every end of a right ends the streams that were opened by it, through the real door.

let room: Classroom
const gone: AbortController[] = []
const WAITING = { timeout: 20_000, interval: 20 }

beforeEach(async () => {
  vi.stubEnv('AUTH_SECRET', 'a secret of the tests that is long enough')
  room = await makeClassroom()
  await joining(await makePerson(), room.group.id, 'owner')
})

afterEach(() => {
  for (const browser of gone.splice(0)) browser.abort()
  vi.unstubAllEnvs()
})

/** A page that is open; `ended` resolves when its stream has ended. */
async function open(
  headers: Record<string, string>,
  { after = '', query = `&presence=${newId()}` }: { after?: string; query?: string } = {},
) {
  const { reading, group } = room
  const browser = new AbortController()
  gone.push(browser)
  const url = `http://localhost/api/v1/readings/${reading.id}/events?groupId=${group.id}${query}&after=${after}`
  const request = new Request(url, { headers, signal: browser.signal })
  const response = await GET(request, { params: Promise.resolve({ id: reading.id }) })
  expect(response.status).toBe(200)
  let heard = ''
  const read = async () => {
    const decoder = new TextDecoder()
    if (!response.body) throw new Error('a stream has a body')
    for await (const chunk of response.body) heard += decoder.decode(chunk)
    return heard
  }
  return { ended: read(), heard: () => heard }
}

const noteOfAna = () =>
  annotate(room.ana, {
    readingId: room.reading.id,
    groupId: room.group.id,
    visibility: 'group',
    kind: 'note',
    body: { format: 'markdown', value: 'Between the page and its line.' },
  })

async function session(actor: SignedIn, lasts = 60_000) {
  const id = newId()
  const at = new Date()
  await db().session.create({
    data: {
      ...{ id, personId: actor.personId, userAgent: '', address: '', createdAt: at },
      ...{ lastUsedAt: at, expiresAt: new Date(at.getTime() + lasts) },
    },
  })
  const cookie = `${sessionCookieName()}=${await sealSession(id, actor.personId)}`
  return { id, headers: { cookie } }
}

const shelf = () => ({ groupId: room.group.id, readingId: room.reading.id })

const ends: Record<string, (ben: SignedIn, sessionId: string) => Promise<unknown>> = {
  'the session was ended': (ben, id) => endOwnSession(ben, id),
  'the person was disabled': (ben) => setDisabled(OPERATOR, ben.personId, true),
  'the membership was taken': (ben) =>
    removeMember(ben, { groupId: room.group.id, personId: ben.personId }),
  'the reading was taken out of the group': () => unshelveReading(room.moderator, shelf()),
  'the reading was deleted': () => removeReading(room.moderator, room.reading.id),
}

test.each(Object.keys(ends))('a stream ends when %s, and names nobody any more', async (what) => {
  const { id, headers } = await session(room.ben)
  const { ended } = await open(headers)
  const here = roomOf(room.reading.id, room.group.id)
  expect(peopleIn(here)).toHaveLength(1)
  await ends[what]?.(room.ben, id)
  await ended
  expect(peopleIn(here)).toEqual([])
})

test('a stream ends when its token was revoked', async () => {
  const { ended } = await open(await makeToken(room.ben))
  const [token] = await db().apiToken.findMany({ where: { personId: room.ben.personId } })
  await revokeToken(room.ben, token?.id ?? '')
  await ended
})

test('a stream ends when its token or session expires', async () => {
  const expiresAt = new Date(Date.now() + 1_500)
  const [byToken, bySession] = await Promise.all([
    makeToken(room.ben, { expiresAt }).then((headers) => open(headers)),
    session(room.ana, 1_500).then(({ headers }) => open(headers)),
  ])
  await Promise.all([byToken.ended, bySession.ended])
})

test('a stream goes on, and fetches afresh, when its person keeps the right to it', async () => {
  const { headers } = await session(room.ben)
  const { ended, heard } = await open(headers)
  await endOwnSession(room.ben, (await session(room.ben)).id)
  await vi.waitFor(() => expect(heard()).toContain('event: reset'), WAITING)
  await setDisabled(OPERATOR, room.ben.personId, true)
  await ended
})

test('a stream begins where its page was made, and says when it has told what came since', async () => {
  const before = formatCursor(await hub().position())
  const { id } = await noteOfAna()
  const { headers } = await session(room.ben)
  const { heard } = await open(headers, { after: before })
  await vi.waitFor(() => expect(heard()).toContain('event: current'))
  expect(heard().split('event: current')[0]).toContain(id)
})

test('the line of a script carries recorded changes alone, each with its id', async () => {
  const after = formatCursor(await hub().position())
  const [missed, page] = [await noteOfAna(), await open(await makeToken(room.moderator))]
  const { headers } = await session(room.ben)
  const script = await open(headers, { after, query: '' })
  const told = await noteOfAna()
  for (const { id } of [missed, told])
    await vi.waitFor(() => expect(script.heard()).toContain(id), WAITING)
  await vi.waitFor(() => expect(page.heard()).toContain('event: presence'), WAITING)
  const messages = script
    .heard()
    .split('\n\n')
    .filter((message) => /^data:/m.test(message))
  expect(messages.length).toBeGreaterThanOrEqual(2)
  for (const message of messages) expect(message).toMatch(/^id: \S+$/m)
})

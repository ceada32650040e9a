import { beforeAll, expect, test, vi } from 'vitest'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { makeToken } from '@/lib/testing/factories/token'
import { POST } from './imports/files/route'
import { GET } from './readings/[id]/events/route'

// What stays open for long is bounded: uploads that do not end, and event streams.

let room: Classroom

beforeAll(async () => {
  room = await makeClassroom()
})

// Node asks for it of a body that is a stream; the types of browsers do not know it.
const HALF = { duplex: 'half' } as const

type Sending = { readonly answer: Promise<Response>; readonly finish: (words: string) => void }

/** An upload that goes on until it is told to finish. */
function sendSlowly(headers: Record<string, string>): Sending {
  let finish: Sending['finish'] = () => {}
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      finish = (words) => {
        controller.enqueue(new TextEncoder().encode(words))
        controller.close()
      }
    },
  })
  const address = 'http://colloquy.test/api/v1/imports/files?name=a.txt'
  const init = { method: 'POST', headers: { host: 'colloquy.test', ...headers }, body }
  const request = new Request(address, { ...init, ...HALF })
  return { answer: POST(request), finish }
}

test('a person sends three files at once and is asked to wait with the fourth; others are not', async () => {
  const ana = await makeToken(room.ana)
  const ben = await makeToken(room.ben)
  const open = [sendSlowly(ana), sendSlowly(ana), sendSlowly(ana), sendSlowly(ana)]
  const refused = await Promise.race(open.map(({ answer }) => answer))
  expect(refused.status).toBe(429)
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  const bens = sendSlowly(ben)
  for (const { finish } of [...open, bens]) finish('Words.')
  const statuses = await Promise.all(
    [...open, bens].map(async ({ answer }) => (await answer).status),
  )
  expect(statuses.sort()).toEqual([201, 201, 201, 201, 429])
  const again = sendSlowly(ana)
  again.finish('More words.')
  expect((await again.answer).status).toBe(201)
})

test('the third stream of somebody who may have two is refused until one is closed', async () => {
  vi.stubEnv('COLLOQUY_STREAMS', '2/100/100')
  const headers = await makeToken(room.moderator)
  const { id } = room.reading
  const listen = async () => {
    const leaving = new AbortController()
    const address = `http://colloquy.test/api/v1/readings/${id}/events`
    const request = new Request(address, { headers, signal: leaving.signal })
    return { leaving, response: await GET(request, { params: Promise.resolve({ id }) }) }
  }
  const first = await listen()
  const second = await listen()
  expect([first.response.status, second.response.status]).toEqual([200, 200])
  const third = (await listen()).response
  expect(third.status).toBe(429)
  expect(third.headers.get('content-type')).toBe('application/problem+json')
  expect(third.headers.get('retry-after')).toBe('10')
  expect(await third.json()).toMatchObject({ code: 'too-many' })
  first.leaving.abort()
  const fourth = await listen()
  expect(fourth.response.status).toBe(200)
  second.leaving.abort()
  fourth.leaving.abort()
})

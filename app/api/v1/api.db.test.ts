import { beforeAll, describe, expect, test } from 'vitest'
import { apiHandler } from '@/lib/api/handler'
import { openApiDocument } from '@/lib/api/openapi'
import { contract } from '@/lib/contract'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { makeToken } from '@/lib/testing/factories/token'
import { router } from './router'

// What every endpoint shares, asked once through the real door.

const handle = apiHandler(router)

type Headers = Record<string, string>

let room: Classroom
let ana: Headers
let ben: Headers
let stranger: Headers

beforeAll(async () => {
  room = await makeClassroom()
  ana = await makeToken(room.ana)
  ben = await makeToken(room.ben)
  stranger = await makeToken(room.stranger)
})

async function ask(line: string, headers: Headers = {}, body?: unknown) {
  const [method, path] = line.split(' ')
  const sent = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await handle(
    new Request(`http://colloquy.test/api/v1${path}`, {
      method,
      headers: { host: 'colloquy.test', ...headers },
      ...(body === undefined ? {} : { body: sent }),
    }),
  )
  const text = await response.text()
  return { status: response.status, headers: response.headers, json: text && JSON.parse(text) }
}

const draft = (more = {}) => ({
  readingId: room.reading.id,
  groupId: room.group.id,
  visibility: 'group',
  kind: 'note',
  body: { format: 'markdown', value: 'A thought.' },
  ...more,
})

const note = async () => (await ask('POST /annotations', ana, draft())).json

describe('a problem is application/problem+json with a stable code', () => {
  test('400 for what is not JSON', async () => {
    const { status, headers, json } = await ask('POST /annotations', ana, '{"readingId":')
    expect([status, json.code]).toEqual([400, 'json'])
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(json).toMatchObject({ title: expect.any(String), requestId: expect.any(String) })
  })

  test('401 for a token that is unknown, expired or revoked, also where a guest may read', async () => {
    const gone = await makeToken(room.ana, { revokedAt: new Date(0) })
    const old = await makeToken(room.ana, { expiresAt: new Date(0) })
    for (const headers of [gone, old, { authorization: 'Bearer nonsense' }]) {
      expect((await ask('GET /readings', headers)).status).toBe(401)
    }
    expect((await ask('GET /readings')).status).toBe(200)
  })

  test("401 for a disabled person's token", async () => {
    const { stranger: person } = await makeClassroom()
    const token = await makeToken(person)
    await db().person.update({ where: { id: person.personId }, data: { disabledAt: new Date() } })
    expect((await ask('GET /me', token)).status).toBe(401)
  })

  test('403 for what is seen and not allowed, and for a token without the scope', async () => {
    const { id } = await note()
    expect((await ask(`DELETE /annotations/${id}`, ben)).status).toBe(403)
    const reader = await makeToken(room.ana, { scopes: ['read'] })
    expect((await ask(`GET /annotations/${id}`, reader)).status).toBe(200)
    expect((await ask(`DELETE /annotations/${id}`, reader)).status).toBe(403)
  })

  test('403 for a change that another site sends', async () => {
    const { status, json } = await ask(
      'POST /annotations',
      { origin: 'https://evil.test' },
      draft(),
    )
    expect([status, json.code]).toEqual([403, 'foreign-origin'])
  })

  test('404 for what may not be seen, before anything else is looked at', async () => {
    const { id } = await note()
    expect((await ask(`GET /annotations/${id}`, stranger)).status).toBe(404)
    expect((await ask('POST /annotations', stranger, draft({ tags: ['#'] }))).status).toBe(404)
    expect((await ask('GET /annotations/none', ana)).status).toBe(404)
    expect((await ask('GET /nowhere', ana)).json.code).toBe('no-such-address')
  })

  test('409 for a stale version, with the current one', async () => {
    const { id } = await note()
    const change = { version: 1, body: { format: 'markdown', value: 'New.' } }
    await ask(`PATCH /annotations/${id}`, ana, change)
    const { status, json } = await ask(`PATCH /annotations/${id}`, ana, change)
    expect([status, json.code, json.current.version]).toEqual([409, 'stale', 2])
  })

  test('422 for an unknown key, saying which', async () => {
    const { status, json } = await ask('POST /annotations', ana, draft({ surprise: 1 }))
    expect([status, json.code]).toEqual([422, 'invalid'])
    expect(JSON.stringify(json.issues)).toContain('surprise')
  })

  test('400 for a cursor that no list gave', async () => {
    const path = `GET /readings/${room.reading.id}/annotations?cursor=x`
    expect((await ask(path, ana)).status).toBe(400)
  })
})

test('413 above two mebibytes, above ten where a whole text comes in', async () => {
  const source = (bytes: number) => ({ format: 'markdown', value: 'x'.repeat(bytes) })
  const sent = (bytes: number) => JSON.stringify(draft({ body: source(bytes) }))
  const reading = (bytes: number) => JSON.stringify({ title: 'Long', source: source(bytes) })
  const statuses = [
    await ask('POST /annotations', ana, sent(3 << 20)),
    await ask('POST /annotations', ana, sent(1 << 20)),
    await ask('POST /readings', ana, reading(11 << 20)),
    await ask('POST /readings', ana, reading(3 << 20)),
  ].map(({ status, json }) => [status, json.code])
  expect(statuses).toEqual([
    [413, 'too-large'],
    [422, 'invalid'],
    [413, 'too-large'],
    [422, 'invalid'],
  ])
})

describe('a POST with an Idempotency-Key', () => {
  test('is answered twice and done once', async () => {
    const headers = { ...ana, 'idempotency-key': newId() }
    const [one, two] = [
      await ask('POST /annotations', headers, draft()),
      await ask('POST /annotations', headers, draft()),
    ]
    expect([one.status, two.status]).toEqual([201, 201])
    expect(two.json).toEqual(one.json)
    expect(await db().annotation.count({ where: { id: one.json.id } })).toBe(1)
    const other = await ask('POST /annotations', headers, draft({ kind: 'question' }))
    expect([other.status, other.json.code]).toEqual([422, 'key-reused'])
  })
})

describe('the OpenAPI document', () => {
  test('is of version 3.1 and names every endpoint that is wired', async () => {
    const { openapi, paths } = await openApiDocument(contract)
    expect(openapi).toMatch(/^3\.1\./)
    expect(Object.keys(router).sort()).toEqual(Object.keys(contract).sort())
    for (const path of ['/readings', '/annotations/{id}', '/readings/{id}/events', '/me']) {
      expect(paths).toHaveProperty([path])
    }
  })
})

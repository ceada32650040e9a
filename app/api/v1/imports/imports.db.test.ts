import { beforeAll, expect, test } from 'vitest'
import { apiHandler } from '@/lib/api/handler'
import { newId } from '@/lib/ids'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { makeToken } from '@/lib/testing/factories/token'
import { router } from '../router'
import { POST } from './files/route'

const handle = apiHandler(router)
const HOST = 'http://colloquy.test'

let room: Classroom
let ana: Record<string, string>
let ben: Record<string, string>

beforeAll(async () => {
  room = await makeClassroom()
  ana = await makeToken(room.ana)
  ben = await makeToken(room.ben)
})

async function send(headers: Record<string, string>, body: string, name = 'a.txt') {
  const address = `${HOST}/api/v1/imports/files?name=${encodeURIComponent(name)}`
  const response = await POST(
    new Request(address, { method: 'POST', headers: { host: 'colloquy.test', ...headers }, body }),
  )
  return { status: response.status, json: await response.json() }
}

async function ask(line: string, headers: Record<string, string> = {}, body?: unknown) {
  const [method, path] = line.split(' ')
  const response = await handle(
    new Request(`${HOST}/api/v1${path}`, {
      method,
      headers: { host: 'colloquy.test', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  const text = await response.text()
  return { status: response.status, json: text && JSON.parse(text) }
}

test('a file is sent as bytes, asked after, and dropped', async () => {
  const { status, json } = await send(ana, 'Words.', '../etc/The Ferry.txt')
  expect(status).toBe(201)
  expect(json).toMatchObject({
    name: '.. etc The Ferry.txt',
    state: 'waiting',
    size: 6,
    failure: null,
  })
  expect((await ask(`GET /imports/${json.id}`, ana)).json).toMatchObject({ id: json.id })
  expect((await ask('GET /imports', ana)).json.items).toHaveLength(1)
  expect((await ask(`GET /imports/${json.id}`, ben)).status).toBe(404)
  expect((await ask(`DELETE /imports/${json.id}`, ben)).status).toBe(404)
  expect((await ask(`DELETE /imports/${json.id}`, ana)).status).toBe(204)
  expect((await ask(`GET /imports/${json.id}`, ana)).json.state).toBe('cancelled')
})

test('what is sent again with its key is one import', async () => {
  const keyed = { ...ana, 'idempotency-key': newId() }
  expect((await send(keyed, 'Once.')).json.id).toBe((await send(keyed, 'Once.')).json.id)
})

test('an address that is not public and an empty file are refused, a guest is asked to sign in', async () => {
  const refused = await ask('POST /imports', ana, { address: 'http://169.254.169.254/latest' })
  expect([refused.status, refused.json.code]).toEqual([422, 'address-not-public'])
  expect((await send(ana, '')).json.code).toBe('empty-file')
  expect((await send({}, 'Words.')).status).toBe(401)
  expect((await ask('POST /imports', {}, { address: 'https://example.org/' })).status).toBe(401)
})

test('saving one that is not read yet is a conflict, what one is told is a list of its own', async () => {
  const { json } = await send(ben, 'Not yet.')
  const details = { title: 'Not yet', visibility: 'private' }
  const saved = await ask(`POST /imports/${json.id}/readings`, ben, details)
  expect([saved.status, saved.json.code]).toEqual([409, 'import-not-ready'])
  expect((await ask('GET /notifications', ben)).json).toEqual({
    items: [],
    nextCursor: null,
    unread: 0,
    unreadBy: { views: {}, groups: {} },
  })
  expect((await ask('GET /notifications')).status).toBe(401)
  expect((await ask(`PUT /notifications/${newId()}/read-mark`, ben)).status).toBe(404)
})

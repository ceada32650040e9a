import { beforeAll, expect, test } from 'vitest'
import openapi from '@/docs/openapi.json'
import { apiHandler } from '@/lib/api/handler'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { makePerson } from '@/lib/testing/factories/person'
import { makeToken } from '@/lib/testing/factories/token'
import { POST as uploadPicture } from './assets/route'
import { POST as uploadFile } from './imports/files/route'
import { router } from './router'

// What a token may do, asked of every operation there is, so that a new one is asked as well.

const handle = apiHandler(router)
const BESIDE = { '/assets': uploadPicture, '/imports/files': uploadFile } as const

type Operation = { readonly method: string; readonly path: string }

const WRITES: readonly Operation[] = Object.entries(openapi.paths).flatMap(([path, methods]) =>
  Object.keys(methods)
    .filter((method) => method !== 'get')
    .map((method) => ({ method: method.toUpperCase(), path })),
)

let room: Classroom

beforeAll(async () => {
  room = await makeClassroom()
})

async function send(
  { method, path }: Operation,
  headers: Record<string, string>,
  body: unknown = {},
): Promise<{ status: number; code: unknown }> {
  const filled = path.replace(/\{\w+\}/g, () => newId())
  const handler = Object.entries(BESIDE).find(([each]) => each === path)?.[1] ?? handle
  const response = await handler(
    new Request(`http://colloquy.test/api/v1${filled}`, {
      method,
      headers: { host: 'colloquy.test', ...headers },
      body: JSON.stringify(body),
    }),
  )
  const text = await response.text()
  return { status: response.status, code: text === '' ? null : JSON.parse(text)?.code }
}

test('there are operations to ask', () => {
  expect(WRITES.length).toBeGreaterThan(50)
})

test.each(WRITES)('a token that reads is refused by $method $path', async (operation) => {
  const reader = await makeToken(room.ana, { scopes: ['read'] })
  expect(await send(operation, reader)).toEqual({ status: 403, code: 'token-scope' })
})

test('it leaves no position and no read mark', async () => {
  const reader = await makeToken(room.ana, { scopes: ['read'] })
  const readings = `/readings/${room.reading.id}`
  await send({ method: 'PUT', path: `${readings}/position` }, reader, { offset: 3 })
  await send({ method: 'PUT', path: `${readings}/read-marks` }, reader)
  const { personId } = room.ana
  expect(await db().readingPosition.count({ where: { personId } })).toBe(0)
  expect(await db().readMark.count({ where: { personId } })).toBe(0)
})

test("an administrator's token disables nobody, lets nobody in and lists nobody", async () => {
  const admin = await makePerson({ admin: true })
  const token = await makeToken(admin)
  const { personId } = await makePerson()
  const path = `/people/${personId}/disabling`
  for (const method of ['PUT', 'DELETE']) {
    expect(await send({ method, path }, token)).toMatchObject({ status: 404 })
  }
  const listed = await handle(new Request('http://colloquy.test/api/v1/people', { headers: token }))
  expect(listed.status).toBe(404)
  const person = await db().person.findUniqueOrThrow({ where: { id: personId } })
  expect(person.disabledAt).toBeNull()
})

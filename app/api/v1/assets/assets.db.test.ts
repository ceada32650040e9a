import { beforeAll, expect, test } from 'vitest'
import { newId } from '@/lib/ids'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { picturePixel } from '@/lib/testing/factories/picture-bytes'
import { makeToken } from '@/lib/testing/factories/token'
import { GET } from './[id]/route'
import { POST } from './route'

const ADDRESS = 'http://colloquy.test/api/v1/assets'

let room: Classroom
let ana: Record<string, string>
let stranger: Record<string, string>

beforeAll(async () => {
  room = await makeClassroom()
  ana = await makeToken(room.ana)
  stranger = await makeToken(room.stranger)
})

const send = (headers: Record<string, string>, body: Uint8Array<ArrayBuffer>) =>
  POST(
    new Request(ADDRESS, { method: 'POST', headers: { host: 'colloquy.test', ...headers }, body }),
  )

const get = (headers: Record<string, string>, id: string) =>
  GET(new Request(`${ADDRESS}/${id}`, { headers }), { params: Promise.resolve({ id }) })

test('a picture is sent as bytes and comes back as it was, to those who may see it, and cannot act', async () => {
  const bytes = picturePixel()
  const sent = await send(ana, bytes)
  const picture = await sent.json()
  expect([sent.status, picture.url]).toEqual([201, `/api/v1/assets/${picture.id}`])
  const got = await get(ana, picture.id)
  expect(new Uint8Array(await got.arrayBuffer())).toEqual(bytes)
  expect(got.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
  expect(got.headers.get('content-security-policy')).toContain('sandbox')
  expect(got.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await get(stranger, picture.id)).status).toBe(404)
  expect((await get({}, picture.id)).status).toBe(404)
})

test('what is sent again with its key is answered as before, another body with that key is refused', async () => {
  const bytes = picturePixel()
  const keyed = { ...ana, 'idempotency-key': newId() }
  const first = await (await send(keyed, bytes)).json()
  expect(await (await send(keyed, bytes)).json()).toEqual(first)
  expect((await send(keyed, picturePixel())).status).toBe(422)
})

test('a guest, another site, and more than is taken are refused', async () => {
  expect((await send({}, picturePixel())).status).toBe(401)
  const foreign = { origin: 'https://elsewhere.example' }
  expect((await send(foreign, picturePixel())).status).toBe(403)
  const large = new Uint8Array(10 * 1024 * 1024 + 1)
  const refused = await send(ana, large)
  expect([refused.status, (await refused.json()).code]).toEqual([413, 'too-large'])
})

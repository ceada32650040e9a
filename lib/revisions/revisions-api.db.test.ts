import { beforeAll, describe, expect, test } from 'vitest'
import { router } from '@/app/api/v1/router'
import { apiHandler } from '@/lib/api/handler'
import { newId } from '@/lib/ids'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { SAMPLE } from '@/lib/testing/factories/reading'
import { sendRevision } from '@/lib/testing/factories/revision'
import { makeToken } from '@/lib/testing/factories/token'
import { listenAs } from '@/lib/testing/listening'
import { placeNotes } from './commands/place-notes'

// The revisions of a reading as a script meets them, through the real door.

const handle = apiHandler(router)
type Headers = Record<string, string>

let room: Classroom
let owner: Headers
let ana: Headers
let stranger: Headers

beforeAll(async () => {
  room = await makeClassroom()
  owner = await makeToken(room.moderator)
  ana = await makeToken(room.ana)
  stranger = await makeToken(room.stranger)
})

async function ask(line: string, headers: Headers, body?: unknown) {
  const [method, path] = line.split(' ')
  const response = await handle(
    new Request(`http://colloquy.test/api/v1${path}`, {
      method,
      headers: { host: 'colloquy.test', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  const text = await response.text()
  return { status: response.status, json: text && JSON.parse(text) }
}

const at = () => `/readings/${room.reading.id}`

describe('the revisions of a reading', () => {
  test('are published once for one key, then read, listed and compared by their numbers', async () => {
    const body = {
      baseRevisionId: room.reading.revisionId,
      source: { format: 'markdown', value: SAMPLE.replace('Twelve', 'Eleven') },
      message: 'Counted again',
    }
    const keyed = { ...owner, 'idempotency-key': newId() }
    const first = await ask(`POST ${at()}/revisions`, keyed, body)
    const again = await ask(`POST ${at()}/revisions`, keyed, body)
    expect([first.status, again.json.id]).toEqual([202, first.json.id])
    expect(first.json).toMatchObject({ number: 2, status: 'publishing', base: 1 })
    const hidden = await ask(`GET ${at()}/revisions`, ana)
    expect(hidden.json.items.map((item: { number: number }) => item.number)).toEqual([1])
    await placeNotes(first.json.id)
    const { json: listed } = await ask(`GET ${at()}/revisions?limit=1`, ana)
    expect(listed.items).toMatchObject([{ number: 2, isCurrent: true, message: 'Counted again' }])
    const { json: rest } = await ask(`GET ${at()}/revisions?cursor=${listed.nextCursor}`, ana)
    expect(rest).toMatchObject({ items: [{ number: 1, isCurrent: false }], nextCursor: null })
    const { json: old } = await ask(`GET ${at()}/revisions/1/text`, ana)
    expect(old).toMatchObject({ revisionId: room.reading.revisionId, text: room.reading.text })
  })

  test('are nobody’s who does not see the reading, and only the owner’s to make', async () => {
    for (const line of ['GET /revisions', 'GET /revisions/1', 'GET /revisions/1/text']) {
      const [method, path] = line.split(' ')
      expect((await ask(`${method} ${at()}${path}`, stranger)).status).toBe(404)
      expect((await ask(`${method} ${at()}${path}`, ana)).status).toBe(200)
    }
    const body = { baseRevisionId: room.reading.revisionId, restores: 1 }
    expect((await ask(`POST ${at()}/revisions`, stranger, body)).status).toBe(404)
    expect((await ask(`POST ${at()}/revisions`, ana, body)).status).toBe(403)
    expect((await ask(`POST ${at()}/revision-previews`, ana, body)).status).toBe(403)
    expect((await ask(`GET ${at()}/draft`, ana)).status).toBe(403)
    expect((await ask(`GET ${at()}/revisions/99`, ana)).status).toBe(404)
  })

  test('a stale base is a conflict that carries both texts', async () => {
    const body = {
      baseRevisionId: room.reading.revisionId,
      source: { format: 'markdown', value: 'Quite another text.' },
    }
    const { status, json } = await ask(`POST ${at()}/revisions`, owner, body)
    expect(status).toBe(409)
    expect(json).toMatchObject({
      code: 'stale-base',
      current: { number: 2, text: room.reading.text.replace('Twelve', 'Eleven') },
      yours: { text: 'Quite another text.' },
    })
  })
})

test('who listens to a reading, in whichever group, hears of a revision; who may not see it does not', async () => {
  const other = await makeClassroom()
  const readingId = other.reading.id
  const inGroup = await listenAs(other.ana, { readingId, groupId: other.group.id })
  const stranger = await listenAs(other.stranger, { readingId })
  const { id } = await sendRevision(other.moderator, other.reading.id, {
    markdown: SAMPLE.replace('Twelve', 'Eleven'),
    message: 'Counted again',
  })
  await placeNotes(id)
  await inGroup.until(({ kind }) => kind === 'reading.revised')
  expect(inGroup.messages).toMatchObject([
    {
      kind: 'reading.revised',
      id,
      actor: { name: 'Mo' },
      revision: { id, number: 2, message: 'Counted again', createdBy: { name: 'Mo' } },
    },
  ])
  expect(stranger.messages).toEqual([])
  inGroup.leave()
  stranger.leave()
})

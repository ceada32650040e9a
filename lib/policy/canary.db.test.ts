import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { router } from '@/app/api/v1/router'
import { apiHandler } from '@/lib/api/handler'
import { actorsById } from '@/lib/auth/actor-query'
import { PARTS, rowsOfPart } from '@/lib/personal-data/queries'
import { type CanaryWorld, makeCanaryWorld, VIEWERS } from '@/lib/testing/canary-world'
import { type Listening, listenAs } from '@/lib/testing/listening'
import { NOTHING_WITHHELD, type SignedIn } from './actor'
import * as sight from './sight'

// Distinct words are put where not everybody may read. Then every GET operation of the API is asked by every sort of viewer with
// every id there is, and the words are looked for in all the answers. An operation joins by standing in docs/openapi.json; a kind
// of hidden thing, or a viewer, by a line in lib/testing/canary-world.ts.

const handle = apiHandler(router)
const document = z
  .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
  .parse(JSON.parse(readFileSync('docs/openapi.json', 'utf8')))
const PATHS = Object.entries(document.paths).flatMap(([path, operations]) =>
  // The stream never ends; what it tells is proven where the hub is.
  'get' in operations && !path.endsWith('/events') ? [path] : [],
)

let world: CanaryWorld

beforeAll(async () => {
  world = await makeCanaryWorld()
})

// Every address that a path can mean in this world, with and without a group or an assignment.
function addressesOf(path: string): readonly string[] {
  const filled = path.includes('{id}')
    ? world.ids.map((id) => path.replace('{id}', id))
    : [path.replace('{code}', 'AAAA-BBBB')]
  const numbered = filled
    .map((address) => address.replace('{number}', '1'))
    .flatMap((address) => withPeople(address))
  const inGroups = world.groupIds.map((id) => `?groupId=${id}`)
  const inAssignments = world.assignmentIds.map((id) => `?assignmentId=${id}`)
  if (path === '/search') return world.hidden.map(({ word }) => `${path}?q=${word}`)
  return numbered.flatMap((address) =>
    isOfReading(address)
      ? ['', ...inGroups, ...inAssignments].map((query) => address + query)
      : [address],
  )
}

function withPeople(address: string): readonly string[] {
  if (!address.includes('{personId}')) return [address]
  return world.personIds.map((id) => address.replace('{personId}', id))
}

function isOfReading(address: string): boolean {
  return world.readingIds.some((id) => address.startsWith(`/readings/${id}`))
}

async function answersTo(headers: Record<string, string>, paths: readonly string[]) {
  const heard: string[] = []
  for (const address of paths.flatMap(addressesOf)) {
    const request = new Request(`http://colloquy.test/api/v1${address}`, {
      headers: { host: 'colloquy.test', ...headers },
    })
    const response = await handle(request)
    const text = await response.text()
    expect([200, 400, 401, 403, 404, 422], `${address}: ${text}`).toContain(response.status)
    if (response.ok) heard.push(text)
  }
  return heard.join('\n')
}

describe('what is hidden is told by no operation of the API', () => {
  test('asks all of it: no address has a part left that nothing is put in', () => {
    expect(PATHS.length).toBeGreaterThan(30)
    expect(PATHS.flatMap(addressesOf).filter((address) => address.includes('{'))).toEqual([])
  })

  test.each(VIEWERS)('to %s', async (viewer) => {
    const heard = await answersTo(world.headersOf[viewer], PATHS)
    const read = world.hidden.filter(({ word }) => heard.includes(word))
    const allowed = world.hidden.filter(({ readBy }) => readBy.includes(viewer))
    expect(read.map(({ what }) => what)).toEqual(allowed.map(({ what }) => what))
  })

  test('and the words would be found if a rule did not hold', async () => {
    const { word } = world.private
    const paths = ['/readings/{id}/annotations', '/annotations/{id}']
    const { stranger } = world.headersOf
    expect(await answersTo(stranger, paths)).not.toContain(word)
    const restore = switchOff(sight.listedNote.term)
    try {
      expect(await answersTo(stranger, paths.slice(0, 1))).toContain(word)
      const waiting = await answersTo(world.headersOf['waiting student'], paths.slice(0, 1))
      for (const withheld of ['wordwithheld', 'wordcircle']) expect(waiting).toContain(withheld)
    } finally {
      restore()
    }
    const restoreNote = switchOff(sight.noteOnSeenReading.term)
    try {
      expect(await answersTo(stranger, paths.slice(1))).toContain(word)
    } finally {
      restoreNote()
    }
  })
})

describe('what is withheld in a course', () => {
  test('is told on no stream, and is heard there by who may read it', async () => {
    const { course } = world
    const listening = await Promise.all(
      COURSE.map(async (viewer) => ({ viewer, ear: await listen(await loaded(viewer)) })),
    )
    const { hidden } = await course.writeAll('live')
    await course.writeAll('later')
    for (const { viewer, ear } of listening) {
      await ear.until((message) => JSON.stringify(message).includes('laterassigned'))
      const heard = JSON.stringify(ear.messages)
      const allowed = hidden.filter(({ readBy }) => readBy.includes(viewer))
      expect(hidden.filter(({ word }) => heard.includes(word))).toEqual(allowed)
      ear.leave()
    }
  })

  test('would be told on the stream if the rule did not hold', async () => {
    const { course } = world
    const ear = await listen({ ...(await loaded('waiting student')), withheld: NOTHING_WITHHELD })
    await course.writeAll('open')
    await ear.until((message) => JSON.stringify(message).includes('openwithheld'))
    ear.leave()
  })

  test('is in no archive but that of who wrote it', async () => {
    const inArchive = async (viewer: (typeof COURSE)[number]) => {
      const { personId } = world.course.actors[viewer]
      const parts = await Promise.all(Object.keys(PARTS).map((part) => rowsOfPart(part, personId)))
      return JSON.stringify(parts)
    }
    expect(await inArchive('waiting student')).not.toContain('word')
    expect(await inArchive('writing student')).toContain('wordwithheld')
  })
})

const COURSE = ['writing student', 'waiting student', 'leader of the course'] as const

// As the server loads them, with what is withheld from them.
async function loaded(viewer: (typeof COURSE)[number]): Promise<SignedIn> {
  const [actor] = await actorsById([world.course.actors[viewer].personId])
  if (!actor) throw new Error(`${viewer} is not there`)
  return actor
}

function listen(actor: SignedIn): Promise<Listening> {
  const { readingId, groupId } = world.course
  return listenAs(actor, { readingId, groupId })
}

// A term that is `all` of nothing holds of everything.
function switchOff(term: object): () => void {
  const kept = { ...term }
  Object.assign(term, { word: 'all', of: [] })
  return () => Object.assign(term, kept)
}

import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { makeToken } from '@/lib/testing/factories/token'
import { randomFrom } from '@/lib/testing/hostile/random'
import { type Operation, operationsOf, requestTo, type Sent } from '@/lib/testing/hostile/requests'
import { KnownIds } from '@/lib/testing/hostile/values'
import document from '../../../docs/openapi.json'

// Whatever is sent to the API, the answer is not "our fault": requests to every operation of its document, by its schemas and against them.
// The seed and the number are set by `npm run fuzz`; what a failure names can be sent again by its seed.

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 2_500)
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_201)
const LONGEST_MS = 60_000
// The limits of writing are each person's: a fresh room now and then goes on where the last one was told to wait.
const ROOM_EVERY = 150

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>
type Route = Readonly<Record<string, Handler | undefined>>

const routes = Object.entries(import.meta.glob<Route>('/app/api/**/route.ts', { eager: true }))
  .map(([file, route]) => ({ parts: partsOf(file), route }))
  .sort((one, other) => wildness(one.parts) - wildness(other.parts))

function partsOf(file: string): readonly string[] {
  return file.replace(/^.*\/app\/|\/route\.ts$/g, '').split('/')
}

function wildness(parts: readonly string[]): number {
  return (
    parts.filter((part) => part.startsWith('[')).length + (parts.at(-1)?.startsWith('[[') ? 9 : 0)
  )
}

// As Next finds the file for an address; a part of it that cannot be decoded is handed on as it is.
function routed(path: string): { route: Route; params: object } | null {
  const asked = path.replace(/^\//, '').split('/')
  for (const { parts, route } of routes) {
    if (
      parts.at(-1)?.includes('...')
        ? asked.length < parts.length - 1
        : asked.length !== parts.length
    )
      continue
    const fits = parts.every((part, at) => part.startsWith('[') || part === asked[at])
    if (!fits) continue
    const named = parts.flatMap((part, at) => {
      const name = /^\[(\w+)\]$/.exec(part)?.[1]
      return name === undefined ? [] : [[name, decoded(asked[at] ?? '')]]
    })
    return { route, params: Object.fromEntries(named) }
  }
  return null
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

async function send({ method, address, headers, body }: Sent, token: Record<string, string>) {
  const url = new URL(`http://colloquy.test/api/v1${address}`)
  const found = routed(url.pathname)
  const handler = found?.route[method]
  if (!found || !handler) return { status: 404, text: '' }
  const leaving = new AbortController()
  const request = new Request(url, {
    method,
    headers: { host: 'colloquy.test', ...headers, ...token },
    body,
    signal: leaving.signal,
  })
  const response = await handler(request, { params: Promise.resolve(found.params) })
  const streams = response.headers.get('content-type')?.startsWith('text/event-stream')
  const text = streams ? '' : await response.text()
  leaving.abort()
  return { status: response.status, text }
}

type World = { readonly room: Classroom; readonly tokens: readonly Record<string, string>[] }

async function newWorld(): Promise<World> {
  const room = await makeClassroom()
  const people = [room.ana, room.ana, room.ben, room.moderator, room.moderator, room.stranger]
  await db().person.update({
    where: { id: room.moderator.personId },
    data: { adminSince: new Date() },
  })
  const tokens = await Promise.all(people.map((person) => makeToken(person)))
  return { room, tokens: [...tokens, {}] }
}

function idsOf({ room }: World): KnownIds {
  const ids = new KnownIds()
  ids.add('readings', room.reading.id)
  ids.add('groups', room.group.id)
  for (const person of [room.ana, room.ben]) ids.add('people', person.personId)
  for (const noun of ['revisions', 'sections']) ids.add(noun, newId())
  return ids
}

// What is created is called as the last word of its address, and further things are named in it.
function learn(ids: KnownIds, { path }: Operation, text: string): void {
  const noun = path.split('/').findLast((part) => !part.startsWith('{')) ?? ''
  for (const [, name, id] of text.matchAll(/"(\w*[iI]d)":"([0-9a-f-]{36})"/g)) {
    if (name && id) ids.add(name === 'id' ? noun : `${name.replace(/Id$/, '')}s`, id)
  }
}

const ENDING = /^DELETE |^PUT .people|^POST .me/

/** Sends them all, one after the other, and gives what went wrong. */
async function faultsOf(requests: number, seed: number): Promise<readonly string[]> {
  const random = randomFrom(seed)
  const operations = operationsOf(document.paths)
  const faults: string[] = []
  let world = await newWorld()
  let ids = idsOf(world)
  for (let at = 0; at < requests; at++) {
    if (at % ROOM_EVERY === ROOM_EVERY - 1) {
      world = await newWorld()
      ids = idsOf(world)
    }
    let operation = operations[at % operations.length] ?? random.pick(operations)
    // What ends things would leave little to ask about.
    if (ENDING.test(`${operation.method} ${operation.path}`) && random.chance(0.8)) {
      operation = random.pick(operations)
    }
    const sent = requestTo(operation, { random, ids, malice: random.pick([0, 0.03, 0.15]) })
    const { fault, text } = await tried(sent, random.pick(world.tokens))
    if (fault !== null) faults.push(`${at}: ${fault}`)
    learn(ids, operation, text)
  }
  return faults
}

const answers = new Map<number, number>()

async function tried(sent: Sent, token: Record<string, string>) {
  const started = performance.now()
  const { status, text } = await send(sent, token)
  answers.set(status, (answers.get(status) ?? 0) + 1)
  const isLate = performance.now() - started > LONGEST_MS
  const fault =
    status >= 500 || isLate ? `${status} ${describe(sent)} → ${text.slice(0, 300)}` : null
  return { fault, text }
}

const PATIENCE_MS = Math.max(600_000, REQUESTS * 100)

test(
  'requests by and against the schemas are never answered with 5xx, nor hang',
  async () => {
    expect(await faultsOf(REQUESTS, SEED)).toEqual([])
    process.stdout.write(`Answers: ${JSON.stringify(Object.fromEntries([...answers].sort()))}\n`)
  },
  PATIENCE_MS,
)

function describe({ method, address, body }: Sent): string {
  return `${method} ${address.slice(0, 300)} ${(body ?? '').slice(0, 500)}`
}

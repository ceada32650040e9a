import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { router } from '@/app/api/v1/router'
import type { DebateState } from '@/components/debates/debate-state'
import { DebateStore } from '@/components/debates/debate-store'
import { debatesApi } from '@/components/debates/debates-api'
import { hearRoom } from '@/components/debates/hear-room'
import type { Listener } from '@/components/room/listeners'
import { apiHandler } from '@/lib/api/handler'
import type { ClaimShape, ForecastShape } from '@/lib/debates/contract/shapes'
import { hub } from '@/lib/live'
import type { SignedIn } from '@/lib/policy/actor'
import { makeToken } from '@/lib/testing/factories/token'
import { asCaller, stubFetchBy } from '@/lib/testing/in-process-api'
import { DEBATE_ROWS, makeDebateWorld, type World } from '@/lib/testing/live-law-debates'

// The law of the live line, for debates: a debate that is open and told of a change is as one that is loaded afresh. The page's own
// store, the real hub, the real door of the API; each row through the eyes of three people, those who did it among them.

beforeAll(() => stubFetchBy(apiHandler(router)))

const leaving: (() => void)[] = []

afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
})

afterAll(() => vi.unstubAllGlobals())

/** A debate that somebody has open, with what hangs on its claims unfolded. */
async function debateOf(actor: SignedIn, { debateId, reading, group, counted, missed }: World) {
  const { authorization } = await makeToken(actor)
  const inside = <Done>(work: () => Done) => asCaller(authorization, work)
  const from = await hub().position()
  const debate = await inside(() => debatesApi.debates.get({ id: debateId }))
  const store = new DebateStore(debate, actor.personId)
  await inside(() => Promise.all([store.load(counted, 'any'), store.load(missed, 'any')]))
  const listeners = new Set<Listener>()
  leaving.push(
    hearRoom(
      {
        addListener(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      },
      store,
    ),
    hub().subscribe(
      {
        ...{ actor, expiresAt: null, readingId: reading.id, groupId: group.id },
        send: ({ messages }) =>
          inside(() => {
            for (const message of messages) {
              const raw = JSON.parse(JSON.stringify(message))
              for (const { hear } of listeners) hear(raw)
            }
          }),
        reset: () => inside(() => listeners.forEach(({ refetch }) => void refetch())),
        end: () => {},
        renew: async () => actor,
      },
      from,
    ),
  )
  return store
}

/** What a reader sees of it, in whatever order: what others wrote waits behind a button until it is asked for. */
function shown({ debate, claims, lists }: DebateState) {
  const { thesisId, bar, stances, theses } = debate
  const inLists = [...lists].map(([name, { keys, held }]) => [name, [...keys, ...held].toSorted()])
  const keys = new Set(inLists.flatMap(([, each]) => each))
  return {
    ...{ thesisId, bar, stances },
    theses: theses.toSorted((one, other) => one.id.localeCompare(other.id)),
    lists: Object.fromEntries(inLists),
    claims: Object.fromEntries(
      [...claims].filter(([key]) => keys.has(key)).map(([key, claim]) => [key, timeless(claim)]),
    ),
  }
}

// The line of a forecast is drawn up to the moment in which it is asked for.
function timeless({ forecast, ...claim }: ClaimShape) {
  return { ...claim, forecast: forecast && { ...forecast, line: forecast.line?.map(heightOf) } }
}

function heightOf({ at: _at, ...point }: NonNullable<ForecastShape['line']>[number]) {
  return point
}

test.each(Object.keys(DEBATE_ROWS))('%s: told as loaded', async (name) => {
  const world = await makeDebateWorld()
  const row = DEBATE_ROWS[name]
  const before = await row?.before?.(world)
  const people = [world.ana, world.ben, world.moderator]
  const open = await Promise.all(people.map((actor) => debateOf(actor, world)))
  await row?.run(world, String(before ?? ''))
  for (const [at, actor] of people.entries()) {
    const fresh = shown((await debateOf(actor, world)).getState())
    await vi.waitFor(() => expect(open[at] && shown(open[at].getState())).toEqual(fresh), {
      timeout: 5_000,
    })
  }
})

// Commands that are part of others, and those whose whole outcome stands in a row of `live-law.db.test.ts`.
const ELSEWHERE = new Set(['promoteToClaim', 'openDebate'])

test('every command of a debate has a row', () => {
  const names = new Set(Object.keys(DEBATE_ROWS).map((name) => name.split(':')[0]))
  const folder = 'lib/debates/commands'
  const commands = readdirSync(folder)
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .flatMap((source) => [...source.matchAll(/^export async function (\w+)\(\s*actor: SignedIn/gm)])
    .map(([, name = '']) => name)
  expect(commands.length).toBeGreaterThan(20)
  expect(commands.filter((name) => !names.has(name) && !ELSEWHERE.has(name))).toEqual([
    'anchoredEvidence',
  ])
})

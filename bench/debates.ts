// A debate of 5,000 claims and 50,000 votes beside one of 50 claims: its first screen, what the bars cost the reading page, how soon a vote
// reaches 500 listeners, and how the map pans. In one run, turn by turn.

import { parseArgs } from 'node:util'
import { disconnect } from '@/lib/db/client'
import { live } from '@/scripts/lifecycle.mjs'
import { mainThreadClock, openBrowser, openWindow } from './browser'
import { type MadeDebate, makeDebateOf } from './debates-world'
import { build, type Life, openDatabase, startApplication } from './house'
import { client, expectStatus } from './http'
import { listeners } from './listeners'
import { median, quantile, turns } from './load'
import { figure, keepJson, printTable } from './report'
import { makeEmptyReading, makeWorld, signIn, type World } from './world'

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '40' },
    listeners: { type: 'string', default: '500' },
    port: { type: 'string', default: '4640' },
    'no-build': { type: 'boolean', default: false },
    'no-browser': { type: 'boolean', default: false },
  },
})

const rounds = Number(flags.rounds)
const VOTES = 10
const STEPS = 180

await live(async (life: Life) => {
  const databaseUrl = await openDatabase(life)
  const world = await makeWorld()
  const empty = await makeEmptyReading(world)
  const small = await makeDebateOf(world, { claims: 50, votes: 500, section: 1 })
  const large = await makeDebateOf(world, { claims: 5_000, votes: 50_000, section: 2 })
  if (!flags['no-build']) await build(life)
  const url = await startApplication(life, { port: Number(flags.port), databaseUrl })
  const cookie = await signIn(world, url)
  await disconnect()
  const server = client(url, world.token)
  const get = (path: string) => () => expectStatus(200, server('GET', path))
  const page = (slug: string) => get(`/readings/${slug}`)
  const screens = await turns(
    rounds,
    get(`/api/v1/debates/${small.id}`),
    get(`/api/v1/debates/${large.id}`),
  )
  const pages = await turns(rounds, page(empty.slug), page(world.reading.slug))
  const heard = await votesHeard({ world, url, debate: large })
  const pan = flags['no-browser'] ? null : await panned(life, { url, world, large, cookie })
  const rows = [
    ['first screen, 50 claims', figure(screens.one), ''],
    ['first screen, 5,000 claims', figure(screens.other), `${figure(screens.ratio)} of it`],
    ['reading page without debates', figure(pages.one), ''],
    ['reading page with two', figure(pages.other), `${figure(pages.ratio)} of it`],
    [`a vote reaches ${flags.listeners} listeners, median`, figure(heard.median), ''],
    ['… the last of them', figure(heard.last), ''],
  ]
  if (pan)
    rows.push([
      'map of 5,000 claims, p95 between frames',
      figure(pan.p95),
      `${figure(pan.work)} ms CPU a frame`,
    ])
  printTable(['milliseconds', 'median', ''], rows)
  keepJson('debates', { rounds, screens, pages, heard, pan })
})

async function votesHeard({
  world,
  url,
  debate,
}: {
  world: World
  url: string
  debate: MadeDebate
}) {
  const path = `/api/v1/readings/${world.reading.id}/events?groupId=${world.groupId}`
  const room = await listeners(Number(flags.listeners), { url, path, token: world.token })
  const server = client(url, world.token)
  const times: (readonly number[])[] = []
  for (const [n, claimId] of debate.claimIds.slice(0, VOTES).entries()) {
    const vote = () =>
      expectStatus(
        200,
        server('PUT', `/api/v1/claims/${claimId}/truth-vote`, { body: { value: n % 5 } }),
      )
    times.push(await room.until('claim.voted', vote))
  }
  room.close()
  return {
    median: median(times.map((each) => median(each))),
    last: median(times.map((each) => Math.max(...each))),
    worst: Math.max(...times.flat()),
  }
}

type Map = {
  url: string
  world: World
  large: MadeDebate
  cookie: Awaited<ReturnType<typeof signIn>>
}

async function panned(life: Life, { url, world, large, cookie }: Map) {
  const browser = await openBrowser(life)
  const { page, close } = await openWindow(browser, { cookies: [cookie] })
  await page.goto(`${url}/readings/${world.reading.slug}/debates/${large.sectionId}/map`)
  await page.locator('svg.map .node').first().waitFor()
  const clock = await mainThreadClock(page)
  const before = await clock()
  const frames = await page.evaluate(panMap, STEPS)
  const work = ((await clock()) - before) / STEPS
  await close()
  return { p95: quantile(frames, 0.95), median: median(frames), work }
}

/** Runs in the page: wheels over the map, a step a frame, there and back. */
async function panMap(steps: number): Promise<number[]> {
  const map = document.querySelector('.pan')
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done))
  const times: number[] = []
  let last = await frame()
  for (let step = 0; step < steps; step++) {
    const down = step < steps / 2 ? 24 : -24
    map?.dispatchEvent(
      new WheelEvent('wheel', { deltaX: down / 6, deltaY: down, cancelable: true }),
    )
    const now = await frame()
    times.push(now - last)
    last = now
  }
  return times
}

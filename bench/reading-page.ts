// The reading page with no, a thousand, five thousand and ten thousand annotations in the database, opened in a real browser, beside
// the peer's client on the same article with the same annotations. In one run, turn by turn.

import { parseArgs } from 'node:util'
import type { Browser } from '@playwright/test'
import { disconnect } from '@/lib/db/client'
import { live } from '@/scripts/lifecycle.mjs'
import { openBrowser, openWindow } from './browser'
import { build, type Life, openDatabase, startApplication } from './house'
import { median } from './load'
import { measurePainting, type Painting } from './painting'
import { measurePeer, type PeerResult } from './peer'
import { peerText } from './peer-text'
import { figure, keepJson, printTable, say } from './report'
import { type Cookie, isCoveredInHtml, measureRoom, type RoomResult } from './room'
import { randomSpans, type Span } from './spans'
import { addAnnotations, makeEmptyReading, makeWorld, signIn, type World } from './world'

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    port: { type: 'string', default: '4620' },
    'peer-5000': { type: 'boolean', default: false },
    'no-peer': { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
  },
})

const rounds = Number(flags.rounds)
const port = Number(flags.port)
const COUNTS = [1_000, 5_000, 10_000]
const ADDED_ONE_BY_ONE = 50

type OurRow = {
  readonly annotations: number
  readonly covered: boolean
  readonly room: RoomResult
  /** The same page without any annotation, opened in turn with it. */
  readonly empty: RoomResult
}

await live(async (life: Life) => {
  const databaseUrl = await openDatabase(life)
  const world = await makeWorld()
  const empty = await makeEmptyReading(world)
  if (!flags['no-build']) await build(life)
  const url = await startApplication(life, { port, databaseUrl })
  const cookie = await signIn(world, url)
  const addressOf = ({ slug }: { slug: string }) => `${url}/readings/${slug}`
  const browser = await openBrowser(life)
  const pages = { full: addressOf(world.reading), empty: addressOf(empty), cookie }
  await measureRoom(browser, { address: pages.empty, cookie }) // what is compiled and cached once
  const ours: OurRow[] = []
  const spans: Span[] = []
  for (const count of COUNTS) {
    spans.push(...(await addAnnotations(world, count - spans.length, count)))
    ours.push(await measureOurs(browser, { world, spans, pages }))
  }
  const painting = await paintIn(browser, { address: pages.empty, cookie, spans, world })
  const peers = flags['no-peer'] ? [] : await measurePeers(browser, spans)
  await disconnect()
  tell(ours, painting, peers)
  keepJson('reading-page', { rounds, ours, painting, peers })
})

async function measureOurs(
  browser: Browser,
  {
    world,
    spans,
    pages,
  }: {
    world: World
    spans: readonly Span[]
    pages: { full: string; empty: string; cookie: Cookie }
  },
): Promise<OurRow> {
  const { cookie } = pages
  const covered = await isCoveredInHtml({ address: pages.full, cookie }, world.reading.text, spans)
  const [full, empty]: [RoomResult[], RoomResult[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    empty.push(await measureRoom(browser, { address: pages.empty, cookie }))
    full.push(await measureRoom(browser, { address: pages.full, cookie }))
  }
  return { annotations: spans.length, covered, room: middle(full), empty: middle(empty) }
}

function middle(results: readonly RoomResult[]): RoomResult {
  const of = (key: keyof RoomResult) => median(results.map((one) => one[key]))
  return {
    paint: of('paint'),
    interactive: of('interactive'),
    elements: of('elements'),
    marks: of('marks'),
    pageBytes: of('pageBytes'),
    allBytes: of('allBytes'),
    scrollP95: of('scrollP95'),
    scrollWork: of('scrollWork'),
    keyMedian: of('keyMedian'),
    keyP95: of('keyP95'),
    keyWork: of('keyWork'),
  }
}

async function paintIn(
  browser: Browser,
  wish: { address: string; cookie: Cookie; spans: readonly Span[]; world: World },
): Promise<Painting> {
  const { page, close } = await openWindow(browser, { cookies: [wish.cookie] })
  await page.goto(wish.address, { waitUntil: 'networkidle' })
  const more = randomSpans(wish.world.reading.text, ADDED_ONE_BY_ONE, 7)
  const painting = await measurePainting(page, wish.spans, more)
  await close()
  return painting
}

async function measurePeers(browser: Browser, spans: readonly Span[]): Promise<PeerResult[]> {
  const text = peerText()
  const results: PeerResult[] = []
  for (const count of flags['peer-5000'] ? [1_000, 5_000] : [1_000]) {
    say(`The peer with ${count} annotations …`)
    results.push(await measurePeer(browser, { text, spans: spans.slice(0, count), port: port + 1 }))
  }
  return results
}

function tell(ours: readonly OurRow[], painting: Painting, peers: readonly PeerResult[]): void {
  const [first] = ours
  const nothing = first
    ? [{ annotations: 0, covered: true, room: first.empty, empty: first.empty }]
    : []
  say(`\nOurs: medians of ${rounds} rounds, turn by turn with the page without annotations\n`)
  printTable(
    [
      'annotations',
      'all in HTML',
      'paint ms',
      'interactive ms',
      'elements',
      'marks',
      'page kB',
      'all kB',
      'scroll p95',
      'of empty',
      'CPU a frame',
      'key ms',
      'key p95',
      'CPU a key',
    ],
    [...nothing, ...ours].map(ourCells),
  )
  say('Painting 10,000 in the page:')
  printTable(
    ['', 'CPU ms'],
    [
      ['all, first time', figure(painting.allFirst)],
      ['all, median', figure(painting.all)],
      ['one more to all, p95', figure(painting.oneToAll)],
      ['one more to none, p95', figure(painting.oneToNone)],
    ],
  )
  say('The peer:')
  printTable(
    ['annotations', 'last highlight ms', 'highlight elements', 'scroll p95', 'CPU a frame'],
    peers.map((peer) => [
      String(peer.annotations),
      figure(peer.lastHighlight),
      String(peer.highlightElements),
      figure(peer.scroll.p95),
      figure(peer.scroll.work),
    ]),
  )
}

function ourCells({ annotations, covered, room, empty }: OurRow): string[] {
  return [
    String(annotations),
    covered ? 'yes' : 'NO',
    figure(room.paint),
    figure(room.interactive),
    String(room.elements),
    String(room.marks),
    figure(room.pageBytes / 1_000),
    figure(room.allBytes / 1_000),
    figure(room.scrollP95),
    (room.scrollP95 / empty.scrollP95).toFixed(2),
    figure(room.scrollWork),
    figure(room.keyMedian),
    figure(room.keyP95),
    figure(room.keyWork),
  ]
}

import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { expect, test } from '@/e2e/fixtures'
import { randomFrom } from '@/lib/testing/hostile/random'
import { CURSORS, TEXTS } from '@/lib/testing/hostile/values'

// Whatever address is asked for, no page answers that it is our fault. The pages are those that stand in app/: a new one is asked as well.

const REQUESTS = Number(process.env.FUZZ_PAGE_REQUESTS ?? 400)
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_201)

const PAGES = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?:^|\/)page\.tsx$/.test(file))
  .map((file) => `/${file}`.replace(/\/page\.tsx$|\/\([\w-]+\)/g, ''))
const QUERIES = [
  'cursor',
  'people',
  'groups',
  'group',
  'q',
  'section',
  'from',
  'to',
  'code',
  'next',
]
const BROKEN = ['%', '%ff', '%00', 'a%00b', '%E0%A4%A', '%2e%2e%2f']

test('no page answers 5xx to hostile addresses', async ({ world }) => {
  test.setTimeout(600_000)
  const { ana, group, reading } = await world.team()
  const random = randomFrom(SEED)
  const known = [reading.slug, reading.id, group.slug, group.id]
  const guest = await world.browserOf(null)
  const member = await world.browserOf(ana)
  const encoded = (words: string) => encodeURIComponent(words.toWellFormed()).slice(0, 1_500)
  const segment = () => {
    if (random.chance(0.6)) return random.pick(known)
    return random.chance(0.4) ? random.pick(BROKEN) : encoded(random.pick(TEXTS)) || '-'
  }
  const value = () => {
    if (random.chance(0.4)) return random.pick(CURSORS)
    return random.chance(0.2) ? random.pick(BROKEN) : encoded(random.pick(TEXTS))
  }
  const faults: string[] = []
  for (let at = 0; at < REQUESTS; at++) {
    const path = (PAGES[at % PAGES.length] ?? '').replace(/\[[^\]]+\]/g, segment)
    const query = QUERIES.filter(() => random.chance(0.3)).map((name) => `${name}=${value()}`)
    const address = `${path || '/'}?${query.join('&')}`
    const { request } = random.chance(0.7) ? member : guest
    const answer = await request.get(address, { maxRedirects: 0, timeout: 60_000 })
    if (answer.status() >= 500) faults.push(`${answer.status()} ${address}`)
  }
  expect(faults).toEqual([])
})

test('what is no request of ours is refused, not a fault', async ({ world, baseURL }) => {
  const { request } = await world.browserOf(null)
  const multipart = { 'content-type': 'multipart/form-data; boundary=x', 'next-action': 'x' }
  const broken = await request.post('/sign-in', { headers: multipart, data: '--x\r\nnonsense' })
  expect(broken.status()).toBe(400)
  const foreign = { ...multipart, origin: 'https://evil.example' }
  expect((await request.post('/sign-in', { headers: foreign, data: '' })).status()).toBe(403)
  expect((await request.get('/api/auth/callback/credentials')).status()).toBe(404)
  for (const path of ['/', '/api/v1/readings']) {
    expect(await statusLine(baseURL ?? '', `TRACE ${path} HTTP/1.1`)).toContain('405')
    expect(await statusLine(baseURL ?? '', `PROPFIND ${path} HTTP/1.1`)).not.toMatch(/ 5\d\d /)
  }
})

// As no browser and no library would send it.
function statusLine(site: string, line: string): Promise<string> {
  const { hostname, port, host } = new URL(site)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${line}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    )
    let heard = ''
    socket.on('data', (piece) => {
      heard += String(piece)
    })
    socket.once('error', reject)
    socket.once('close', () => resolve(heard.split('\r\n')[0] ?? ''))
  })
}

import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from '@/e2e/fixtures'
import { startMaker } from '@/e2e/world/maker-process'
import { databaseOf, forgetData, freshData, startServer } from '@/e2e/world/server'
import { worldOf } from '@/e2e/world/world'
import { freezeDatabase, thawDatabase } from '@/lib/testing/frozen-database'

// A server of its own, since its database is frozen and it is told to stop.

test('a frozen database is said plainly and comes back; a server that is told to stop ends its streams', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const port = String(Number(process.env.COLLOQUY_E2E_PORT) + 2)
  const baseURL = `http://localhost:${port}`
  const data = freshData()
  const server = await startServer({ port, data, demo: 'off' })
  const maker = startMaker(data)
  let isFrozen = false
  try {
    const world = worldOf(maker, browser, { baseURL, complaints: [] })
    const team = await world.team()
    const address = `${baseURL}/readings/${team.reading.slug}?group=${team.group.slug}`
    const page = await world.browserOf(team.ben)
    expect((await page.goto(address))?.status()).toBe(200)

    freezeDatabase(databaseOf(data))
    isFrozen = true
    const stranger = await browser.newPage()
    await expect
      .poll(async () => (await stranger.goto(`${baseURL}/`))?.status(), { timeout: 60_000 })
      .toBe(503)
    await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible()
    for (const path of ['/', '/api/v1/groups', '/api/health']) {
      const answer = await fetch(`${baseURL}${path}`)
      expect([path, answer.status]).toEqual([path, 503])
      if (path !== '/api/health')
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    thawDatabase(databaseOf(data))
    isFrozen = false
    await expect
      .poll(async () => (await page.goto(address))?.status(), { timeout: 60_000 })
      .toBe(200)

    const events = `/api/v1/readings/${team.reading.id}/events?groupId=${team.group.id}`
    const ended = page.evaluate(endOfStream, events)
    await page.waitForResponse((answer) => answer.url().endsWith(events))
    server.kill('SIGTERM')
    expect(await ended).toBe('text/event-stream; charset=utf-8')
    expect(await statusOf(server)).toBe(0)
  } finally {
    if (isFrozen) thawDatabase(databaseOf(data))
    maker.end()
    server.kill('SIGTERM')
    await statusOf(server)
    forgetData(data)
  }
})

/** In the browser: reads a stream to its end. Tells what kind of stream it was. */
async function endOfStream(path: string): Promise<string | null> {
  const answer = await fetch(path)
  const reader = answer.body?.getReader()
  while (reader && !(await reader.read()).done);
  return answer.headers.get('content-type')
}

async function statusOf(server: ChildProcess): Promise<number | null> {
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
  return server.exitCode
}

import { expect, test } from '@/e2e/fixtures'
import { readingRoom } from '@/e2e/pages/reading-room'
import { startMaker } from '@/e2e/world/maker-process'
import {
  applicationOf,
  databaseOf,
  forgetData,
  freshData,
  startServer,
  stopServer,
} from '@/e2e/world/server'
import { type Team, worldOf } from '@/e2e/world/world'

// A server of its own, since it is killed.

const WRITERS = 8
const ENOUGH = 60

test('killing the application and the database loses no acknowledged note, and readers catch up by themselves', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const port = String(Number(process.env.COLLOQUY_E2E_PORT) + 1)
  const data = freshData()
  const server = await startServer({ port, data, demo: 'off' })
  const maker = startMaker(data)
  try {
    const world = worldOf(maker, browser, {
      baseURL: `http://localhost:${port}`,
      complaints: [],
    })
    const team = await world.team()
    const page = await world.browserOf(team.ben)
    await page.goto(
      `http://localhost:${port}/readings/${team.reading.slug}?group=${team.group.slug}`,
    )
    const room = readingRoom(page)
    await room.ready()

    const first = write(team)
    await expect.poll(() => first.acknowledged.length).toBeGreaterThan(ENOUGH)
    process.kill(applicationOf(server), 'SIGKILL')
    await first.stop()
    // The starter brings its application back.
    await expect.poll(() => first.missing(), { timeout: 60_000 }).toEqual([])

    await team.note({ body: { format: 'markdown', value: 'Written after the fall.' } })
    await expect(room.note('Written after the fall.').card).toHaveCount(1, { timeout: 30_000 })

    const second = write(team)
    await expect.poll(() => second.acknowledged.length).toBeGreaterThan(ENOUGH)
    process.kill(databaseOf(data), 'SIGKILL')
    await second.stop()
    await expect.poll(() => second.missing(), { timeout: 60_000 }).toEqual([])
    await team.note({ body: { format: 'markdown', value: 'Written after the second fall.' } })
    // What would move the page waits behind a press.
    await page.getByRole('button', { name: '1 new' }).click({ timeout: 30_000 })
    await expect(room.note('Written after the second fall.').card).toHaveCount(1)
    await expect(room.note('Written after the fall.').card).toHaveCount(1)
    await page.context().close()
  } finally {
    maker.end()
    await stopServer(server)
    forgetData(data)
  }
})

/** Writes notes on the whole reading, several at a time, until told to stop; keeps the ids of those the server has confirmed. */
function write(team: Team) {
  const acknowledged: string[] = []
  const ending = new AbortController()
  const writer = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      const note = await team.note({ target: undefined, visibility: 'private' }).catch(() => null)
      if (note) acknowledged.push(note.id)
      else ending.abort()
    }
  }
  const writers = Promise.all(Array.from({ length: WRITERS }, writer))
  return {
    acknowledged,
    /** Ends the writing, once what is under way has been answered or refused. */
    stop: async () => {
      ending.abort()
      await writers
    },
    /** Those that the server does not know (any more). */
    async missing(): Promise<readonly string[]> {
      const kept = await Promise.all(acknowledged.map((id) => team.knows(id).catch(() => false)))
      return acknowledged.filter((_, at) => !kept[at])
    },
  }
}

// Loaded before a server (`node --import`): keeps a CPU profile of its main thread between two requests to a port of its own, so
// that neither start nor warming up is in it. `/begin`, then `/end`, which answers with the profile and the CPU time spent.
import { createServer } from 'node:http'
import { Session } from 'node:inspector/promises'

const port = Number(process.env.COLLOQUY_PROFILE_PORT)
const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.setSamplingInterval', { interval: 200 })

let before = process.cpuUsage()

const answers = {
  '/begin': async () => {
    await session.post('Profiler.start')
    before = process.cpuUsage()
  },
  '/end': async () => {
    const { user, system } = process.cpuUsage(before)
    const { profile } = await session.post('Profiler.stop')
    return { cpuMs: (user + system) / 1_000, profile }
  },
}

createServer(async ({ url }, response) => {
  response.end(JSON.stringify((await answers[url]?.()) ?? null))
})
  .listen(port, '127.0.0.1')
  .unref()

import 'server-only'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { refuseTrace } from '@/lib/api/known-methods'
import { markAddresses } from '@/lib/auth/client-address'
import { disconnect } from '@/lib/db/client'
import { followAnswers } from '@/lib/db/failed-page'
import { watchDatabase } from '@/lib/db/watch'
import { startJobs } from '@/lib/jobs/runner'
import { hub } from '@/lib/live'
import { log } from '@/lib/log'

/** How long requests that are being answered may take when the server is told to stop, in milliseconds. */
const LONGEST_ANSWER_MS = 3_000

/**
 * What a server process does beside answering requests: it runs jobs, and ends in order. Next would end the process as soon as its last
 * request is answered, whatever jobs are at hand; NEXT_MANUAL_SIG_HANDLE, which the starter sets, leaves that to us.
 */
export async function startUp(): Promise<void> {
  refuseTrace()
  const servers = openServers()
  markAddresses()
  followAnswers()
  watchDatabase()
  const stopJobs = await startJobs()
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    hub().close()
    await Promise.all([stopJobs(), ...Array.from(servers, close)]).catch((err: unknown) =>
      log.error({ err }, 'The server did not stop cleanly.'),
    )
    await disconnect().catch(() => {})
    if (process.env.NEXT_MANUAL_SIG_HANDLE) process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
}

// Next keeps its HTTP server to itself; Node tells of it with its first request.
function openServers(): ReadonlySet<Server> {
  const servers = new Set<Server>()
  const note = (message: unknown) => {
    if (typeof message !== 'object' || message === null || !('server' in message)) return
    if (!(message.server instanceof Server)) return
    servers.add(message.server)
    unsubscribe('http.server.request.start', note)
  }
  subscribe('http.server.request.start', note)
  return servers
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  server.closeIdleConnections()
  await Promise.race([closed, sleep(LONGEST_ANSWER_MS)])
}

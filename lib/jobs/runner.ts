import 'server-only'
import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, parseCronItems, run, type WorkerEvents } from 'graphile-worker'
import { stopReadings } from '@/lib/importing/commands/read-import'
import { log } from '@/lib/log'
import { giveBack, keepAlive, type Pulse } from './sign-of-life'
import { CRON, TASKS } from './tasks'

const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log.warn({ from: 'jobs' }, message)
})

/** How long a job may take to end when its server is told to stop, in milliseconds; then another server begins it anew. */
const GRACE_MS = 3_000

const PULSE: Pulse = { everyMs: 5_000, deadAfterMs: 25_000 }

/**
 * Runs the jobs of this server on the queue in the same PostgreSQL, and takes over what dead servers held. Returns how to stop: jobs
 * at hand may end within three seconds, what is left is given back to the queue.
 */
export async function startJobs(pulse: Pulse = PULSE): Promise<() => Promise<void>> {
  const events: WorkerEvents = new EventEmitter()
  const workers = lockersIn(events)
  const runner = await run({
    events,
    connectionString: process.env.DATABASE_URL,
    concurrency: 2,
    maxPoolSize: 3,
    noHandleSignals: true,
    taskList: TASKS,
    parsedCronItems: parseCronItems([...CRON]),
    logger,
  })
  const life = await keepAlive(workers, pulse)
  return async () => {
    stopReadings()
    const ended = await Promise.race([settled(runner.stop()), sleep(GRACE_MS, false)])
    if (!ended) log.info({ from: 'jobs' }, 'What was not done in time is given back to the queue.')
    await giveBack(life)
  }
}

// Jobs are locked by the name of the pool or of one of its workers, as the queue is set.
function lockersIn(events: WorkerEvents): ReadonlySet<string> {
  const names = new Set<string>()
  events.on('pool:create', ({ workerPool }) => names.add(workerPool.id))
  events.on('worker:create', ({ worker }) => names.add(worker.workerId))
  return names
}

async function settled(work: Promise<void>): Promise<boolean> {
  await work.catch((err: unknown) => log.error({ err }, 'The job runner did not stop cleanly.'))
  return true
}

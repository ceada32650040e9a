import 'server-only'
import { Logger, parseCronItems, run, type TaskList } from 'graphile-worker'
import { log } from '@/lib/log'
import { purge } from './purge'

const TASKS: TaskList = { purge: () => purge(new Date()) }

const CRON = [{ task: 'purge', match: '17 * * * *', options: { backfillPeriod: 0 } }]

const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log.warn({ from: 'jobs' }, message)
})

/** Runs the jobs of this server on the queue in the same PostgreSQL. Returns how to stop. */
export async function startJobs(): Promise<() => Promise<void>> {
  const runner = await run({
    connectionString: process.env.DATABASE_URL,
    concurrency: 2,
    maxPoolSize: 3,
    noHandleSignals: true,
    taskList: TASKS,
    parsedCronItems: parseCronItems(CRON),
    logger,
  })
  return () => runner.stop()
}

import 'server-only'
import { Logger, parseCronItems, run, type TaskList } from 'graphile-worker'
import * as z from 'zod'
import { readImport, stopReadings } from '@/lib/importing/commands/read-import'
import { resumeImports } from '@/lib/importing/commands/resume-imports'
import { log } from '@/lib/log'
import { purge } from './purge'

const readImportPayload = z.object({ importId: z.string() })

const TASKS: TaskList = {
  purge: () => purge(new Date()),
  'read-import': (payload) => readImport(readImportPayload.parse(payload).importId),
  'resume-imports': async () => {
    await resumeImports(new Date())
  },
}

const CRON = [
  { task: 'purge', match: '17 * * * *', options: { backfillPeriod: 0 } },
  { task: 'resume-imports', match: '* * * * *', options: { backfillPeriod: 0 } },
]

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
  return () => {
    stopReadings()
    return runner.stop()
  }
}

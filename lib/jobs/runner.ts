import 'server-only'
import { type JobHelpers, Logger, parseCronItems, run, type TaskList } from 'graphile-worker'
import * as z from 'zod'
import { readImport, stopReadings } from '@/lib/importing/commands/read-import'
import { resumeImports } from '@/lib/importing/commands/resume-imports'
import { log } from '@/lib/log'
import { giveUp, placeNotes } from '@/lib/readings/commands/place-notes'
import { purge } from './purge'

const placeNotesPayload = z.object({ revisionId: z.string() })
const readImportPayload = z.object({ importId: z.string() })

const TASKS: TaskList = {
  purge: () => purge(new Date()),
  'place-notes': placeNotesOf,
  'read-import': (payload) => readImport(readImportPayload.parse(payload).importId),
  'resume-imports': async () => {
    await resumeImports(new Date())
  },
}

// The revision that a job is about. One that cannot be placed, however often it was tried, is given up, so that the next one may come.
async function placeNotesOf(payload: unknown, { job }: JobHelpers): Promise<void> {
  const { revisionId } = placeNotesPayload.parse(payload)
  try {
    await placeNotes(revisionId)
  } catch (error) {
    if (job.attempts >= job.max_attempts) await giveUp(revisionId)
    throw error
  }
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

import 'server-only'
import type { CronItem, JobHelpers, TaskList } from 'graphile-worker'
import * as z from 'zod'
import { readImport } from '@/lib/importing/commands/read-import'
import { resumeImports } from '@/lib/importing/commands/resume-imports'
import { findItems } from '@/lib/moderation/commands/find-items'
import { sendDigests } from '@/lib/notifications/commands/send-digests'
import { sendMails } from '@/lib/notifications/commands/send-mails'
import { tellMany } from '@/lib/notifications/commands/tell-many'
import { purgePerson } from '@/lib/personal-data/commands/erase'
import { makeArchive } from '@/lib/personal-data/commands/make-archive'
import { giveUp, placeNotes } from '@/lib/revisions/commands/place-notes'
import { resumePublications } from '@/lib/revisions/commands/resume-publications'
import { watchSearches } from '@/lib/search/commands/watch-searches'
import { purge } from './purge'

// Every kind of job. Each may be cut short at any point and run again: jobs-killed.db.test.ts kills a server over each.

const placeNotesPayload = z.object({ revisionId: z.string() })
const readImportPayload = z.object({ importId: z.string() })

export const TASKS = {
  purge: () => purge(new Date()),
  'place-notes': placeNotesOf,
  'read-import': (payload: unknown) => readImport(readImportPayload.parse(payload).importId),
  'tell-people': (payload: unknown) => tellMany(payload),
  'watch-searches': () => watchSearches(new Date()),
  'send-mails': () => sendMails(new Date()),
  'send-digests': () => sendDigests(new Date()),
  'find-items': () => findItems(new Date()),
  'export-person': (payload: unknown) => makeArchive(payload),
  'purge-person': (payload: unknown) => purgePerson(payload),
  'resume-imports': async () => {
    await resumeImports(new Date())
  },
  'resume-publications': async () => {
    await resumePublications()
  },
} satisfies TaskList

export const CRON: readonly CronItem[] = [
  { task: 'purge', match: '17 * * * *', options: { backfillPeriod: 0 } },
  { task: 'watch-searches', match: '*/5 * * * *', options: { backfillPeriod: 0 } },
  { task: 'send-mails', match: '* * * * *', options: { backfillPeriod: 0 } },
  { task: 'send-digests', match: '*/10 * * * *', options: { backfillPeriod: 0 } },
  { task: 'find-items', match: '*/10 * * * *', options: { backfillPeriod: 0 } },
  { task: 'resume-imports', match: '* * * * *', options: { backfillPeriod: 0 } },
  { task: 'resume-publications', match: '* * * * *', options: { backfillPeriod: 0 } },
]

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

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { db } from '@/lib/db/client'
import { importFile } from '@/lib/importing/commands/begin-import'
import { eraseOneself } from '@/lib/personal-data/commands/erase'
import { askForExport } from '@/lib/personal-data/commands/make-archive'
import { resumePublications } from '@/lib/revisions/commands/resume-publications'
import { saveSearch } from '@/lib/search/commands/save-search'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { askedLongAgo, mentioned } from '@/lib/testing/factories/posts'
import { SAMPLE } from '@/lib/testing/factories/reading'
import { sendRevision } from '@/lib/testing/factories/revision'
import { isMailed, makeUnmailed } from '@/lib/testing/factories/unmailed'
import { type Mailbox, openMailbox } from '@/lib/testing/mailbox'
import { projectFolder } from '@/scripts/project.mjs'
import { typescriptProgram } from '@/scripts/serving/commands.mjs'
import { enqueue } from './enqueue'
import { TASKS } from './tasks'

// Each kind of job is cut short in a real process: a row that it must change is held by a transaction of ours, so that it stands still
// in the middle of its work, and then its server is killed.

let room: Classroom
let mailbox: Mailbox
let holder: pg.Client
const servers: ChildProcess[] = []

beforeAll(async () => {
  mailbox = await openMailbox()
  vi.stubEnv('SMTP_URL', mailbox.url)
  vi.stubEnv('AUTH_SECRET', 'only for these tests')
})

beforeEach(async () => {
  await db().reading.updateMany({ data: { publishingId: null } })
  room = await makeClassroom()
  holder = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await holder.connect()
})

afterEach(async () => holder.end())

afterAll(async () => {
  await mailbox.close()
  for (const child of servers) child.kill('SIGKILL')
})

type Cut = {
  readonly task: keyof typeof TASKS
  /** Puts the job on the queue. */
  readonly begin: () => Promise<string>
  /** Locks what the job must wait for. */
  readonly hold: string
  readonly isDone: (id: string) => Promise<boolean>
}

const sample = () =>
  new Uint8Array(
    readFileSync(new URL('../converting/samples/letters-pandoc.epub', import.meta.url)),
  )

const LONG_AGO = new Date('2020-01-01')

async function addJob(task: string): Promise<void> {
  await db().$executeRaw`SELECT graphile_worker.add_job(${task}, '{}'::json)`
}

async function send(): Promise<string> {
  const markdown = SAMPLE.replace('The first', 'Long before, the first')
  return (await sendRevision(room.moderator, room.reading.id, { markdown })).id
}

const isCurrent = async (id: string) =>
  (await db().reading.count({ where: { currentRevisionId: id, publishingId: null } })) === 1

async function bring(): Promise<string> {
  const file = { name: 'a.epub', mediaType: '', bytes: sample() }
  return (await importFile(room.moderator, file)).id
}

async function tellAna(): Promise<string> {
  const { ana, ben, group, reading } = room
  const { id } = await annotate(ben, {
    readingId: reading.id,
    groupId: group.id,
    visibility: 'group',
    kind: 'note',
    body: { format: 'markdown', value: 'A word.' },
  })
  const about = { subjectId: id, threadId: id, replyId: null, readingId: reading.id }
  const named = { mentioned: [ana.personId], answered: [], answersRoot: false }
  const by = { actorId: ben.personId, groupId: group.id, at: new Date() }
  const occurrence = { kind: 'posted' as const, eventKey: `note/${id}`, ...about, ...named, ...by }
  await enqueue(db(), { name: 'tell-people', key: id, payload: { occurrence } })
  return id
}

async function mailed(kind: 'post.answered' | 'thread.replied', task: string): Promise<string> {
  await makeUnmailed(room.ana, kind)
  await addJob(task)
  return room.ana.personId
}

const isRead = async (id: string) =>
  (await db().import.count({ where: { id, readyAt: { not: null } } })) === 1

const CUTS: readonly Cut[] = [
  {
    task: 'place-notes',
    begin: send,
    hold: 'SELECT 1 FROM readings FOR UPDATE',
    isDone: isCurrent,
  },
  {
    task: 'tell-people',
    begin: tellAna,
    hold: 'LOCK notifications',
    isDone: async (id) => (await db().notification.count({ where: { subjectId: id } })) === 1,
  },
  {
    task: 'watch-searches',
    begin: async () => {
      const { id } = await saveSearch(room.ana, { name: 'A', q: 'word', isWatched: true })
      await tellAna()
      await addJob('watch-searches')
      return id
    },
    hold: 'LOCK saved_searches',
    isDone: async (id) => (await db().notification.count({ where: { subjectId: id } })) === 1,
  },
  {
    task: 'send-mails',
    begin: () => mailed('post.answered', 'send-mails'),
    hold: 'LOCK deliveries',
    isDone: isMailed,
  },
  {
    task: 'send-digests',
    begin: () => mailed('thread.replied', 'send-digests'),
    hold: 'LOCK deliveries',
    isDone: isMailed,
  },
  { task: 'read-import', begin: bring, hold: 'SELECT 1 FROM imports FOR UPDATE', isDone: isRead },
  {
    task: 'purge',
    begin: async () => {
      await db().reading.update({
        where: { id: room.reading.id },
        data: { deletedAt: LONG_AGO },
      })
      await addJob('purge')
      return room.reading.id
    },
    hold: 'SELECT 1 FROM readings FOR UPDATE',
    isDone: async (id) => (await db().reading.count({ where: { id } })) === 0,
  },
  {
    task: 'resume-imports',
    begin: async () => {
      const id = await bring()
      await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
      await db().import.update({ where: { id }, data: { attempts: 1, progressedAt: LONG_AGO } })
      await addJob('resume-imports')
      return id
    },
    hold: 'LOCK imports',
    isDone: isRead,
  },
  {
    task: 'resume-publications',
    begin: async () => {
      const id = await send()
      await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
      await addJob('resume-publications')
      return id
    },
    hold: 'LOCK readings',
    isDone: isCurrent,
  },
  {
    task: 'find-items',
    begin: async () => {
      const id = await askedLongAgo(room)
      await addJob('find-items')
      return id
    },
    hold: 'LOCK review_items',
    isDone: async (id) => (await db().reviewItem.count({ where: { subjectId: id } })) === 1,
  },
  {
    task: 'export-person',
    begin: async () => (await askForExport(room.ana)).id,
    hold: 'SELECT 1 FROM exports FOR UPDATE',
    isDone: async (id) =>
      (await db().export.count({ where: { id, readyAt: { not: null } } })) === 1,
  },
  {
    task: 'purge-person',
    begin: async () => {
      const id = await mentioned(room)
      await eraseOneself(room.ana)
      return id
    },
    hold: 'LOCK replies',
    isDone: async (id) =>
      (await db().reply.count({ where: { id, bodyText: '@Deleted person' } })) === 1,
  },
]

let server: ChildProcess | null = null

async function serve(): Promise<ChildProcess> {
  const child = spawn(process.execPath, typescriptProgram('lib/testing/job-server.ts'), {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  servers.push(child)
  await once(child.stdout, 'data')
  return child
}

async function lockedBy(task: string): Promise<string | null> {
  const [job] = await db().$queryRaw<{ locked_by: string }[]>`
    SELECT locked_by FROM graphile_worker.jobs WHERE task_identifier = ${task} AND locked_by IS NOT NULL`
  return job?.locked_by ?? null
}

// The server that took over last is killed next. It stands still until what its job needs is held: else it may be done before.
async function cutShort({ task, begin, hold }: Cut, signal: 'SIGKILL' | 'SIGTERM') {
  server ??= await serve()
  await holder.query('BEGIN')
  server.kill('SIGSTOP')
  const id = await begin()
  await holder.query(hold)
  server.kill('SIGCONT')
  await expect.poll(() => lockedBy(task), patience).not.toBeNull()
  server.kill(signal)
  await once(server, 'exit')
  server = null
  return id
}

async function takesOver(): Promise<void> {
  await holder.query('ROLLBACK')
  server = await serve()
}

// A server is started, and a process of its own for what it reads: on a machine that does much else that takes a minute and more.
const patience = { timeout: 120_000, interval: 100 }
vi.setConfig({ testTimeout: 240_000 })

test('every kind of job is cut short here', () => {
  expect(CUTS.map(({ task }) => task).toSorted()).toEqual(Object.keys(TASKS).toSorted())
})

test.each(CUTS)('$task: killed, it is taken over by another server', async (cut) => {
  const id = await cutShort(cut, 'SIGKILL')
  expect(await lockedBy(cut.task)).not.toBeNull()
  await takesOver()
  await expect.poll(() => cut.isDone(id), patience).toBe(true)
})

test.each(CUTS.slice(0, 2))('$task: told to stop, its server gives it back', async (cut) => {
  const id = await cutShort(cut, 'SIGTERM')
  expect(await lockedBy(cut.task)).toBeNull()
  await takesOver()
  await expect.poll(() => cut.isDone(id), patience).toBe(true)
})

test('a server that lives keeps what it holds, however long that takes', async () => {
  const [cut] = CUTS
  if (!cut) throw new Error('There is no kind of job.')
  server ??= await serve()
  const first = await lockedBy(cut.task)
  await holder.query('BEGIN')
  await cut.begin()
  await holder.query(cut.hold)
  await expect.poll(() => lockedBy(cut.task), patience).not.toBe(first)
  const before = await lockedBy(cut.task)
  await serve()
  await holder.query('SELECT pg_sleep(2.5)')
  expect(await lockedBy(cut.task)).toBe(before)
  await holder.query('ROLLBACK')
})

test('a publication that killed its servers too often is given up, and the text can be revised', async () => {
  for (const child of servers) child.kill('SIGKILL')
  const id = await send()
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET attempts = max_attempts, locked_at = NULL, locked_by = NULL`
  expect(await resumePublications()).toBe(1)
  expect(await db().revision.findUniqueOrThrow({ where: { id } })).toMatchObject({
    queuedAt: null,
    failedAt: expect.any(Date),
  })
  expect(await resumePublications()).toBe(0)
  await send()
})

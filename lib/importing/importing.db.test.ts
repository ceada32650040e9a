import { readFileSync } from 'node:fs'
import { Logger, runOnce, type TaskList } from 'graphile-worker'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { assetFor } from '@/lib/assets/queries'
import { db } from '@/lib/db/client'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import { purge } from '@/lib/jobs/purge'
import { listNotifications } from '@/lib/notifications/queries/notifications'
import type { SignedIn } from '@/lib/policy/actor'
import { addImported } from '@/lib/readings/commands/add-imported'
import { revisionText } from '@/lib/readings/queries/revisions'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { importAddress, importFile } from './commands/begin-import'
import { cancelImport } from './commands/cancel-import'
import { readImport } from './commands/read-import'
import { resumeImports } from './commands/resume-imports'
import { stateOf } from './import'
import { presentImport } from './present'
import { importFor, listImports } from './queries'

let room: Classroom

beforeAll(async () => {
  room = await makeClassroom()
})

beforeEach(async () => {
  await db().import.deleteMany()
})

const TASKS: TaskList = {
  'read-import': (payload) =>
    readImport(
      typeof payload === 'object' && payload && 'importId' in payload
        ? String(payload.importId)
        : '',
    ),
}

/** Does the jobs that wait, as the server's runner does. */
const work = () =>
  runOnce({
    connectionString: process.env.DATABASE_URL,
    taskList: TASKS,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
  })

const sample = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../converting/samples/${name}`, import.meta.url)))

const bring = (actor: SignedIn, name: string) =>
  importFile(actor, { name, mediaType: '', bytes: sample(name) })

const words = (text: string) => ({
  name: 'a.txt',
  mediaType: '',
  bytes: new Uint8Array(Buffer.from(text)),
})

const state = async (actor: SignedIn, id: string) => stateOf(await importFor(actor, id))

const notices = async (actor: SignedIn) =>
  (await listNotifications(actor, { limit: 200 })).items.map(({ kind, subjectId }) => [
    kind,
    subjectId,
  ])

const details = () => ({
  title: 'The Ferry',
  groupId: room.group.id,
  visibility: 'group' as const,
  divide: 'whole' as const,
})

describe('a text that is brought in', () => {
  test('waits, is read by a job, is told of, and is saved as a reading with its pictures', async () => {
    const { id } = await bring(room.ana, 'ferry-libreoffice.docx')
    expect(await state(room.ana, id)).toBe('waiting')
    await work()
    const shown = presentImport(await importFor(room.ana, id))
    expect(shown).toMatchObject({
      state: 'ready',
      form: 'docx',
      metadata: { title: 'The Ferry at Low Water', language: 'en-GB' },
      report: {
        counts: { sections: 3, tables: 1, pictures: 1, footnotes: 2, formulas: 1 },
        dropped: {},
      },
    })
    expect(await notices(room.ana)).toContainEqual(['import.ready', id])
    const [reading] = await addImported(room.ana, id, {
      ...details(),
      dated: '2021',
      direction: 'ltr',
    })
    expect(reading).toMatchObject({
      title: 'The Ferry',
      dated: '2021',
      direction: 'ltr',
      ownerId: room.ana.personId,
    })
    const { text } = await revisionText(reading?.currentRevision?.id ?? '')
    expect(text).toContain('until the summer of the drought.[1] After that')
    const use = await db().assetUse.findFirstOrThrow({ where: { readingId: reading?.id } })
    expect((await assetFor(room.ben, use.assetId)).mediaType).toBe('image/png')
    expect(await state(room.ana, id)).toBe('saved')
    expect(presentImport(await importFor(room.ana, id)).reading?.id).toBe(reading?.id)
  })

  test('does not keep the file once it is read, nor the document once it is saved', async () => {
    const { id } = await importFile(room.ana, words('Words.'))
    const kept = () =>
      db().import.findUniqueOrThrow({ where: { id }, select: { source: true, doc: true } })
    expect((await kept()).source).not.toBeNull()
    await work()
    expect(await kept()).toMatchObject({ source: null, doc: { type: 'doc' } })
    await addImported(room.ana, id, details())
    expect(await kept()).toEqual({ source: null, doc: null })
  })

  test('that cannot be read says why, and nothing of it stays', async () => {
    const { id } = await bring(room.ana, 'scan-chromium.pdf')
    await work()
    const row = await importFor(room.ana, id)
    expect(presentImport(row)).toMatchObject({ state: 'failed', failure: { code: 'scan' } })
    expect(await notices(room.ana)).toContainEqual(['import.failed', id])
    await expect(addImported(room.ana, id, details())).rejects.toThrow(Conflict)
  })
})

describe('of a text that is brought in', () => {
  test('a book becomes one reading or one a chapter, all or none', async () => {
    const { id } = await bring(room.ana, 'letters-pandoc.epub')
    await work()
    const made = await addImported(room.ana, id, {
      ...details(),
      title: 'Letters',
      divide: 'chapters',
    })
    expect(made.map(({ title }) => title)).toEqual([
      'Letters: The first letter',
      'Letters: The second letter',
      'Letters: The third letter',
    ])
    const whole = await importFile(room.ana, words('No chapters.'))
    await work()
    await expect(
      addImported(room.ana, whole.id, { ...details(), divide: 'chapters' }),
    ).rejects.toThrow(Conflict)
    expect(await state(room.ana, whole.id)).toBe('ready')
  })

  test('an empty one, or one at an address that is not public, is refused at once', async () => {
    await expect(importFile(room.ana, words(''))).rejects.toThrow(Invalid)
    await expect(importAddress(room.ana, 'http://127.0.0.1:5432/')).rejects.toThrow(Invalid)
    expect(await db().import.count()).toBe(0)
  })

  test('five are open at once, also when ten come together', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => importFile(room.ana, words(`Words ${n}.`))),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    await importFile(room.ben, words('Somebody else.'))
  })
})

describe('who may', () => {
  test('nobody else sees, stops or saves it', async () => {
    const { id } = await importFile(room.ana, words('Mine.'))
    await work()
    await expect(importFor(room.ben, id)).rejects.toThrow(NotFound)
    await expect(cancelImport(room.ben, id)).rejects.toThrow(NotFound)
    await expect(addImported(room.ben, id, details())).rejects.toThrow(NotFound)
    expect((await listImports(room.ben, { limit: 50 })).items).toEqual([])
    expect((await listImports(room.ana, { limit: 50 })).items.map((row) => row.id)).toEqual([id])
  })

  test('a token for reading alone brings nothing in, a shelf one may not fill is refused', async () => {
    const readOnly: SignedIn = { ...room.ana, scopes: ['read'] }
    await expect(importFile(readOnly, words('No.'))).rejects.toThrow(Forbidden)
    const { id } = await importFile(room.stranger, words('Not there.'))
    await work()
    await expect(addImported(room.stranger, id, details())).rejects.toThrow(NotFound)
    expect(await state(room.stranger, id)).toBe('ready')
  })
})

describe('nothing is half imported', () => {
  const pictures = () => db().assetUpload.count({ where: { personId: room.moderator.personId } })

  test('when the same job runs twice at once, one of them finishes', async () => {
    const { id } = await bring(room.moderator, 'ferry-pandoc.docx')
    await Promise.all([readImport(id), readImport(id)])
    expect(await state(room.moderator, id)).toBe('ready')
    expect((await notices(room.moderator)).filter(([, subject]) => subject === id)).toHaveLength(1)
    await readImport(id)
    expect((await notices(room.moderator)).filter(([, subject]) => subject === id)).toHaveLength(1)
  })

  test('when a worker dies over it, another begins anew; after three deaths it is given up', async () => {
    const { id } = await bring(room.moderator, 'letters-pandoc.epub')
    const long = new Date(Date.now() - 60_000)
    const die = () =>
      db().import.update({
        where: { id },
        data: { attempts: { increment: 1 }, startedAt: long, progressedAt: long },
      })
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
    await die()
    expect(await pictures()).toBe(1)
    expect(await resumeImports(new Date())).toBe(1)
    await die()
    await die()
    await work()
    expect(presentImport(await importFor(room.moderator, id))).toMatchObject({
      state: 'failed',
      failure: { code: 'import-crashed' },
    })
    expect(await resumeImports(new Date())).toBe(0)
  })

  test('when its worker was killed once, the next finishes it', async () => {
    const { id } = await bring(room.moderator, 'letters-pandoc.epub')
    const long = new Date(Date.now() - 60_000)
    await db().$executeRaw`
      UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'a server that is no more'`
    await db().import.update({
      where: { id },
      data: { attempts: 1, startedAt: long, progressedAt: long },
    })
    await work()
    expect(await state(room.moderator, id)).toBe('running')
    await resumeImports(new Date())
    await work()
    expect(await state(room.moderator, id)).toBe('ready')
  })

  test('when the person stops it meanwhile, its worker writes nothing', async () => {
    const before = await pictures()
    const { id } = await bring(room.moderator, 'ferry-pandoc.epub')
    const reading = readImport(id)
    await expect.poll(() => state(room.moderator, id)).toBe('running')
    await cancelImport(room.moderator, id)
    await reading
    expect(await state(room.moderator, id)).toBe('cancelled')
    expect(await pictures()).toBe(before)
    expect((await notices(room.moderator)).filter(([, subject]) => subject === id)).toEqual([])
  })
})

describe('nothing is saved twice or for ever', () => {
  test('when it is saved twice at once, there is one reading', async () => {
    const { id } = await importFile(room.ana, words('Once only.'))
    await work()
    const both = await Promise.allSettled([
      addImported(room.ana, id, { ...details(), title: 'Once only' }),
      addImported(room.ana, id, { ...details(), title: 'Once only' }),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db().reading.count({ where: { title: 'Once only' } })).toBe(1)
    await expect(cancelImport(room.ana, id)).rejects.toThrow(Conflict)
  })

  test('and what nobody saved goes after two weeks', async () => {
    const { id } = await importFile(room.ana, words('Forgotten.'))
    await purge(new Date(Date.now() + 15 * 86_400_000))
    await expect(importFor(room.ana, id)).rejects.toThrow(NotFound)
  })
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { db } from '@/lib/db/client'
import { importFile } from '@/lib/importing/commands/begin-import'
import { readImport } from '@/lib/importing/commands/read-import'
import { wrongTallies } from '@/lib/library/commands/recount-tallies'
import { resumePublications } from '@/lib/revisions/commands/resume-publications'
import { emptyDatabase } from '@/lib/testing/database'
import { makeClassroom } from '@/lib/testing/factories/classroom'
import { makePicture } from '@/lib/testing/factories/picture'
import { sendRevision } from '@/lib/testing/factories/revision'
import { loadDemo } from '@/prisma/seed/load'
import { migrate, readMigrations } from '../database/migrate.mjs'
import { projectFolder } from '../project.mjs'
import { backUp } from './backup.mjs'
import { restore } from './restore.mjs'
import { appliedMigrations, instanceTables } from './tables.mjs'

const own = () => process.env.DATABASE_URL ?? ''
let folder = ''
let file = ''

// A world with everything in it: people, debates, pictures out of a book, a revision on its way.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-backup-'))
  file = join(folder, 'all.colloquy')
  await loadDemo(new Date())
  const { ana, moderator, reading, group } = await makeClassroom()
  const where = { readingId: reading.id, groupId: group.id, visibility: 'group' as const }
  await annotate(ana, { ...where, kind: 'note', body: { format: 'markdown', value: 'Why?' } })
  const bytes = new Uint8Array(
    readFileSync(join(projectFolder, 'lib/converting/samples/letters-pandoc.epub')),
  )
  await readImport((await importFile(moderator, { name: 'a.epub', mediaType: '', bytes })).id)
  await makePicture({ personId: ana.personId, readingIds: [reading.id] })
  await importFile(moderator, { name: 'waits.epub', mediaType: '', bytes })
  await sendRevision(moderator, reading.id, { markdown: 'Another text.\\\n\tWith *signs*: é, 🙂.' })
  await backUp(own(), file)
})

afterAll(() => rmSync(folder, { recursive: true }))

async function on<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Each table's rows, in an order of their own, as text; but for what is one cluster's alone. */
function rowsByTable(url: string): Promise<Map<string, string>> {
  return on(url, async (client) => {
    const told = new Map<string, string>()
    for (const { name, quoted, columns } of await instanceTables(client)) {
      const kept = columns.filter(
        (column) => `${name}.${column}` !== 'public.imports.progressed_at',
      )
      const { rows } = await client.query(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(r, '|' ORDER BY r)), '') AS told
         FROM (SELECT (${kept.map((one) => `coalesce("${one}"::text, '-')`).join(` || ',' || `)}) AS r FROM ${quoted}) t`,
      )
      told.set(name, rows[0].told)
    }
    return told
  })
}

test('what is restored is what was there: every table, every row', async () => {
  const { url, drop } = await emptyDatabase()
  await migrate(url)
  const { tables } = await restore(url, file)
  const [there, here] = [await rowsByTable(url), await rowsByTable(own())]
  expect(there).toEqual(here)
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['public.assets', 'tallies.notes']),
  )
  for (const name of ['people', 'annotations', 'claims', 'assets', 'imports', 'events'])
    expect(here.get(`public.${name}`), name).not.toMatch(/^0 /)
  expect(await migrate(url)).toEqual([])
  const next = await on(url, async (client) => {
    const { rows } = await client.query(
      "INSERT INTO events (kind, subject_id, particulars, at) VALUES ('x', gen_random_uuid(), '{}', now()) RETURNING id > (SELECT max(id) FROM events) AS later",
    )
    return rows[0].later
  })
  expect(next).toBe(true)
  await drop()
})

test('an instance in which people are is left alone', async () => {
  const before = await rowsByTable(own())
  await expect(restore(own(), file)).rejects.toThrow(
    /stop Colloquy first|People are in this instance/,
  )
  expect(await rowsByTable(own())).toEqual(before)
})

test('a damaged or foreign file is refused, and nothing is restored', async () => {
  const { url, drop } = await emptyDatabase()
  await migrate(url)
  const bytes = readFileSync(file)
  const cut = join(folder, 'cut')
  writeFileSync(cut, bytes.subarray(0, bytes.length - 100))
  await expect(restore(url, cut)).rejects.toThrow(/is no backup of Colloquy, or is cut off/)
  const bent = Buffer.from(bytes)
  const middle = Math.floor(bent.length / 3)
  bent.fill(7, middle, middle + 64)
  writeFileSync(cut, bent)
  await expect(restore(url, cut)).rejects.toThrow()
  expect(await on(url, (client) => client.query('SELECT 1 FROM people'))).toMatchObject({
    rowCount: 0,
  })
  await drop()
})

test('one of an older Colloquy is read and migrated on', async () => {
  const names = readMigrations(join(projectFolder, 'prisma', 'migrations')).map(({ name }) => name)
  const [old, young] = [await emptyDatabase(), await emptyDatabase()]
  await migrate(old.url, { only: names.slice(0, 5) })
  const insert = `INSERT INTO people (id, email, name, settings, created_at)
    VALUES (gen_random_uuid(), 'a@example.org', 'Ana', '{}', now())`
  await on(old.url, (client) => client.query(insert))
  const older = join(folder, 'older')
  await backUp(old.url, older)
  await restore(young.url, older)
  expect(await on(young.url, appliedMigrations)).toEqual(names)
  expect(await on(young.url, (client) => client.query('SELECT name FROM people'))).toMatchObject({
    rows: [{ name: 'Ana' }],
  })
  await old.drop()
  await young.drop()
})

test('a publication whose queue was not in the backup is found and goes on', async () => {
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
  expect(await resumePublications()).toBe(1)
  expect(await wrongTallies()).toEqual([])
})

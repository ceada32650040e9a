import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import { expect, test } from 'vitest'
import { emptyDatabase } from '@/lib/testing/database'
import { migrate } from './migrate.mjs'

async function rowsOf(url: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const fields =
    'migration_name, checksum, applied_steps_count, finished_at IS NOT NULL AS finished, rolled_back_at, logs'
  const { rows } = await client.query(
    `SELECT ${fields} FROM _prisma_migrations ORDER BY migration_name`,
  )
  await client.end()
  return rows
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function prisma(url: string, ...words: string[]): Promise<string> {
  const env = { ...process.env, DATABASE_URL: url, CI: '1' }
  const { stdout } = await promisify(execFile)('node_modules/.bin/prisma', words, { env })
  return stdout
}

test('all migrations on an empty database give what schema.prisma says', async () => {
  const { url, drop } = await emptyDatabase()
  expect((await migrate(url)).length).toBeGreaterThan(0)
  const answer = await prisma(
    url,
    'migrate',
    'diff',
    '--from-config-datasource',
    '--to-schema',
    'prisma/schema.prisma',
    '--exit-code',
  )
  expect(answer).toContain('No difference detected')
  await drop()
}, 240_000)

test('a second run changes nothing', async () => {
  const { url, drop } = await emptyDatabase()
  await migrate(url)
  const before = await rowsOf(url)
  expect(await migrate(url)).toEqual([])
  expect(await rowsOf(url)).toEqual(before)
  await drop()
})

test('of two runs at once only one applies', async () => {
  const { url, drop } = await emptyDatabase()
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)])
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
  await drop()
})

test("prisma's own deploy leaves the same record, and each accepts the other's work", async () => {
  const [ours, theirs] = [await emptyDatabase(), await emptyDatabase()]
  await migrate(ours.url)
  await prisma(theirs.url, 'migrate', 'deploy')
  expect(await rowsOf(ours.url)).toEqual(await rowsOf(theirs.url))
  expect(await migrate(theirs.url)).toEqual([])
  expect(await prisma(ours.url, 'migrate', 'deploy')).toContain('No pending migrations')
  await ours.drop()
  await theirs.drop()
}, 240_000)

test('a database with a migration that broke off, or from a newer Colloquy, is left alone', async () => {
  const { url, drop } = await emptyDatabase()
  await migrate(url)
  const insert =
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', '', '29990101000000_later', %)"
  await run(url, insert.replace('%', 'now()'))
  await expect(migrate(url)).rejects.toThrow(/newer than this Colloquy/)
  await run(url, "UPDATE _prisma_migrations SET finished_at = NULL WHERE id = 'x'")
  await expect(migrate(url)).rejects.toThrow(/half-migrated/)
  await drop()
})

test('a foreign database is left alone', async () => {
  const { url, drop } = await emptyDatabase()
  await run(url, 'CREATE TABLE ledgers (id int)')
  await expect(migrate(url)).rejects.toThrow(/not of Colloquy/)
  await drop()
})

test('an unreachable database is told in a sentence', async () => {
  await expect(migrate('postgresql://nobody@127.0.0.1:9/none')).rejects.toThrow(
    /The database cannot be reached: .*ECONNREFUSED/,
  )
})

// Applies prisma/migrations to a database and keeps the record that Prisma's own `migrate deploy` keeps, under the same
// advisory lock, so that either may be used on either's work. Each migration runs in one transaction together with its record.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { PlainError } from '../plain-error.mjs'
import { projectFolder } from '../project.mjs'
import { planMigrations } from './migration-plan.mjs'

// The number Prisma's schema engine locks.
const prismaLock = 72_707_369

/**
 * Brings the database up to the project's migrations, or to those named alone. Answers with the names of those applied now.
 * @param {string} url
 * @param {{ only?: string[] | null }} wish
 */
export async function migrate(url, { only = null } = {}) {
  const all = readMigrations(join(projectFolder, 'prisma', 'migrations'))
  const files = only === null ? all : namedMigrations(all, only)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // A connection that breaks fails the query at hand, which is where it is told.
  await client.connect().catch((error) => {
    throw new PlainError(`The database cannot be reached: ${describe(error)}.`, { cause: error })
  })
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
    return await applyPending(client, files)
  } finally {
    await client.end()
  }
}

function namedMigrations(all, names) {
  const unknown = names.find((name) => !all.some((file) => file.name === name))
  if (unknown)
    throw new PlainError(
      `This was written by a newer Colloquy: it knows the migration ${unknown}. Update Colloquy.`,
    )
  return all.filter(({ name }) => names.includes(name))
}

/** The words of a connection's error; Node gathers those of several addresses into one without a message. */
function describe(error) {
  return error.message || error.errors?.[0]?.message || error.code || 'no reason given'
}

/** The migrations of a folder in Prisma's layout, in order. */
export function readMigrations(folder) {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const script = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    })
}

async function applyPending(client, files) {
  const pending = planMigrations(files, await recordedRows(client))
  for (const file of pending) await apply(client, file)
  return pending.map(({ name }) => name)
}

async function recordedRows(client) {
  const { rows } = await client.query(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known",
  )
  if (rows[0].known)
    return (await client.query('SELECT * FROM _prisma_migrations ORDER BY started_at')).rows
  const tables = await client.query(
    'SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1',
  )
  if (tables.rowCount)
    throw new PlainError(
      'The database already holds tables that are not of Colloquy: give it an empty database.',
    )
  await client.query(recordTable)
  return []
}

const recordTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

// A script that commits by itself leaves its row unfinished if it breaks off after that: then, and only then, half-migrated.
async function apply(client, { name, script, checksum }) {
  const id = randomUUID()
  await client.query('BEGIN')
  try {
    await client.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)',
      [id, checksum, name],
    )
    await client.query(script)
    await client.query(
      'UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1',
      [id],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw new PlainError(`The migration ${name} failed and was taken back: ${error.message}.`, {
      cause: error,
    })
  }
}

/** Makes a database unless it is there. `serverUrl` names any database of the server, `name` the one to make. */
export function ensureDatabase(serverUrl, name) {
  return onServer(serverUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  })
}

/** Drops a database, whoever is connected to it. */
export function dropDatabase(serverUrl, name) {
  return onServer(serverUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`),
  )
}

async function onServer(url, work) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

// Reads an archive into an empty instance: migrates it as far as the archive's was, loads every table, proves that what came is what
// was written, and migrates on. All rows come in one transaction: either all are there or none.
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import copyStreams from 'pg-copy-streams'
import yauzl from 'yauzl'
import { migrate } from '../database/migrate.mjs'
import { PlainError } from '../plain-error.mjs'
import { archiveForm, measure } from './backup.mjs'
import { copied } from './tables.mjs'

/**
 * Restores an archive into the database at an address. Throws a plain sentence, and changes nothing, when people are in it already,
 * when a server uses it, or when the archive is damaged or from a newer Colloquy. Answers with the manifest.
 * @param {string} url
 * @param {string} file
 * @returns {Promise<import('./backup.mjs').Manifest>}
 */
export async function restore(url, file) {
  const archive = await openArchive(file)
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // It fails the statement at hand.
  await client.connect()
  try {
    await requireEmpty(client)
    await client.query('DROP SCHEMA IF EXISTS search CASCADE')
    await client.query('DROP SCHEMA IF EXISTS tallies CASCADE')
    await client.query('DROP SCHEMA public CASCADE')
    await client.query('CREATE SCHEMA public')
    await migrate(url, { only: archive.manifest.migrations })
    await client.query('BEGIN')
    await load(client, archive)
    await client.query('COMMIT')
  } finally {
    await client.end()
    archive.close()
  }
  await migrate(url)
  return archive.manifest
}

async function openArchive(file) {
  const zip = await yauzl
    .openPromise(file, { lazyEntries: true, autoClose: false })
    .catch((error) => {
      throw new PlainError(`${file} is no backup of Colloquy, or is cut off: ${error.message}.`, {
        cause: error,
      })
    })
  const entries = new Map()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  const read = async (name) => {
    const entry = entries.get(name)
    if (!entry) throw new PlainError(`${file} is damaged: ${name} is missing.`)
    return zip.openReadStreamPromise(entry)
  }
  const manifest = JSON.parse(await textOf(await read('manifest.json')))
  if (manifest.form !== archiveForm)
    throw new PlainError(`${file} is of another form than this Colloquy reads. Update Colloquy.`)
  return { file, manifest, read, close: () => zip.close() }
}

async function textOf(stream) {
  const chunks = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

async function requireEmpty(client) {
  const { rows: others } = await client.query(`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
      AND backend_type = 'client backend' LIMIT 1`)
  if (others.length) throw new PlainError('Something uses this database: stop Colloquy first.')
  const { rows } = await client.query("SELECT to_regclass('public.people') IS NOT NULL AS known")
  if (!rows[0].known) return
  const { rows: people } = await client.query('SELECT 1 FROM people LIMIT 1')
  if (people.length)
    throw new PlainError(
      'People are in this instance already: a backup is restored into an empty one (another COLLOQUY_DATA, or another database).',
    )
}

// Foreign keys are made anew after the rows are in, which proves them; triggers rest, for what they keep is in the archive.
async function load(client, { file, manifest, read }) {
  const { rows: keys } = await client.query(`
    SELECT conrelid::regclass::text AS holder, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace IN (
      SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'tallies', 'search'))`)
  for (const { holder, name } of keys)
    await client.query(`ALTER TABLE ${holder} DROP CONSTRAINT ${name}`)
  for (const table of manifest.tables) await loadTable(client, table, { file, read })
  for (const { holder, name, definition } of keys)
    await client.query(`ALTER TABLE ${holder} ADD CONSTRAINT ${name} ${definition}`)
  // The queue is not in the archive: what waits for a worker is found by the sweep that looks for dead ones.
  await client.query(`UPDATE imports SET progressed_at = created_at WHERE progressed_at IS NULL
    AND ready_at IS NULL AND failed_at IS NULL AND cancelled_at IS NULL`)
  await client.query(
    "SELECT setval(pg_get_serial_sequence('events', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM events))",
  )
}

async function loadTable(client, table, { file, read }) {
  const quoted = table.name
    .split('.')
    .map((part) => client.escapeIdentifier(part))
    .join('.')
  await client.query(`ALTER TABLE ${quoted} DISABLE TRIGGER USER`)
  await client.query(`TRUNCATE ${quoted}`)
  const tally = measure()
  const copy = client.query(
    copyStreams.from(`COPY ${copied({ ...table, quoted }, client)} FROM STDIN`),
  )
  await pipeline(await read(`tables/${table.name}.copy`), tally.stream, copy)
  const { bytes, sha256 } = tally.told()
  if (bytes !== table.bytes || sha256 !== table.sha256 || copy.rowCount !== table.rows)
    throw new PlainError(
      `${file} is damaged: the part ${table.name} is not what was written. Nothing was restored.`,
    )
  await client.query(`ALTER TABLE ${quoted} ENABLE TRIGGER USER`)
}

// Writes all that an instance holds into one file: a ZIP with a part for each table, as PostgreSQL's COPY writes it, and at its end
// manifest.json: what it is, and length and SHA-256 of each part. One snapshot for all, so that people may go on writing; nothing is
// held in memory but what is on its way.
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { PassThrough, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import copyStreams from 'pg-copy-streams'
import yazl from 'yazl'
import { appliedMigrations, copied, instanceTables } from './tables.mjs'

/**
 * @typedef {{ name: string, columns: string[], rows: number, bytes: number, sha256: string }} Part
 * @typedef {{ form: number, at: string, migrations: string[], tables: Part[] }} Manifest
 */

/** The form of archive that this Colloquy writes and reads. */
export const archiveForm = 1

/**
 * Writes an archive of the database at an address; the file is there only once it is whole. Answers with the manifest.
 * @param {string} url
 * @param {string} file
 * @returns {Promise<Manifest>}
 */
export async function backUp(url, file) {
  const half = `${file}.part`
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // It fails the statement at hand.
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const manifest = await writeArchive(client, half)
    await client.query('COMMIT')
    await rename(half, file)
    return manifest
  } catch (error) {
    await rm(half, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

async function writeArchive(client, file) {
  const zip = new yazl.ZipFile()
  const written = pipeline(zip.outputStream, createWriteStream(file, { mode: 0o600 }))
  const tables = await instanceTables(client)
  const manifest = {
    form: archiveForm,
    at: new Date().toISOString(),
    migrations: await appliedMigrations(client),
    tables: [],
  }
  const parts = (async () => {
    for (const table of tables) manifest.tables.push(await writeTable(client, zip, table))
    zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 2)), 'manifest.json')
    zip.end()
  })()
  await Promise.all([parts, written])
  return manifest
}

async function writeTable(client, zip, table) {
  const out = new PassThrough()
  const tally = measure()
  zip.addReadStream(out, `tables/${table.name}.copy`)
  const copy = client.query(copyStreams.to(`COPY ${copied(table, client)} TO STDOUT`))
  await pipeline(copy, tally.stream, out)
  return { name: table.name, columns: table.columns, rows: copy.rowCount, ...tally.told() }
}

/** A stream that lets everything through and knows how much it was, and its SHA-256. */
export function measure() {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return { stream, told: () => ({ bytes, sha256: hash.digest('hex') }) }
}

// The schema engine as WebAssembly: one engine for each call, for nothing is worth keeping between them.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { adapterFor, nowhere } from './adapter.mjs'
import { createDatabase, dropDatabase, split } from './connection.mjs'

const require = createRequire(import.meta.url)
const wasmEntry = require.resolve('@prisma/schema-engine-wasm')

/** The version of the engine; must be the one that the Prisma CLI was made with. */
export const { version: engineVersion } = JSON.parse(
  readFileSync(new URL('./package.json', `file://${wasmEntry}`), 'utf8'),
)

let loaded

async function loadEngine() {
  if (loaded) return loaded
  const bg = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(new URL('./schema_engine_bg.wasm', `file://${wasmEntry}`))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bg })
  bg.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  loaded = bg.SchemaEngine
  return loaded
}

/**
 * Engines for the schema files and the datasource of the command line. `withEngine(url, work, offline)` lends one to some work
 * and closes what it opened; `originOf(error)` finds the error behind one that crossed the engine.
 */
export function engines({ datamodelPaths, datasource }) {
  const opened = []
  let registry

  async function connect(url, cleanup) {
    const adapter = await open(url, cleanup)
    opened.push(adapter)
    return adapter
  }

  async function connectToShadow(url) {
    if (datasource.shadowDatabaseUrl) return connect(datasource.shadowDatabaseUrl)
    const shadow = new URL(url)
    shadow.pathname = `/prisma_migrate_shadow_db_${randomUUID()}`
    await createDatabase(shadow.toString())
    return connect(shadow.toString(), () => dropDatabase(shadow.toString()))
  }

  async function openEngine(url, offline) {
    const SchemaEngine = await loadEngine()
    const datamodels = datamodelPaths.map((path) => [path, readFileSync(path, 'utf8')])
    const bound = bindMigrationAwareSqlAdapterFactory({
      provider: 'postgres',
      adapterName: 'schema-engine-pg',
      connect: async () => (offline ? nowhere() : connect(url)),
      connectToShadowDb: async () => (offline ? nowhere() : connectToShadow(url)),
    })
    registry = bound.errorRegistry
    return SchemaEngine.new(
      { datamodels: datamodels.length ? datamodels : undefined },
      passOn,
      bound,
    )
  }

  async function withEngine(url, work, offline = false) {
    const engine = await openEngine(url ?? datasource.url, offline)
    try {
      return await work(engine)
    } finally {
      for (const adapter of opened.splice(0)) await adapter.dispose().catch(() => {})
    }
  }

  // Errors that crossed the adapter are kept by number in the registry.
  function originOf(error) {
    const id = /\(?(?:ExternalError|external error)\D*(\d+)\)?/i.exec(String(error?.message))?.[1]
    return (id !== undefined && registry?.consumeError(Number(id))?.error) || error
  }

  return { withEngine, originOf }
}

async function open(url, cleanup) {
  const c = split(url)
  const client = new pg.Client({ connectionString: c.url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  // `?schema=`: as the native engine does, make it and look there.
  if (c.schema) {
    const name = client.escapeIdentifier(c.schema)
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${name}; SET search_path TO ${name}`)
  }
  return adapterFor(client, c.schema, cleanup)
}

function passOn(message) {
  if (/"level":"(ERROR|WARN)"/.test(message)) process.stderr.write(`${message}\n`)
}

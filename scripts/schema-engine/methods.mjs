// What the Prisma CLI asks of its schema engine, and how an error is told to it.
import { createDatabase, split, userFacing, withClient } from './connection.mjs'
import { engines } from './engine.mjs'

const passthrough = new Set([
  'applyMigrations',
  'devDiagnostic',
  'diagnoseMigrationHistory',
  'introspect',
  'introspectSql',
  'markMigrationApplied',
  'markMigrationRolledBack',
  'schemaPush',
  'dbExecute',
  'reset',
])

/** The engine's methods by name. `print` is told what the CLI should show. */
export function methods({ datamodelPaths, datasource, print }) {
  const { withEngine, originOf } = engines({ datamodelPaths, datasource })
  const urlOf = (params) => params?.datasource?.url ?? datasource.url
  // These two replay the migration history, and the WebAssembly engine finds the replay only in its cache, which the diagnosis
  // fills (7.10.0-4).
  const afterDiagnosis = (method) => (params) =>
    withEngine(undefined, async (engine) => {
      const { migrationsList, filters } = params
      await engine.diagnoseMigrationHistory({
        migrationsList,
        filters,
        optInToShadowDatabase: true,
      })
      return engine[method](params)
    })

  const special = {
    createDatabase: async (params) => ({ databaseName: await createDatabase(urlOf(params)) }),
    async ensureConnectionValidity(params) {
      await withClient(split(urlOf(params)).url, (client) => client.query('SELECT 1'))
      return {}
    },
    getDatabaseVersion: (params) => withEngine(urlOf(params), (engine) => engine.version(params)),
    async diff(params) {
      const ends = [params.from, params.to]
      // Comparing schema files needs no database, as with the native engine.
      const isOffline = ends.every(({ tag }) => tag === 'empty' || tag === 'schemaDatamodel')
      const url = ends.find(({ tag }) => tag === 'url')?.url
      const { stdout, exitCode } = await withEngine(url, (engine) => engine.diff(params), isOffline)
      if (stdout != null) print(stdout.replace(/\n$/, ''))
      return { exitCode }
    },
    evaluateDataLoss: afterDiagnosis('evaluateDataLoss'),
    createMigration: afterDiagnosis('createMigration'),
  }

  async function call(method, params) {
    if (Object.hasOwn(special, method)) return special[method](params)
    if (!passthrough.has(method))
      throw new Error(`schema engine: method ${method} is not supported by the WebAssembly engine`)
    return (await withEngine(params?.datasourceType?.url, (engine) => engine[method](params))) ?? {}
  }

  return { call, describe: (error) => rpcError(originOf(error), datasource) }
}

const unknownPlace = { database: '?', host: '?', port: '?', user: '?' }

function rpcError(error, datasource) {
  const place = datasource.url ? split(datasource.url) : unknownPlace
  const data =
    userFacing(error, place) ?? userFacing(error?.cause, place) ?? ownWords(error) ?? raw(error)
  return {
    code: 4466,
    message: 'An error happened. Check the data field for details.',
    data: { is_panic: error instanceof WebAssembly.RuntimeError, ...data },
  }
}

// The engine's own errors carry their user-facing form as JSON.
function ownWords(error) {
  try {
    const data = JSON.parse(error.message)
    return data.message ? data : undefined
  } catch {
    return undefined
  }
}

function raw(error) {
  return {
    message: String(error?.message ?? error),
    error_code: error?.code,
    meta: error?.meta,
    backtrace: error?.stack,
  }
}

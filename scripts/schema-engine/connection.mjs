// How the schema engine reaches PostgreSQL.
import pg from 'pg'

// Prisma's `?schema=` and its pool settings are not libpq's.
/** The parts of a connection string; its `url` is what libpq understands. */
export function split(url) {
  const u = new URL(url)
  const schema = u.searchParams.get('schema') ?? undefined
  for (const k of [
    'schema',
    'connection_limit',
    'pool_timeout',
    'pgbouncer',
    'connect_timeout',
    'socket_timeout',
  ])
    u.searchParams.delete(k)
  return {
    url: u.toString(),
    schema,
    database: decodeURIComponent(u.pathname.slice(1)) || 'postgres',
    host: u.hostname,
    port: u.port || '5432',
    user: decodeURIComponent(u.username),
  }
}
/** A connection's error in Prisma's own words and codes, or undefined when it is none. */
export function userFacing(err, c) {
  const code = err?.code
  if (code === '3D000')
    return {
      error_code: 'P1003',
      message: `Database \`${c.database}\` does not exist`,
      meta: { database_name: c.database },
    }
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOENT'].includes(code))
    return {
      error_code: 'P1001',
      message: `Can't reach database server at \`${c.host}:${c.port}\`\n\nPlease make sure your database server is running at \`${c.host}:${c.port}\`.`,
      meta: {},
    }
  if (code === '28P01' || code === '28000')
    return {
      error_code: 'P1000',
      message: `Authentication failed against database server, the provided database credentials for \`${c.user}\` are not valid.`,
      meta: {},
    }
  return undefined
}

/** Lends a connection to some work. */
export async function withClient(connectionString, fn) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await fn(client)
  } finally {
    await client.end()
  }
}

function maintenanceUrl(c) {
  const u = new URL(c.url)
  u.pathname = '/postgres'
  return u.toString()
}

/** Makes the database that a connection string names. */
export async function createDatabase(url) {
  const c = split(url)
  await withClient(maintenanceUrl(c), (cl) =>
    cl.query(`CREATE DATABASE ${cl.escapeIdentifier(c.database)}`),
  )
  return c.database
}

/** Drops the database that a connection string names. */
export async function dropDatabase(url) {
  const c = split(url)
  await withClient(maintenanceUrl(c), (cl) =>
    cl.query(`DROP DATABASE IF EXISTS ${cl.escapeIdentifier(c.database)} WITH (FORCE)`),
  )
}

import 'server-only'
import pg from 'pg'
import { databaseTrouble, type Trouble } from './trouble'

// Whether the database lets somebody new in. Who asks over a connection that is open already does not learn that: a server whose
// first process is frozen goes on answering these.

const PATIENCE_MS = 3_000

let knocking: Promise<Trouble | null> | null = null

/** What keeps a new connection from being made and answered within three seconds; null when nothing does. Who asks meanwhile shares it. */
export function knock(): Promise<Trouble | null> {
  knocking ??= knockOnce().finally(() => {
    knocking = null
  })
  return knocking
}

async function knockOnce(): Promise<Trouble | null> {
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  })
  // One that breaks meanwhile fails what is asked of it, which is told below.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return null
  } catch (error) {
    return databaseTrouble(error) ?? 'away'
  } finally {
    // A frozen server does not answer the farewell either: nobody waits for it.
    void client.end().catch(() => {})
  }
}

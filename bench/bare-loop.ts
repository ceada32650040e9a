// The same statements without the application: `pg`, a pool, nothing else. What the application is measured against.

import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { newId } from '@/lib/ids'
import type { Statement } from './wire'

/** What was in the recorded request and must be another each time, or the database would refuse the row. */
export type Recorded = {
  readonly statements: readonly Statement[]
  readonly id: string | null
  readonly key: string | null
}

/** A pool of bare connections. */
export function barePool(databaseUrl: string, connections: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections })
  pool.on('error', () => {}) // The server is stopped at the end of the run.
  return pool
}

/** Sends the recorded statements of one request over one connection, one after the other, and reads all rows. */
export async function replay(pool: pg.Pool, recorded: Recorded): Promise<void> {
  const renewed = renewer(recorded)
  const client = await pool.connect()
  try {
    for (const { sql, values, kept } of recorded.statements) {
      const { command, rowCount } = await client.query({
        text: sql,
        values: values.map(renewed),
        ...(kept ? { name: nameOf(sql) } : {}),
      })
      if (command === 'INSERT' && rowCount === 0) throw new Error(`nothing was inserted by ${sql}`)
    }
  } finally {
    client.release()
  }
}

function renewer({ id, key }: Recorded): (value: string | null) => string | null {
  const [newOne, newKey] = [newId(), randomUUID()]
  return (value) => {
    if (value === null) return null
    const renamed = id === null ? value : value.replaceAll(id, newOne)
    return key === null ? renamed : renamed.replaceAll(key, newKey)
  }
}

const names = new Map<string, string>()

function nameOf(sql: string): string {
  const name = names.get(sql) ?? `s${names.size}`
  names.set(sql, name)
  return name
}

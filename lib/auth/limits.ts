import 'server-only'
import pg from 'pg'
import { RateLimiterPostgres } from 'rate-limiter-flexible'

// Where counts of attempts are kept: in PostgreSQL, so that all processes count together. A pool of its own, since a count must
// stand even when the transaction of the request is rolled back.

declare global {
  var colloquyLimits: pg.Pool | undefined
}

const CONNECTIONS = 3

function pool(): pg.Pool {
  if (!globalThis.colloquyLimits) {
    const made = new pg.Pool({
      connectionString: process.env.DATABASE_URL,
      max: CONNECTIONS,
      allowExitOnIdle: true,
    })
    // A connection that is dropped while idle is only opened again by the next count.
    made.on('error', () => undefined)
    globalThis.colloquyLimits = made
  }
  return globalThis.colloquyLimits
}

/** Counts under keys that begin with `name`: at most `points` in each window of `seconds`. */
export function limiter(name: string, points: number, seconds: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool(),
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
  })
}

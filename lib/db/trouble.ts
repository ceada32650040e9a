// What an error of the database means for whoever asked, whatever library it came through.

export type Trouble = 'away' | 'full'

const AWAY: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH'],
  // Prisma: not reached, closed, no connection or transaction in time.
  ...['P1001', 'P1002', 'P1017', 'P2024', 'P2028'],
  // PostgreSQL: connection lost, shutting down or starting, too many connections, a standby that takes no writes, a statement that
  // took too long (a lock, a frozen disk).
  ...['08000', '08001', '08003', '08006', '57P01', '57P02', '57P03', '53300', '25006', '57014'],
])

const SAYS_AWAY =
  /Connection terminated|Can't reach database|DatabaseNotReachable|ConnectionClosed|SocketTimeout|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error/
const SAYS_FULL = /No space left on device|\b53100\b/

const DEEPEST = 5

/** Whether an error says that the database cannot be reached, now or any more, or that its disk is full; null for all others. */
export function databaseTrouble(error: unknown): Trouble | null {
  const told = parts(error, DEEPEST)
  if (
    told.some(
      ({ code, message }) => code === '53100' || code === 'ENOSPC' || SAYS_FULL.test(message),
    )
  )
    return 'full'
  if (told.some(({ code, message }) => AWAY.has(code) || SAYS_AWAY.test(message))) return 'away'
  return null
}

type Part = { readonly code: string; readonly message: string }

// Prisma wraps what the driver said, which wraps what PostgreSQL said.
function parts(error: unknown, depth: number): readonly Part[] {
  if (typeof error !== 'object' || error === null || depth === 0) return []
  const get = (name: string): unknown => Reflect.get(error, name)
  const inner = ['cause', 'meta', 'driverAdapterError'].flatMap((name) =>
    parts(get(name), depth - 1),
  )
  const message = [get('message'), get('originalMessage'), get('kind')].filter(isText).join(' ')
  const codes = [get('code'), get('originalCode')].filter(isText)
  return [...codes.map((code) => ({ code, message })), { code: '', message }, ...inner]
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

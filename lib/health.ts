import 'server-only'
import { db } from '@/lib/db/client'
import { knock } from '@/lib/db/knock'
import { presentTrouble } from '@/lib/db/watch'
import { hub } from '@/lib/live'

const PATIENCE_MS = 3_000

/**
 * 200 `{"status":"ok"}` while the database answers within three seconds, over an open connection and over a new one; else 503
 * `{"status":"database-away"}`; 507 `{"status":"disk-full"}` while nothing can be written.
 */
export async function health(): Promise<Response> {
  const [answered, trouble] = await Promise.all([
    Promise.race([
      db().$queryRaw`SELECT 1`.then(() => true).catch(() => false),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS)),
    ]),
    knock(),
  ])
  const full = presentTrouble() === 'full' || trouble === 'full'
  const ok = answered && trouble === null
  return Response.json(
    { status: full ? 'disk-full' : ok ? 'ok' : 'database-away', live: live() },
    { status: full ? 507 : ok ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}

/** How many pages listen, and how many transactions have been open for how long whose events can be told only when they end. */
function live(): { streams: number; openTransactions: number; openForSeconds: number } {
  const { streams, openTransactions, since } = hub().status()
  const openForSeconds = since ? Math.round((Date.now() - since.getTime()) / 1_000) : 0
  return { streams, openTransactions, openForSeconds }
}

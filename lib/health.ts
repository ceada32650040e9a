import 'server-only'
import { db } from '@/lib/db/client'

const PATIENCE_MS = 3_000

/** 200 `{"status":"ok"}` while the database answers within three seconds, else 503 `{"status":"database-away"}`. */
export async function health(): Promise<Response> {
  const answered = await Promise.race([
    db().$queryRaw`SELECT 1`.then(() => true).catch(() => false),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS)),
  ])
  return Response.json(
    { status: answered ? 'ok' : 'database-away' },
    { status: answered ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}

import 'server-only'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { log } from '@/lib/log'

// The queue keeps a job locked for four hours, whatever became of the worker that took it. So each server says every few seconds that
// it lives, and unlocks what workers hold of which no living server knows. Times are the database's, so that clocks need not agree.

/** How often a server gives a sign of life, and after how long without one it counts as dead; in milliseconds. */
export type Pulse = { readonly everyMs: number; readonly deadAfterMs: number }

export type Life = {
  readonly serverId: string
  readonly workers: ReadonlySet<string>
  readonly stop: () => void
}

/** Gives signs of life for these workers until stopped, and with each takes over what the dead held. The set may grow. */
export async function keepAlive(
  workers: ReadonlySet<string>,
  { everyMs, deadAfterMs }: Pulse,
): Promise<Life> {
  const serverId = newId()
  const beat = async () => {
    await giveSign(serverId, workers)
    await takeOver(deadAfterMs)
  }
  await beat()
  let isBeating = false
  const timer = setInterval(async () => {
    if (isBeating) return
    isBeating = true
    await beat().catch((err: unknown) =>
      log.warn({ err, from: 'jobs' }, 'No sign of life could be given.'),
    )
    isBeating = false
  }, everyMs)
  timer.unref()
  return { serverId, workers, stop: () => clearInterval(timer) }
}

/** Ends the signs of life and unlocks at once what these workers still hold: their server is about to end. */
export async function giveBack({ serverId, workers, stop }: Life): Promise<void> {
  stop()
  await db().$executeRaw`SELECT graphile_worker.force_unlock_workers(${[...workers]}::text[])`
  await db().$executeRaw`DELETE FROM job_servers WHERE id = ${serverId}::uuid`
}

async function giveSign(serverId: string, workers: ReadonlySet<string>): Promise<void> {
  await db().$executeRaw`
    INSERT INTO job_servers (id, workers, alive_at)
    VALUES (${serverId}::uuid, ${[...workers]}::text[], now())
    ON CONFLICT (id) DO UPDATE SET workers = EXCLUDED.workers, alive_at = EXCLUDED.alive_at`
}

/** Unlocks what workers hold that no living server knows, and forgets the servers that are long gone. Two statements. */
async function takeOver(deadAfterMs: number): Promise<void> {
  const taken = await db().$executeRaw`
    SELECT graphile_worker.force_unlock_workers(array_agg(dead.worker)) FROM (
      SELECT DISTINCT locked_by AS worker FROM graphile_worker.jobs j
      WHERE locked_by IS NOT NULL AND locked_at < now() - make_interval(secs => ${deadAfterMs / 1_000}::float8)
        AND NOT EXISTS (SELECT 1 FROM job_servers s WHERE j.locked_by = ANY(s.workers)
          AND s.alive_at > now() - make_interval(secs => ${deadAfterMs / 1_000}::float8))
    ) dead HAVING count(*) > 0`
  if (taken > 0) log.warn({ from: 'jobs' }, 'Jobs of a server that died are taken over.')
  await db().$executeRaw`DELETE FROM job_servers WHERE alive_at < now() - interval '1 day'`
}

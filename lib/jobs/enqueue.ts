import 'server-only'
import type { Db } from '@/lib/db/client'

// Work for later, on the queue in the same PostgreSQL: the job is there if and only if the transaction that asked for it was committed.

export type JobName =
  | 'export-person'
  | 'purge-person'
  | 'place-notes'
  | 'read-import'
  | 'tell-people'
  | 'send-mails'

const MOST_ATTEMPTS = 6

/** Asks for a job. Two with one key are one job, as long as it has not begun. The job may run more than once: it must not mind. */
export async function enqueue(
  tx: Db,
  {
    name,
    key,
    payload,
  }: { readonly name: JobName; readonly key: string; readonly payload: object },
): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json,
      job_key := ${`${name}/${key}`}, max_attempts := ${MOST_ATTEMPTS}::int)`
}

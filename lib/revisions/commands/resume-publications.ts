import 'server-only'
import { db, transaction } from '@/lib/db/client'
import { enqueue } from '@/lib/jobs/enqueue'
import { giveUp } from './place-notes'

type Stuck = { readonly id: string; readonly isSpent: boolean }

/**
 * Looks after revisions that wait for their notes and that nothing will come to: one without a job (its database was restored from a
 * backup) is put on the queue, one whose job was tried too often (its servers died over it) is given up, so that the reading can be
 * revised anew. Answers with how many there were.
 */
export async function resumePublications(): Promise<number> {
  const stuck = await db().$queryRaw<Stuck[]>`
    SELECT v.id, j.id IS NOT NULL AS "isSpent"
    FROM readings r JOIN revisions v ON v.id = r.publishing_id
      LEFT JOIN graphile_worker.jobs j ON j.key = 'place-notes/' || v.id
    WHERE v.queued_at IS NOT NULL
      AND (j.id IS NULL OR (j.attempts >= j.max_attempts AND j.locked_at IS NULL))
    LIMIT 100`
  for (const { id, isSpent } of stuck) {
    if (isSpent) await giveUp(id)
    else {
      await transaction((tx) =>
        enqueue(tx, { name: 'place-notes', key: id, payload: { revisionId: id } }),
      )
    }
  }
  return stuck.length
}

import 'server-only'
import { db, transaction } from '@/lib/db/client'
import { DEAD_AFTER_MS } from '@/lib/importing/import'
import { enqueue } from '@/lib/jobs/enqueue'

/** Puts texts back on the queue whose worker gave no sign for a while: its process was killed. One statement and one for each found. */
export async function resumeImports(now: Date): Promise<number> {
  const before = new Date(now.getTime() - DEAD_AFTER_MS)
  const dead = await db().import.findMany({
    where: {
      progressedAt: { lt: before },
      readyAt: null,
      failedAt: null,
      cancelledAt: null,
    },
    select: { id: true },
    take: 100,
  })
  for (const { id } of dead) {
    await transaction((tx) =>
      enqueue(tx, { name: 'read-import', key: id, payload: { importId: id } }),
    )
  }
  return dead.length
}

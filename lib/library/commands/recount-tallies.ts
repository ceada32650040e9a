import 'server-only'
import { db, transaction } from '@/lib/db/client'
import type { Place } from '@/lib/library/contents'

/** The places whose tallies are not what a recount gives: none, unless somebody wrote past the database's triggers. Reads every note. */
export async function wrongTallies(): Promise<readonly Place[]> {
  return db().$queryRaw<Place[]>`
    SELECT reading_id AS "readingId", group_id AS "groupId" FROM tallies.wrong() ORDER BY 1, 2`
}

/** Counts the tallies anew where they are wrong; says how many places that were. Who writes there waits for the moment of it. */
export async function recountTallies(): Promise<number> {
  const wrong = await wrongTallies()
  for (const { readingId, groupId } of wrong) {
    await transaction(
      (tx) => tx.$executeRaw`SELECT tallies.recount(${readingId}::uuid, ${groupId}::uuid)`,
    )
  }
  return wrong.length
}

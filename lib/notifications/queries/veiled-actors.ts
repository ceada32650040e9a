import 'server-only'
import { rowsOf } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor } from '@/lib/policy/actor'
import { pseudonymsLiftedSql } from '@/lib/policy/visible'
import { readAs } from '@/lib/pseudonyms/byline'
import type { NotificationRow } from './rows'

type Veil = { readonly n: number; readonly id: string; readonly name: string | null }

/** Notices with pseudonyms in the place of those whose names the reader does not see in an assignment. One statement, or none. */
export async function withVeiledActors(
  viewer: AnyActor,
  rows: readonly NotificationRow[],
): Promise<NotificationRow[]> {
  const ofThreads = rows.filter(({ threadId, actor }) => threadId !== null && actor !== null)
  if (ofThreads.length === 0) return [...rows]
  const threadIds = ofThreads.map(({ threadId }) => threadId)
  const actorIds = ofThreads.map(({ actor }) => actor?.id)
  const veils = await rowsOf<Veil>(Prisma.sql`
    SELECT x.n::int, y.id, y.name
    FROM unnest(${threadIds}::uuid[], ${actorIds}::uuid[]) WITH ORDINALITY AS x(thread_id, actor_id, n)
      JOIN annotations a ON a.id = x.thread_id
      JOIN pseudonyms y ON y.assignment_id = a.assignment_id AND y.person_id = x.actor_id
    WHERE NOT ${pseudonymsLiftedSql(viewer)}`)
  const byRow = new Map(veils.map(({ n, ...veil }) => [ofThreads[n - 1]?.id, veil]))
  return rows.map((row) => {
    const pseudonym = byRow.get(row.id)
    if (!pseudonym) return row
    return { ...row, actor: readAs(pseudonym, row.replyId ?? row.threadId ?? row.id) }
  })
}

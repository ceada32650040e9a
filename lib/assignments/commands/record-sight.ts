import 'server-only'
import type { Db } from '@/lib/db/client'
import { personNews } from '@/lib/people/news'
import { type AnyActor, personOf } from '@/lib/policy/actor'

/** Tells that one person, or everybody in a group, may see more or less from now on: their open pages look anew. */
export async function recordSight(
  tx: Db,
  actor: AnyActor,
  {
    at,
    ...whose
  }: { readonly at: Date } & ({ readonly personId: string } | { readonly groupId: string }),
): Promise<void> {
  const subject =
    'personId' in whose
      ? { subjectId: whose.personId }
      : { subjectId: whose.groupId, groupId: whose.groupId }
  await personNews.record(tx, { kind: 'sight.changed', actorId: personOf(actor), ...subject, at })
}

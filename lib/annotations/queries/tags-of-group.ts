import 'server-only'
import { tidyTag } from '@/lib/annotations/tags'
import { rowsOf } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor } from '@/lib/policy/actor'
import { listable, readingsVisibleSql } from '@/lib/policy/visible'

export type TagInUse = { readonly tag: string; readonly notes: number }

/** Tags of long ago are not looked for: the cost of a suggestion must not grow with the group. */
const NOTES_LOOKED_AT = 5_000

/**
 * The tags of the newest notes of a group, which the actor was seen to see, in which a word begins with `q`: of those notes that he
 * may see, the most used first, each in the spelling that is used most.
 */
export async function tagsOfGroup(
  actor: AnyActor,
  group: { readonly id: string },
  { q, limit }: { readonly q: string; readonly limit: number },
): Promise<readonly TagInUse[]> {
  const begins = `${tidyTag(q).replace(/[\\%_]/g, '\\$&')}%`
  return rowsOf<TagInUse>(Prisma.sql`
    SELECT mode() WITHIN GROUP (ORDER BY used.tag) AS tag, count(*)::int AS notes
    FROM (SELECT * FROM annotations WHERE group_id = ${group.id}::uuid
        ORDER BY id DESC LIMIT ${NOTES_LOOKED_AT}) a
      JOIN readings r ON r.id = a.reading_id
      JOIN threads t ON t.id = a.id
      JOIN groups g ON g.id = a.group_id
      CROSS JOIN unnest(a.tags) AS used(tag)
    WHERE a.deleted_at IS NULL AND ${listable(actor)} AND ${readingsVisibleSql(actor)}
      AND (used.tag ILIKE ${begins} OR used.tag ILIKE ${`% ${begins}`})
    GROUP BY lower(used.tag)
    ORDER BY count(*) DESC, lower(used.tag)
    LIMIT ${limit}`)
}

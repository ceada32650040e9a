import 'server-only'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Watcher } from '@/lib/notifications/recipients'
import { isVeiledSql } from '@/lib/pseudonyms/queries'

/** Something that happened, as far as it says whom it may concern. */
export type Happening = {
  readonly mentioned: readonly string[]
  /** Who wrote the reply that is answered; with `answersRoot`, it is the author of what the thread is about. */
  readonly answered: readonly string[]
  readonly answersRoot: boolean
  readonly threadId: string
  readonly readingId: string
  readonly groupId: string | null
  readonly actorId: string
  /** Only those who are named in it: others were told of it before. */
  readonly namedOnly?: boolean
}

/**
 * Everybody whom something that happened may concern, with each of their reasons, no more than `limit` rows, those by name first. One
 * statement; raw, for the sources are many.
 */
export async function watchersOf(
  happening: Happening,
  limit: number | null = null,
): Promise<readonly Watcher[]> {
  const { groupId } = happening
  return db().$queryRaw<Watcher[]>`
    SELECT w.person_id AS "personId", w.reason, w.is_muted AS "isMuted",
      COALESCE(s.levels ->> ${groupId}::text, 'mine') AS level
    FROM (${namedSql(happening)} ${happening.namedOnly ? Prisma.empty : othersSql(happening)}) AS w
      LEFT JOIN notification_settings s ON s.person_id = w.person_id
    WHERE w.person_id <> ${happening.actorId}::uuid
    ORDER BY w.rank
    LIMIT ${limit}::int`
}

function namedSql({ mentioned, answered }: Happening): Prisma.Sql {
  return Prisma.sql`
    SELECT m.id AS person_id, 'mentioned' AS reason, FALSE AS is_muted, 0 AS rank
      FROM unnest(${[...mentioned]}::uuid[]) AS m(id)
    UNION ALL
    SELECT m.id, 'answered', FALSE, 1 FROM unnest(${[...answered]}::uuid[]) AS m(id)`
}

// A section is that in which the note stands now. Where classmates read no names, nobody hears of a person's posts by watching them.
function othersSql(happening: Happening): Prisma.Sql {
  const { threadId, readingId, groupId, actorId } = happening
  const author = happening.answersRoot ? Prisma.sql`'answered'` : Prisma.sql`'author'`
  return Prisma.sql`
    UNION ALL
    SELECT author_id, ${author}, FALSE, 2 FROM annotations WHERE id = ${threadId}::uuid
    UNION ALL
    SELECT author_id, ${author}, FALSE, 2 FROM claims WHERE id = ${threadId}::uuid
    UNION ALL
    SELECT author_id, 'participant', FALSE, 3 FROM replies
      WHERE thread_id = ${threadId}::uuid AND deleted_at IS NULL GROUP BY author_id
    UNION ALL
    SELECT person_id, kind, level = 'muted', 4 FROM watches
      WHERE (kind, subject_id) IN (
        SELECT 'thread', ${threadId}::uuid UNION ALL SELECT 'reading', ${readingId}::uuid
        UNION ALL SELECT 'person', ${actorId}::uuid WHERE NOT EXISTS (
          SELECT FROM annotations v WHERE v.id = ${threadId}::uuid AND ${isVeiledSql(Prisma.sql`v.assignment_id`)})
        UNION ALL SELECT 'section', section_id FROM annotations WHERE id = ${threadId}::uuid
        UNION ALL SELECT 'debate', debate_id FROM claims WHERE id = ${threadId}::uuid)
    UNION ALL
    SELECT m.person_id, 'group', FALSE, 5
      FROM memberships m JOIN notification_settings l ON l.person_id = m.person_id
      WHERE m.group_id = ${groupId}::uuid AND l.levels ->> ${groupId}::text = 'all'`
}

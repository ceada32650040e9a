import 'server-only'
import { threadFacts } from '@/lib/annotations/annotation'
import type { AnnotationRow } from '@/lib/annotations/queries/rows'
import { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor } from '@/lib/policy/actor'
import { repliesOnSeenNotesSql } from '@/lib/policy/visible'
import { type ReplyRow, replyRows } from './rows'

/** The first replies of each of some annotations that the actor was seen to see, oldest first; `each` at most. One statement. */
export async function firstReplies(
  actor: AnyActor,
  annotations: readonly AnnotationRow[],
  each: number,
): Promise<readonly ReplyRow[]> {
  const answered = new Map(
    annotations.filter((row) => row.replyCount > 0).map((row) => [row.id, row]),
  )
  if (answered.size === 0) return []
  const rows = await replyRows(actor, {
    where: Prisma.sql`r.id IN (
      SELECT ranked.id FROM (
        SELECT r.id, row_number() OVER (PARTITION BY r.thread_id ORDER BY r.id) AS rank
        FROM replies r WHERE r.thread_id = ANY(${[...answered.keys()]}::uuid[])
          AND r.deleted_at IS NULL AND ${repliesOnSeenNotesSql(actor)}
      ) ranked WHERE ranked.rank <= ${each})`,
    limit: answered.size * each,
  })
  return rows.flatMap((row) => {
    const annotation = answered.get(row.threadId)
    return annotation ? [{ ...row, thread: threadFacts(annotation) }] : []
  })
}

import 'server-only'
import type { Db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { SubjectKind } from '@/lib/moderation/decision'
import { pointsOf, rankOf, type Weighed } from '@/lib/moderation/priority'
import { flagsOf } from '@/lib/moderation/queries/item-rows'
import type { Source } from '@/lib/moderation/reason'

export type NewItem = {
  readonly groupId: string
  readonly readingId: string
  readonly sectionId: string | null
  readonly threadId: string
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  readonly authorId: string
  readonly source: Source
  /** How many people it concerns besides, and what else it is said with. */
  readonly particulars?: Readonly<Record<string, string | number>>
  readonly appealedId?: string
  readonly assignedToId?: string
  readonly at: Date
}

/**
 * Puts something into the queue of a group, or finds it there: one open item for a thing and a source. Gives its id. Holds the item's row until
 * the transaction ends.
 */
export async function openItem(tx: Db, item: NewItem): Promise<string> {
  const { particulars = {}, appealedId = null, assignedToId = null, at } = item
  const others = typeof particulars.others === 'number' ? particulars.others : 0
  const points = pointsOf({ reasons: [item.source], reporters: [], others })
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO review_items (id, group_id, reading_id, section_id, thread_id, subject_kind,
      subject_id, author_id, source, reasons, state, created_at, points, rank, particulars,
      appealed_id, assigned_to_id)
    VALUES (${newId()}::uuid, ${item.groupId}::uuid, ${item.readingId}::uuid,
      ${item.sectionId}::uuid, ${item.threadId}::uuid, ${item.subjectKind},
      ${item.subjectId}::uuid, ${item.authorId}::uuid, ${item.source}, ${[item.source]}::text[],
      'open', ${at}, ${points}, ${rankOf(points, at)}, ${JSON.stringify(particulars)}::jsonb,
      ${appealedId}::uuid, ${assignedToId}::uuid)
    ON CONFLICT (subject_id, source) WHERE state = 'open' AND source <> 'appeal'
      DO UPDATE SET version = review_items.version + 1, particulars = EXCLUDED.particulars
    RETURNING id`
  if (!row) throw new Error('An item was neither made nor found.')
  return row.id
}

/** Weighs an item anew by its flags, which were changed. Two statements. */
export async function weighFlags(tx: Db, itemId: string): Promise<void> {
  const flags = await flagsOf([itemId])
  const reasons = [...new Set(flags.map(({ reason }) => reason))]
  const weighed: Weighed = { reasons, reporters: flags, others: 0 }
  const points = pointsOf(weighed)
  await tx.$executeRaw`
    UPDATE review_items SET reasons = ${reasons}::text[], points = ${points}::float8,
      rank = ${points}::float8 - extract(epoch FROM created_at)::float8 / 86400
    WHERE id = ${itemId}::uuid`
}

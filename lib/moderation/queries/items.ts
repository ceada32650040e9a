import 'server-only'
import { db } from '@/lib/db/client'
import { cursorKey, type Page, pageFrom } from '@/lib/db/page'
import { NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { groupFor } from '@/lib/groups/queries'
import { isId } from '@/lib/ids'
import type { QueueQuery } from '@/lib/moderation/contract/review'
import { SOURCES, type Source } from '@/lib/moderation/reason'
import type { AnyActor } from '@/lib/policy/actor'
import { authorize, can } from '@/lib/policy/rules'
import { type DecisionRow, decisionRows } from './decisions'
import { type FlagRow, flagsOf, type ItemRow, itemRows } from './item-rows'

/** An item with what is said of it. */
export type FoundItem = {
  readonly row: ItemRow
  readonly flags: readonly FlagRow[]
  /** The last decision about it. */
  readonly decision: DecisionRow | null
  /** The decision that it is an appeal against. */
  readonly appealed: DecisionRow | null
}

const BY_RANK = cursorKey('number', 'id')
const ORDER = Prisma.sql`i.rank DESC, i.id DESC`

/** Up to how many items of one source a count goes: what is shown is "1000+". */
export const COUNTED_TO = 1000

type Filters = Omit<QueueQuery, 'cursor' | 'limit' | 'source' | 'id'>

/**
 * A page of what waits in a group, most pressing first, with how many there are of each source under the same filters. Throws NotFound, or
 * Forbidden for who does not lead the group. Its cost does not grow with the queue: counts stop at `COUNTED_TO`.
 */
export async function queueOf(
  actor: AnyActor,
  { id, cursor, limit, source, ...filters }: QueueQuery,
  now: Date,
): Promise<Page<FoundItem> & { readonly counts: readonly { source: Source; count: number }[] }> {
  const group = await groupFor(actor, id)
  authorize(actor, 'review.see', group)
  const holds = conditionOf(group.id, filters, now)
  const [rank, lastId] = cursor === undefined ? [null, null] : BY_RANK.decode(cursor)
  const after =
    rank === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(i.rank, i.id) < (${rank}::float8, ${lastId}::uuid)`
  const bySource = source === undefined ? Prisma.sql`TRUE` : Prisma.sql`i.source = ${source}`
  const [rows, counts] = await Promise.all([
    itemRows(actor, {
      where: Prisma.sql`${holds} AND ${bySource} AND ${after}`,
      orderBy: ORDER,
      limit: limit + 1,
    }),
    countsOf(holds),
  ])
  const page = pageFrom(rows, limit, BY_RANK, (row) => [row.rank, row.id])
  return { items: await around(page.items), nextCursor: page.nextCursor, counts }
}

// The list and its counts ask the same condition, so that they never say different things.
function conditionOf(groupId: string, filters: Filters, now: Date): Prisma.Sql {
  const { state, reason, readingId, sectionId, authorId, reporterId, assigneeId, olderThan } =
    filters
  const conditions = [Prisma.sql`i.group_id = ${groupId}::uuid`, stateSql(state, now)]
  const named = [
    ['reading_id', readingId],
    ['section_id', sectionId],
    ['author_id', authorId],
    ['assigned_to_id', assigneeId],
  ] as const
  for (const [column, value] of named) {
    if (value !== undefined)
      conditions.push(Prisma.sql`${Prisma.raw(`i.${column}`)} = ${idIn(value)}::uuid`)
  }
  if (reason !== undefined) {
    conditions.push(Prisma.sql`(i.source = ${reason} OR ${reason} = ANY(i.reasons))`)
  }
  if (reporterId !== undefined) {
    conditions.push(Prisma.sql`EXISTS (SELECT FROM flags f
      WHERE f.item_id = i.id AND f.reporter_id = ${idIn(reporterId)}::uuid)`)
  }
  if (olderThan !== undefined) {
    const before = new Date(now.getTime() - olderThan * 3_600_000)
    conditions.push(Prisma.sql`i.created_at <= ${before}`)
  }
  return Prisma.join(conditions, ' AND ')
}

function stateSql(state: Filters['state'], now: Date): Prisma.Sql {
  switch (state) {
    case 'open':
      return Prisma.sql`i.state = 'open' AND (i.snoozed_until IS NULL OR i.snoozed_until <= ${now})`
    case 'snoozed':
      return Prisma.sql`i.state = 'open' AND i.snoozed_until > ${now}`
    case 'decided':
      return Prisma.sql`i.state = 'decided'`
    case 'settled':
      return Prisma.sql`i.state = 'settled'`
  }
}

function idIn(value: string): string {
  if (!isId(value)) throw new NotFound()
  return value
}

async function countsOf(holds: Prisma.Sql): Promise<{ source: Source; count: number }[]> {
  return db().$queryRaw<{ source: Source; count: number }[]>`
    SELECT s.source, n.count FROM unnest(${[...SOURCES]}::text[]) AS s(source),
      LATERAL (SELECT count(*)::int AS count FROM (SELECT FROM review_items i
        WHERE i.source = s.source AND ${holds} LIMIT ${COUNTED_TO}) c) n
    WHERE n.count > 0`
}

async function around(rows: readonly ItemRow[]): Promise<readonly FoundItem[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const appealedIds = rows.flatMap(({ appealedId }) => appealedId ?? [])
  const [flags, decisions] = await Promise.all([
    flagsOf(ids),
    decisionRows(Prisma.sql`d.id = ANY(${appealedIds}::uuid[]) OR d.id IN (
      SELECT DISTINCT ON (l.item_id) l.id FROM decisions l WHERE l.item_id = ANY(${ids}::uuid[]) AND l.kind <> 'hold'
      ORDER BY l.item_id, l.id DESC)`),
  ])
  return rows.map((row) => ({
    row,
    flags: flags.filter(({ itemId }) => itemId === row.id),
    decision: decisions.find(({ itemId }) => itemId === row.id) ?? null,
    appealed: decisions.find(({ id }) => id === row.appealedId) ?? null,
  }))
}

/** An item of a queue that the actor may see. Throws NotFound: to who leads no group there are no items. Four queries. */
export async function itemFor(actor: AnyActor, id: string): Promise<FoundItem> {
  const rows = isId(id)
    ? await itemRows(actor, { where: Prisma.sql`i.id = ${id}::uuid`, orderBy: ORDER, limit: 1 })
    : []
  const [found] = await around(rows)
  if (!found || !can(actor, 'review.see', groupFactsOf(found.row))) throw new NotFound()
  return found
}

/** The group of an item, as rights want to know it. */
export function groupFactsOf(row: ItemRow) {
  return { id: row.groupId, kind: row.groupKind, deletedAt: row.groupDeletedAt }
}

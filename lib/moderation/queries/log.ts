import 'server-only'
import { db } from '@/lib/db/client'
import { BY_ID, type Page, pageFrom } from '@/lib/db/page'
import { Prisma } from '@/lib/generated/prisma/client'
import { groupFor } from '@/lib/groups/queries'
import { type HouseRules, houseRulesFrom } from '@/lib/moderation/contract/house-rules'
import type { SubjectKind } from '@/lib/moderation/decision'
import type { AnyActor } from '@/lib/policy/actor'
import { authorize, can } from '@/lib/policy/rules'
import { type DecisionRow, decisionRows } from './decisions'

export type EntryRow = {
  readonly entry: {
    readonly id: string
    readonly at: Date
    readonly actorId: string | null
    readonly actorName: string | null
    readonly act: string
    readonly decisionId: string | null
    readonly kind: string | null
    readonly reason: string | null
    readonly rule: string | null
    readonly source: string
    readonly subjectKind: SubjectKind
    readonly subjectId: string
  }
  readonly decision: DecisionRow | null
}

// What members are shown of a log that is open to them: what was decided and undone, never who reported or who is on what.
const SHOWN: readonly string[] = ['decided', 'undone', 'granted', 'declined']

/** A page of a group's log, newest first. Throws NotFound, or Forbidden for whom the group does not show it. Three queries. */
export async function logOf(
  actor: AnyActor,
  groupId: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Page<EntryRow>> {
  const group = await groupFor(actor, groupId)
  const rules = await houseRulesOf(group)
  authorize(actor, 'log.see', { group, isOpen: rules.log === 'decisions' })
  const acts = can(actor, 'review.see', group)
    ? Prisma.sql`TRUE`
    : Prisma.sql`l.act = ANY(${SHOWN}::text[])`
  const after = cursor === undefined ? null : BY_ID.decode(cursor)[0]
  const rows = await db().$queryRaw<EntryRow['entry'][]>`
    SELECT l.id, l.at, l.actor_id AS "actorId", p.name AS "actorName", l.act,
      l.decision_id AS "decisionId", l.kind, l.reason, l.rule, l.source,
      l.subject_kind AS "subjectKind", l.subject_id AS "subjectId"
    FROM moderation_log l LEFT JOIN people p ON p.id = l.actor_id
    WHERE l.group_id = ${group.id}::uuid AND ${acts}
      AND (${after}::uuid IS NULL OR l.id < ${after}::uuid)
    ORDER BY l.id DESC LIMIT ${limit + 1}`
  const page = pageFrom(rows, limit, BY_ID, (row) => [row.id])
  const ids = page.items.flatMap(({ decisionId }) => decisionId ?? [])
  const decisions = await decisionRows(Prisma.sql`d.id = ANY(${ids}::uuid[])`)
  const byId = new Map(decisions.map((row) => [row.id, row]))
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((entry) => ({
      entry,
      decision: entry.decisionId === null ? null : (byId.get(entry.decisionId) ?? null),
    })),
  }
}

/** The rules of a group that the actor was seen to see. */
export async function houseRulesOf(group: {
  readonly id: string
  readonly kind: 'team' | 'course' | 'public'
}): Promise<HouseRules> {
  const row = await db().group.findUnique({
    where: { id: group.id },
    select: { houseRules: true },
  })
  return houseRulesFrom(row?.houseRules ?? null, group.kind)
}

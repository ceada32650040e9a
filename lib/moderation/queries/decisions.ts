import 'server-only'
import { db } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { DecisionKind, SubjectKind } from '@/lib/moderation/decision'
import type { AnyActor, GroupRole } from '@/lib/policy/actor'
import type { DecisionFacts, GroupKind } from '@/lib/policy/facts'
import { requireSight } from '@/lib/policy/rules'

export type DecisionRow = {
  readonly id: string
  readonly itemId: string
  readonly groupId: string
  readonly groupKind: GroupKind
  readonly groupDeletedAt: Date | null
  readonly houseRules: unknown
  readonly readingId: string
  readonly threadId: string
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  readonly authorId: string
  readonly authorRole: GroupRole | null
  readonly kind: DecisionKind
  readonly reason: string | null
  readonly rule: string | null
  readonly words: string
  readonly decidedById: string | null
  readonly decidedByName: string | null
  readonly deciderRole: GroupRole | null
  readonly decidedAt: Date
  readonly until: Date | null
  readonly before: unknown
  readonly undoneAt: Date | null
  readonly undoneById: string | null
  readonly undoneByName: string | null
  readonly appealId: string | null
  readonly appealWords: string | null
  readonly appealAt: Date | null
  readonly appealGranted: boolean | null
  readonly source: string | null
}

/** Decisions by a condition on the alias `d` (decisions), newest first. One statement. */
export async function decisionRows(where: Prisma.Sql): Promise<readonly DecisionRow[]> {
  return db().$queryRaw<DecisionRow[]>`
    SELECT d.id, d.item_id AS "itemId", d.group_id AS "groupId", g.kind::text AS "groupKind",
      g.deleted_at AS "groupDeletedAt", g.house_rules AS "houseRules",
      d.reading_id AS "readingId", d.thread_id AS "threadId",
      d.subject_kind AS "subjectKind", d.subject_id AS "subjectId", d.author_id AS "authorId",
      am.role::text AS "authorRole", d.kind, d.reason, d.rule, d.words,
      d.decided_by_id AS "decidedById", p.name AS "decidedByName", dm.role::text AS "deciderRole",
      d.decided_at AS "decidedAt", d.until, d.before, d.undone_at AS "undoneAt",
      d.undone_by_id AS "undoneById", u.name AS "undoneByName", ap.id AS "appealId",
      ap.words AS "appealWords", ap.at AS "appealAt", ap.granted AS "appealGranted", i.source
    FROM decisions d
      JOIN groups g ON g.id = d.group_id
      LEFT JOIN review_items i ON i.id = d.item_id
      LEFT JOIN people p ON p.id = d.decided_by_id
      LEFT JOIN people u ON u.id = d.undone_by_id
      LEFT JOIN memberships am ON am.group_id = d.group_id AND am.person_id = d.author_id
      LEFT JOIN memberships dm ON dm.group_id = d.group_id AND dm.person_id = d.decided_by_id
      LEFT JOIN appeals ap ON ap.decision_id = d.id
    WHERE ${where}
    ORDER BY d.id DESC`
}

/** The facts of a decision that rights hang on. */
export function decisionFacts(row: DecisionRow): DecisionFacts {
  return {
    group: { id: row.groupId, kind: row.groupKind, deletedAt: row.groupDeletedAt },
    authorId: row.authorId,
    authorRole: row.authorRole,
    decidedById: row.decidedById,
    deciderRole: row.deciderRole,
  }
}

/** A decision, for its author and those who lead the group. Throws NotFound for others. One query. */
export async function decisionFor(actor: AnyActor, id: string): Promise<DecisionRow> {
  const [row] = isId(id) ? await decisionRows(Prisma.sql`d.id = ${id}::uuid`) : []
  if (!row) throw new NotFound()
  requireSight(actor, 'decision.see', decisionFacts(row))
  return row
}

/** What a group is called, for an author who may not see it any more. */
export async function groupNameOf(
  id: string,
): Promise<{ readonly name: string; readonly slug: string }> {
  return db().group.findUniqueOrThrow({ where: { id }, select: { name: true, slug: true } })
}

import 'server-only'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { SubjectKind } from '@/lib/moderation/decision'
import type { Source } from '@/lib/moderation/reason'
import type { AnyActor, GroupRole } from '@/lib/policy/actor'
import type { GroupKind } from '@/lib/policy/facts'
import { threadsVisibleSql } from '@/lib/policy/visible'

// The rows of a queue with all that is said of an item but its flags and decisions. Raw SQL, for the order and the words of three
// kinds of post in one statement.

export type ItemRow = {
  readonly id: string
  readonly groupId: string
  readonly groupKind: GroupKind
  readonly groupDeletedAt: Date | null
  readonly houseRules: unknown
  readonly readingId: string
  readonly readingSlug: string
  readonly readingTitle: string
  readonly sectionId: string | null
  readonly sectionTitle: string | null
  readonly threadId: string
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  readonly authorId: string
  readonly authorName: string
  readonly authorRole: GroupRole | null
  readonly source: Source
  readonly reasons: readonly string[]
  readonly state: 'open' | 'decided' | 'settled'
  readonly version: number
  readonly createdAt: Date
  readonly rank: number
  readonly particulars: unknown
  readonly claimedById: string | null
  readonly claimedByName: string | null
  readonly claimedUntil: Date | null
  readonly assignedToId: string | null
  readonly assignedToName: string | null
  readonly snoozedUntil: Date | null
  readonly appealedId: string | null
  readonly words: string
}

// The words are those of now, and only as far as the actor still sees the conversation that they stand in.
function wordsSql(actor: AnyActor): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${threadsVisibleSql(actor)} THEN left(CASE i.subject_kind
      WHEN 'reply' THEN (SELECT q.body_text FROM replies q WHERE q.id = i.subject_id
        AND (q.deleted_at IS NULL OR q.decision_id IS NOT NULL))
      WHEN 'claim' THEN (SELECT c.text FROM claims c WHERE c.id = i.subject_id)
      ELSE (SELECT COALESCE(NULLIF(a.body_text, ''), a.exact) FROM annotations a
        WHERE a.id = i.subject_id AND (a.deleted_at IS NULL OR a.decision_id IS NOT NULL))
    END, 400) END`
}

/** Items by a condition on the alias `i` (review_items). One statement. */
export async function itemRows(
  actor: AnyActor,
  { where, orderBy, limit }: { where: Prisma.Sql; orderBy: Prisma.Sql; limit: number },
): Promise<ItemRow[]> {
  return db().$queryRaw<ItemRow[]>`
    SELECT i.id, i.group_id AS "groupId", g.kind::text AS "groupKind",
      g.deleted_at AS "groupDeletedAt", g.house_rules AS "houseRules",
      i.reading_id AS "readingId", r.slug AS "readingSlug", r.title AS "readingTitle",
      i.section_id AS "sectionId", s.title AS "sectionTitle", i.thread_id AS "threadId",
      i.subject_kind AS "subjectKind", i.subject_id AS "subjectId", i.author_id AS "authorId",
      p.name AS "authorName", m.role::text AS "authorRole", i.source, i.reasons, i.state, i.version,
      i.created_at AS "createdAt", i.rank, i.particulars,
      i.claimed_by_id AS "claimedById", cb.name AS "claimedByName",
      i.claimed_until AS "claimedUntil", i.assigned_to_id AS "assignedToId",
      at.name AS "assignedToName", i.snoozed_until AS "snoozedUntil",
      i.appealed_id AS "appealedId", COALESCE(${wordsSql(actor)}, '') AS words
    FROM (SELECT * FROM review_items i WHERE ${where} ORDER BY ${orderBy} LIMIT ${limit}) i
      JOIN groups g ON g.id = i.group_id
      JOIN readings r ON r.id = i.reading_id
      JOIN threads t ON t.id = i.thread_id
      JOIN people p ON p.id = i.author_id
      LEFT JOIN memberships m ON m.group_id = i.group_id AND m.person_id = i.author_id
      LEFT JOIN revision_sections s
        ON s.revision_id = r.current_revision_id AND s.section_id = i.section_id
      LEFT JOIN people cb ON cb.id = i.claimed_by_id
      LEFT JOIN people at ON at.id = i.assigned_to_id
    ORDER BY ${orderBy}`
}

export type FlagRow = {
  readonly itemId: string
  readonly reporterId: string
  readonly reporterName: string
  readonly reason: string
  readonly words: string
  readonly at: Date
  readonly right: number
  readonly decided: number
}

/** The flags of items, with how often each reporter was right in that group. One statement. */
export async function flagsOf(itemIds: readonly string[]): Promise<readonly FlagRow[]> {
  if (itemIds.length === 0) return []
  return db().$queryRaw<FlagRow[]>`
    SELECT f.item_id AS "itemId", f.reporter_id AS "reporterId", p.name AS "reporterName",
      f.reason, f.words, f.at, k.right, k.decided
    FROM flags f JOIN people p ON p.id = f.reporter_id,
      LATERAL (SELECT count(*) FILTER (WHERE o.upheld)::int AS right, count(o.upheld)::int AS decided
        FROM flags o WHERE o.group_id = f.group_id AND o.reporter_id = f.reporter_id) k
    WHERE f.item_id = ANY(${[...itemIds]}::uuid[])
    ORDER BY f.at, f.id`
}

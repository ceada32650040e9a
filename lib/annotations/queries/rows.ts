import 'server-only'
import type { AnchorStatus } from '@/lib/annotations/anchor-state'
import type { AnnotationKind } from '@/lib/annotations/kind'
import { db, rowsOf } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor } from '@/lib/policy/actor'
import { personOf } from '@/lib/policy/actor'
import type { GroupKind, ReadingFacts, Visibility } from '@/lib/policy/facts'
import type { Pseudonym } from '@/lib/pseudonyms/byline'
import { isVeiledSql, pseudonymSql } from '@/lib/pseudonyms/queries'
import { notesAsOf } from './as-of'
import { type KeptModeration, moderationSql } from './moderation-sql'

// One statement for a page of annotations with all that a card shows. Raw SQL: counting reactions and comparing read marks
// in the database takes one round trip where Prisma takes six, and this is the statement that everything waits for.

export type FlatAnnotation = {
  readonly id: string
  readonly readingId: string
  readonly groupId: string | null
  readonly authorId: string
  readonly authorName: string
  readonly pseudonym: Pseudonym | null
  /** Whether its assignment shows classmates no names. */
  readonly isVeiled: boolean
  readonly kind: AnnotationKind
  readonly visibility: Visibility
  readonly revisionId: string
  readonly sectionId: string | null
  /** The section that it was made in, and the assignment it was made for. */
  readonly homeSectionId: string | null
  readonly assignmentId: string | null
  readonly circleId: string | null
  readonly start: number | null
  readonly end: number | null
  readonly exact: string | null
  readonly prefix: string | null
  readonly suffix: string | null
  readonly placeState: AnchorStatus
  readonly similarity: number | null
  readonly placedById: string | null
  readonly placedByName: string | null
  readonly placedAt: Date | null
  /** The revision in whose text start, end and section are said. */
  readonly placeRevisionId: string
  /** The number of the revision that the note was made on; null where nothing has become of its place since. */
  readonly madeOn: number | null
  readonly body: unknown
  readonly bodyText: string
  readonly tags: readonly string[]
  readonly version: number
  readonly createdAt: Date
  readonly editedAt: Date | null
  readonly deletedAt: Date | null
  readonly deletedById: string | null
  readonly decisionId: string | null
  /** What that decision says; read only by who may (present.ts). */
  readonly moderation: KeptModeration | null
  /** When the thread was closed to further replies. */
  readonly lockedAt: Date | null
  readonly replyCount: number
  /** Without those written in the debate, where a claim was made of it; else as many. */
  readonly repliesOutside: number
  readonly lastPostId: string
  readonly lastActivityAt: Date
  readonly resolvedAt: Date | null
  readonly resolvedById: string | null
  readonly resolvedByName: string | null
  readonly groupKind: GroupKind | null
  readonly groupDeletedAt: Date | null
  readonly reactions: readonly { emoji: string; count: number; mine: boolean }[]
  readonly unread: boolean
  /** Whether a claim was ever made of it. */
  readonly promoted: boolean
  /** Whether a claim that was made of it stands in a debate. */
  readonly inDebate: boolean
}

const POST = { assignmentId: Prisma.sql`a.assignment_id`, authorId: Prisma.sql`a.author_id` }

/** A row with its reading, which every right hangs on. */
export type AnnotationRow = FlatAnnotation & { readonly reading: ReadingFacts }

/** The condition that a thread has news for a person; expects the aliases of `annotationRows`. */
export function unreadSql(personId: string | null): Prisma.Sql {
  if (personId === null) return Prisma.sql`FALSE`
  return Prisma.sql`((m.last_read_id IS NULL OR m.last_read_id < t.last_post_id)
    AND NOT (a.author_id = ${personId}::uuid AND t.reply_count = 0))`
}

type RowsQuery = {
  readonly where: Prisma.Sql
  readonly orderBy: Prisma.Sql
  readonly limit: number
  readonly asOf?: string | null
}

/**
 * Annotations by a condition on the aliases a (annotations), t (threads), g (groups), m (the person's read mark), with the
 * actor's own reactions and unread state. `asOf`: an earlier revision, in which they stand as they stood; those that were made later
 * are left out. One statement; says nothing of rights: conditions come from policy/visible.
 */
export async function annotationRows(
  actor: AnyActor,
  { where, orderBy, limit, asOf = null }: RowsQuery,
): Promise<FlatAnnotation[]> {
  const personId = personOf(actor)
  return rowsOf<FlatAnnotation>(Prisma.sql`
    SELECT a.id, a.reading_id AS "readingId", a.group_id AS "groupId", a.author_id AS "authorId",
      p.name AS "authorName", ${pseudonymSql(POST)} AS pseudonym,
      ${isVeiledSql(POST.assignmentId)} AS "isVeiled", a.kind::text, a.visibility::text, a.revision_id AS "revisionId",
      a.section_id AS "sectionId",
      a.home_section_id AS "homeSectionId", a.assignment_id AS "assignmentId",
      a.circle_id AS "circleId", a.start, a."end", a.exact, a.prefix, a.suffix,
      a.place_state::text AS "placeState", a.similarity, a.placed_by_id AS "placedById",
      a.placed_at AS "placedAt", COALESCE(${asOf}::uuid, r.current_revision_id) AS "placeRevisionId",
      CASE WHEN a.placed_by_id IS NOT NULL
        THEN (SELECT name FROM people WHERE id = a.placed_by_id) END AS "placedByName",
      CASE WHEN a.place_state <> 'exact'
        THEN (SELECT number FROM revisions WHERE id = a.revision_id) END AS "madeOn", a.body,
      a.body_text AS "bodyText", a.tags, a.version, a.created_at AS "createdAt",
      a.edited_at AS "editedAt", a.deleted_at AS "deletedAt", a.deleted_by_id AS "deletedById",
      a.decision_id AS "decisionId", ${moderationSql(Prisma.sql`a.decision_id`)} AS moderation,
      t.locked_at AS "lockedAt",
      t.reply_count AS "replyCount", t.last_post_id AS "lastPostId",
      t.last_activity_at AS "lastActivityAt", t.resolved_at AS "resolvedAt",
      t.resolved_by_id AS "resolvedById", s.name AS "resolvedByName", g.kind::text AS "groupKind",
      g.deleted_at AS "groupDeletedAt", ${unreadSql(personId)} AS unread,
      ${reactionsSql(Prisma.sql`a.id`, personId)} AS reactions,
      pc.id IS NOT NULL AS promoted,
      CASE WHEN pc.id IS NULL THEN t.reply_count ELSE (SELECT count(*)::int FROM replies o
        WHERE o.thread_id = a.id AND NOT o.in_debate AND o.deleted_at IS NULL)
      END AS "repliesOutside",
      COALESCE(pc.archived_at IS NULL AND pc.withdrawn_at IS NULL AND pc.id IS NOT NULL, FALSE)
        AS "inDebate"
    FROM ${notesAsOf(asOf)}
      JOIN readings r ON r.id = a.reading_id
      JOIN threads t ON t.id = a.id
      JOIN people p ON p.id = a.author_id
      LEFT JOIN people s ON s.id = t.resolved_by_id
      LEFT JOIN groups g ON g.id = a.group_id
      LEFT JOIN claims pc ON pc.id = a.id
      LEFT JOIN read_marks m ON m.thread_id = a.id AND m.person_id = ${personId}::uuid
    WHERE ${where}
    ORDER BY ${orderBy}
    LIMIT ${limit}`)
}

/** A JSON array of `{emoji, count, mine}` of a post, in the order they first came. */
export function reactionsSql(postId: Prisma.Sql, personId: string | null): Prisma.Sql {
  return Prisma.sql`COALESCE((
    SELECT jsonb_agg(jsonb_build_object('emoji', emoji, 'count', n, 'mine', mine) ORDER BY first, emoji)
    FROM (SELECT emoji, count(*) AS n, min(created_at) AS first,
        COALESCE(bool_or(person_id = ${personId}::uuid), FALSE) AS mine
      FROM reactions WHERE post_id = ${postId} GROUP BY emoji) counted), '[]'::jsonb)`
}

/** The fact sheets of readings by id: what rights on their annotations hang on. One query. */
export async function readingFactsById(
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadingFacts>> {
  const rows = await db().reading.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      ownerId: true,
      visibility: true,
      deletedAt: true,
      shelves: { select: { group: { select: { id: true, kind: true, deletedAt: true } } } },
    },
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Rows with their readings; a row whose reading is gone is left out. */
export function withReadings(
  rows: readonly FlatAnnotation[],
  readings: ReadonlyMap<string, ReadingFacts>,
): AnnotationRow[] {
  return rows.flatMap((row) => {
    const reading = readings.get(row.readingId)
    return reading ? [{ ...row, reading }] : []
  })
}

import 'server-only'
import type { AnnotationFilters } from '@/lib/annotations/contract'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor } from '@/lib/policy/actor'
import { personOf } from '@/lib/policy/actor'
import { listable } from '@/lib/policy/visible'
import { notesAsOf } from './as-of'
import { conditionsOf } from './list-conditions'
import { unreadSql } from './rows'

// Where the notes of a shelf lie, for highlights and the strip. Aggregated in the database: the answer grows with distinct
// passages, not with notes, and carries no words.

export type CoveredRange = {
  readonly start: number
  readonly end: number
  readonly count: number
  readonly mine: boolean
  readonly private: boolean
  readonly resolved: boolean
}

export type Shelf = {
  readonly readingId: string
  readonly revisionId: string
  readonly groupId: string | null
  /** Only what was written for this assignment. */
  readonly assignmentId?: string | null | undefined
  /** Whether the revision is the current one; else notes are where they stood in it. Default: it is. */
  readonly superseded?: boolean
}

/** The condition that an annotation stands on a shelf and may be seen; expects the aliases of `listable`. */
export function onShelf(actor: AnyActor, shelf: Shelf): Prisma.Sql {
  const { readingId, groupId, assignmentId = null } = shelf
  return Prisma.sql`a.reading_id = ${readingId}::uuid
    AND (a.group_id = ${groupId}::uuid OR (${groupId}::uuid IS NULL AND a.group_id IS NULL))
    AND ${assignmentId === null ? Prisma.sql`TRUE` : Prisma.sql`a.assignment_id = ${assignmentId}::uuid`}
    AND ${listable(actor)}`
}

// Positions of the current revision only: should another one have taken its place this very moment, none rather than wrong ones.
function stillCurrent({ readingId, revisionId, superseded }: Shelf): Prisma.Sql {
  if (superseded) return Prisma.sql`TRUE`
  return Prisma.sql`EXISTS (SELECT 1 FROM readings r
    WHERE r.id = ${readingId}::uuid AND r.current_revision_id = ${revisionId}::uuid)`
}

/** The condition that a note is one of those asked for; expects the aliases of `conditionsOf`. */
function meets(actor: AnyActor, filters: AnnotationFilters): Prisma.Sql {
  return Prisma.join([Prisma.sql`TRUE`, ...conditionsOf(actor, filters)], ' AND ')
}

function notesOf({ revisionId, superseded }: Shelf): Prisma.Sql {
  return notesAsOf(superseded ? revisionId : null)
}

/** The passages of a revision that carry notes the actor may see, with how many alike; of some kind only, if filters say so. One statement. */
export async function coveredRanges(
  actor: AnyActor,
  shelf: Shelf,
  filters: AnnotationFilters = {},
): Promise<readonly CoveredRange[]> {
  const personId = personOf(actor)
  return db().$queryRaw<CoveredRange[]>`
    SELECT a.start, a."end", count(*)::int AS count,
      (a.author_id = ${personId}::uuid) IS TRUE AS mine, a.visibility = 'private' AS private,
      t.resolved_at IS NOT NULL AS resolved
    FROM ${notesOf(shelf)} JOIN threads t ON t.id = a.id LEFT JOIN groups g ON g.id = a.group_id
      LEFT JOIN read_marks m ON m.thread_id = a.id AND m.person_id = ${personId}::uuid
    WHERE ${onShelf(actor, shelf)} AND ${stillCurrent(shelf)} AND a.start IS NOT NULL
      AND ${meets(actor, filters)}
    GROUP BY a.start, a."end", mine, private, resolved
    ORDER BY a.start, a."end"`
}

export type SectionCount = {
  /** Null: notes on the whole reading. */
  readonly sectionId: string | null
  readonly notes: number
  readonly unread: number
}

/** How many notes, and how many with news for the actor, each section has. One statement. */
export async function sectionCounts(
  actor: AnyActor,
  shelf: Shelf,
  filters: AnnotationFilters = {},
): Promise<readonly SectionCount[]> {
  const personId = personOf(actor)
  return db().$queryRaw<SectionCount[]>`
    SELECT a.section_id AS "sectionId", count(*)::int AS notes,
      count(*) FILTER (WHERE ${unreadSql(personId)})::int AS unread
    FROM ${notesOf(shelf)} JOIN threads t ON t.id = a.id LEFT JOIN groups g ON g.id = a.group_id
      LEFT JOIN read_marks m ON m.thread_id = a.id AND m.person_id = ${personId}::uuid
    WHERE ${onShelf(actor, shelf)} AND ${meets(actor, filters)}
    GROUP BY a.section_id`
}

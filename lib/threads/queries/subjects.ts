import 'server-only'
import { readingFactsById } from '@/lib/annotations/queries/rows'
import { db } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { AnyActor } from '@/lib/policy/actor'
import type {
  AnnotationFacts,
  GroupKind,
  ReadingFacts,
  ThreadFacts,
  Visibility,
} from '@/lib/policy/facts'
import { requireSight } from '@/lib/policy/rules'
import { isVeiledSql } from '@/lib/pseudonyms/queries'

// What a thread is about, as far as its replies need to know: an annotation, a claim in a debate, or both where the one was made of
// the other.

/** A thread with the facts of its subject that rights hang on. */
export type ThreadSubject = {
  readonly id: string
  readonly readingId: string
  readonly groupId: string | null
  readonly replyCount: number
  readonly lastPostId: string
  readonly lastActivityAt: Date
  readonly resolvedAt: Date | null
  readonly resolvedById: string | null
  readonly resolvedByName: string | null
  /** Whether it is of an assignment that shows classmates no names. */
  readonly isVeiled: boolean
  readonly facts: ThreadFacts
}

type Row = Omit<ThreadSubject, 'facts'> & {
  readonly groupKind: GroupKind | null
  readonly groupDeletedAt: Date | null
  readonly noteAuthorId: string | null
  readonly visibility: Visibility | null
  readonly deletedAt: Date | null
  readonly deletedById: string | null
  readonly decisionId: string | null
  readonly lockedAt: Date | null
  readonly assignmentId: string | null
  readonly homeSectionId: string | null
  readonly circleId: string | null
  readonly claimed: boolean
  readonly isOpenQuestion: boolean
}

/** Subjects by id, unfiltered: the caller asks policy about each. Two queries whatever their number. */
export async function subjectsById(ids: readonly string[]): Promise<readonly ThreadSubject[]> {
  if (ids.length === 0) return []
  const rows = await db().$queryRaw<Row[]>`
    SELECT t.id, t.reading_id AS "readingId", t.group_id AS "groupId", t.reply_count AS "replyCount",
      t.last_post_id AS "lastPostId", t.last_activity_at AS "lastActivityAt",
      t.resolved_at AS "resolvedAt", t.resolved_by_id AS "resolvedById", s.name AS "resolvedByName",
      g.kind::text AS "groupKind", g.deleted_at AS "groupDeletedAt", a.author_id AS "noteAuthorId",
      a.visibility::text, a.deleted_at AS "deletedAt", a.deleted_by_id AS "deletedById",
      a.decision_id AS "decisionId", t.locked_at AS "lockedAt",
      a.assignment_id AS "assignmentId", a.home_section_id AS "homeSectionId", a.circle_id AS "circleId",
      ${isVeiledSql(Prisma.sql`a.assignment_id`)} AS "isVeiled", c.id IS NOT NULL AS claimed,
      COALESCE(c.kind = 'question' AND c.archived_at IS NULL, FALSE) AS "isOpenQuestion"
    FROM threads t
      LEFT JOIN annotations a ON a.id = t.id
      LEFT JOIN claims c ON c.id = t.id
      LEFT JOIN groups g ON g.id = t.group_id
      LEFT JOIN people s ON s.id = t.resolved_by_id
    WHERE t.id = ANY(${[...ids]}::uuid[])`
  const readings = await readingFactsById([...new Set(rows.map(({ readingId }) => readingId))])
  return rows.flatMap((row) => {
    const reading = readings.get(row.readingId)
    return reading ? [{ ...row, facts: subjectFacts(row, reading) }] : []
  })
}

/** What a thread is about. Throws NotFound when the actor may not see it. Two queries. */
export async function subjectFor(actor: AnyActor, id: string): Promise<ThreadSubject> {
  const [subject] = isId(id) ? await subjectsById([id]) : []
  if (!subject) throw new NotFound()
  requireSight(actor, 'thread.see', subject.facts)
  return subject
}

function subjectFacts(row: Row, reading: ReadingFacts): ThreadFacts {
  const group =
    row.groupId === null || row.groupKind === null
      ? null
      : { id: row.groupId, kind: row.groupKind, deletedAt: row.groupDeletedAt }
  const { claimed, isOpenQuestion } = row
  return {
    lockedAt: row.lockedAt,
    annotation: noteFacts(row, { group, reading }),
    claim: claimed && group !== null ? { isOpenQuestion, debate: { reading, group } } : null,
  }
}

function noteFacts(
  row: Row,
  where: Pick<AnnotationFacts, 'group' | 'reading'>,
): AnnotationFacts | null {
  const { noteAuthorId: authorId, visibility, replyCount } = row
  if (authorId === null || visibility === null) return null
  const { assignmentId, homeSectionId, circleId, deletedAt, deletedById, decisionId } = row
  const gone = { deletedAt, deletedById, decisionId }
  const facts = { assignmentId, homeSectionId, circleId, ...gone, visibility }
  return { ...where, ...facts, authorId, thread: { replyCount } }
}

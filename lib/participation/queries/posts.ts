import 'server-only'
import { rowsOf } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import { groupedBy } from '@/lib/grouped'
import type { Post } from '@/lib/participation/evaluate'
import type { DocNode } from '@/lib/text/doc-node'

type Row = {
  readonly id: string
  readonly kind: 'note' | 'reply'
  readonly authorId: string
  readonly createdAt: Date
  readonly body: DocNode | null
  readonly sectionId: string | null
  readonly noteKind: string | null
  readonly start: number | null
  readonly end: number | null
  readonly deletedAt: Date | null
  readonly deletedById: string | null
  readonly threadId: string
  readonly answeredId: string | null
  readonly answeredById: string | null
}

type Edit = {
  readonly postId: string
  readonly body: DocNode | null
  /** What was private then counts as not written yet. */
  readonly isShared: boolean
  readonly replacedAt: Date
}

/**
 * Everything that was written for an assignment and shared with its course, what was deleted among it. Three statements, whatever there is;
 * memory in proportion to it.
 */
export async function postsOf(assignmentId: string): Promise<readonly Post[]> {
  const [notes, replies, edits] = await Promise.all([
    rowsOf<Row>(notesSql(assignmentId)),
    rowsOf<Row>(repliesSql(assignmentId)),
    rowsOf<Edit>(editsSql(assignmentId)),
  ])
  const editsOf = groupedBy(edits, ({ postId }) => postId)
  return [...notes, ...replies].map((row) => postFrom(row, editsOf.get(row.id) ?? []))
}

function notesSql(assignmentId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT a.id, 'note' AS kind, a.author_id AS "authorId", a.created_at AS "createdAt", a.body,
      a.home_section_id AS "sectionId", a.kind::text AS "noteKind", a.start, a."end",
      a.deleted_at AS "deletedAt", a.deleted_by_id AS "deletedById", a.id AS "threadId",
      NULL::uuid AS "answeredId", NULL::uuid AS "answeredById"
    FROM annotations a
    WHERE a.assignment_id = ${assignmentId}::uuid AND a.visibility = 'group'`
}

function repliesSql(assignmentId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id, 'reply' AS kind, r.author_id AS "authorId", r.created_at AS "createdAt", r.body,
      a.home_section_id AS "sectionId", NULL AS "noteKind", NULL::int AS start, NULL::int AS "end",
      r.deleted_at AS "deletedAt", r.deleted_by_id AS "deletedById", a.id AS "threadId",
      COALESCE(p.id, a.id) AS "answeredId", COALESCE(p.author_id, a.author_id) AS "answeredById"
    FROM annotations a JOIN replies r ON r.thread_id = a.id LEFT JOIN replies p ON p.id = r.parent_id
    WHERE a.assignment_id = ${assignmentId}::uuid AND a.visibility = 'group'`
}

function editsSql(assignmentId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT e.post_id AS "postId", e.body, e.visibility = 'group' AS "isShared",
      e.replaced_at AS "replacedAt"
    FROM annotations a JOIN post_edits e ON e.thread_id = a.id
    WHERE a.assignment_id = ${assignmentId}::uuid AND a.visibility = 'group'
    ORDER BY e.post_id, e.version`
}

function postFrom(row: Row, edits: readonly Edit[]): Post {
  const { id, kind, authorId, sectionId, noteKind, start, end, threadId } = row
  const since = [row.createdAt, ...edits.map(({ replacedAt }) => replacedAt)]
  const docs = [...edits.map(({ body, isShared }) => (isShared ? body : null)), row.body]
  return {
    ...{ id, kind, authorId, sectionId, noteKind },
    versions: docs.map((doc, n) => ({ doc, at: since[n] ?? row.createdAt })),
    passage: start === null || end === null ? null : { start, end },
    removal:
      row.deletedAt === null
        ? null
        : { by: row.deletedById === authorId ? 'author' : 'staff', at: row.deletedAt },
    answers:
      row.answeredId === null || row.answeredById === null
        ? null
        : { threadId, postId: row.answeredId, authorId: row.answeredById },
  }
}

import 'server-only'
import { type KeptModeration, moderationSql } from '@/lib/annotations/queries/moderation-sql'
import { reactionsSql } from '@/lib/annotations/queries/rows'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor } from '@/lib/policy/actor'
import { personOf } from '@/lib/policy/actor'
import type { ReplyFacts, ThreadFacts } from '@/lib/policy/facts'
import type { Pseudonym } from '@/lib/pseudonyms/byline'
import { pseudonymSql } from '@/lib/pseudonyms/queries'

export type FlatReply = {
  readonly id: string
  readonly threadId: string
  readonly parentId: string | null
  readonly authorId: string
  readonly authorName: string
  readonly pseudonym: Pseudonym | null
  readonly body: unknown
  readonly bodyText: string
  readonly version: number
  readonly createdAt: Date
  readonly editedAt: Date | null
  readonly deletedAt: Date | null
  readonly deletedById: string | null
  readonly decisionId: string | null
  readonly moderation: KeptModeration | null
  readonly inDebate: boolean
  readonly reactions: readonly { emoji: string; count: number; mine: boolean }[]
}

// The assignment is that of the note which the reply stands under.
const POST = {
  assignmentId: Prisma.sql`(SELECT o.assignment_id FROM annotations o WHERE o.id = r.thread_id)`,
  authorId: Prisma.sql`r.author_id`,
}

/** A reply with the conversation that its rights hang on. */
export type ReplyRow = FlatReply & { readonly thread: ThreadFacts }

/** Replies by a condition on the alias r, in order of making. One statement; raw to count reactions in it. */
export async function replyRows(
  viewer: AnyActor,
  { where, limit }: { where: Prisma.Sql; limit: number },
): Promise<FlatReply[]> {
  return db().$queryRaw<FlatReply[]>`
    SELECT r.id, r.thread_id AS "threadId", r.parent_id AS "parentId", r.author_id AS "authorId",
      p.name AS "authorName", ${pseudonymSql(POST)} AS pseudonym, r.body, r.body_text AS "bodyText", r.version,
      r.created_at AS "createdAt", r.edited_at AS "editedAt", r.deleted_at AS "deletedAt",
      r.deleted_by_id AS "deletedById", r.decision_id AS "decisionId",
      ${moderationSql(Prisma.sql`r.decision_id`)} AS moderation, r.in_debate AS "inDebate",
      ${reactionsSql(Prisma.sql`r.id`, personOf(viewer))} AS reactions
    FROM replies r JOIN people p ON p.id = r.author_id
    WHERE ${where}
    ORDER BY r.id
    LIMIT ${limit}`
}

/** The facts of a reply that rights hang on. */
export function replyFacts(row: ReplyRow): ReplyFacts {
  return {
    authorId: row.authorId,
    deletedAt: row.deletedAt,
    deletedById: row.deletedById,
    decisionId: row.decisionId,
    inDebate: row.inDebate,
    thread: row.thread,
  }
}

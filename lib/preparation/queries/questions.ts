import 'server-only'
import { rowsOf } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { QuestionRow, QuietNote } from '@/lib/preparation/shape'
import { countsSql, type Task, type Within } from './written'

/** Questions that nobody resolved, those that most others ask too first. One query. */
export async function openQuestions(
  task: Task,
  within: Within,
  most: number,
): Promise<readonly QuestionRow[]> {
  return rowsOf<QuestionRow>(Prisma.sql`
    SELECT a.id, p.name AS "authorName", a.start, a.exact AS quote, a.body_text AS words,
      t.reply_count AS replies, (SELECT count(DISTINCT r.person_id)::int FROM reactions r
        WHERE r.post_id = a.id AND r.person_id <> a.author_id) AS "alsoAsk"
    FROM annotations a JOIN threads t ON t.id = a.id JOIN people p ON p.id = a.author_id
    WHERE ${countsSql(task, within)} AND a.kind = 'question' AND t.resolved_at IS NULL
    ORDER BY "alsoAsk" DESC, t.reply_count, a.id LIMIT ${most}`)
}

const QUIET_POSTS = 6

/** Notes that others reacted to, by students who wrote little: one of each, most reactions first. One query. */
export async function notesOfQuietStudents(
  task: Task,
  most: number,
): Promise<readonly QuietNote[]> {
  return rowsOf<QuietNote>(Prisma.sql`
    WITH own AS (SELECT a.id, a.author_id, a.start, a.body_text,
        count(*) OVER (PARTITION BY a.author_id) AS posts,
        (SELECT count(DISTINCT r.person_id)::int FROM reactions r
          WHERE r.post_id = a.id AND r.person_id <> a.author_id) AS liked
      FROM annotations a JOIN memberships m ON m.person_id = a.author_id
        AND m.group_id = ${task.groupId}::uuid AND m.role = 'member'
      WHERE ${countsSql(task, { circleId: null })} AND a.kind NOT IN ('highlight', 'question')),
    best AS (SELECT DISTINCT ON (author_id) * FROM own
      WHERE posts <= ${QUIET_POSTS} AND liked > 0 ORDER BY author_id, liked DESC, id)
    SELECT b.id, p.name AS "authorName", b.start, b.body_text AS words, b.liked
    FROM best b JOIN people p ON p.id = b.author_id ORDER BY b.liked DESC, b.id LIMIT ${most}`)
}

/** The names of those who have written nothing, in their order; the first few. One query. */
export async function notBegun(task: Task, most: number): Promise<readonly string[]> {
  const rows = await rowsOf<{ name: string }>(Prisma.sql`
    SELECT p.name FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.group_id = ${task.groupId}::uuid AND m.role = 'member'
      AND NOT EXISTS (SELECT FROM annotations a
        WHERE a.author_id = m.person_id AND ${countsSql(task, { circleId: null })})
    ORDER BY p.name, p.id LIMIT ${most}`)
  return rows.map(({ name }) => name)
}

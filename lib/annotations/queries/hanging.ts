import 'server-only'
import { rowsOf } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor } from '@/lib/policy/actor'
import { annotationsVisibleSql } from '@/lib/policy/visible'
import { readNameSql, readPseudonymSql } from '@/lib/pseudonyms/queries'
import type { HangingNote } from '@/lib/revisions/change-notes'
import { notesAsOf } from './as-of'
import { needsReviewSql } from './review-condition'

// More are not read beside a comparison; the counts stay true for the first of them.
const MOST = 5_000
const WORDS = 120

/** The notes on passages of a reading that was seen to be seen, as they stand now or stood in a revision. One statement. */
export async function hangingNotes(
  actor: AnyActor,
  readingId: string,
  asOf: string | null,
): Promise<readonly HangingNote[]> {
  return rowsOf<HangingNote>(Prisma.sql`
    SELECT a.id, a.start, a."end", a.kind::text, ${readNameSql('p')} AS "authorName",
      left(a.body_text, ${WORDS}) AS words, ${needsReviewSql()} AS "needsLook"
    FROM ${notesAsOf(asOf)} JOIN threads t ON t.id = a.id JOIN people p ON p.id = a.author_id
      LEFT JOIN groups g ON g.id = a.group_id
      ${readPseudonymSql(actor, { assignmentId: Prisma.sql`a.assignment_id`, authorId: Prisma.sql`a.author_id` })}
    WHERE a.reading_id = ${readingId}::uuid AND a.start IS NOT NULL AND a.deleted_at IS NULL
      AND ${annotationsVisibleSql(actor)}
    ORDER BY a.start, a.id
    LIMIT ${MOST}`)
}

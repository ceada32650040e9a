import 'server-only'
import { type Db, db } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { isId } from '@/lib/ids'

/** Whose evidence this is; who may know is asked of its claim. Throws NotFound. */
export async function evidenceById(
  id: string,
): Promise<{ readonly claimId: string; readonly addedById: string | null }> {
  const row = isId(id)
    ? await db().evidence.findUnique({ where: { id }, select: { claimId: true, addedById: true } })
    : null
  if (!row) throw new NotFound()
  return row
}

/** A passage that a claim rests on: its words as they were cited, and where they stand in the revision that has them. */
export type CitedPassage = {
  readonly id: string
  readonly revisionId: string
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** All passages of a reading that claims of any group rest on: for the job that leads them along, which asks for nobody. One statement. */
export async function citedPassages(
  client: Db,
  readingId: string,
): Promise<readonly CitedPassage[]> {
  return client.$queryRaw<CitedPassage[]>`
    SELECT id, revision_id AS "revisionId", start, "end", exact, COALESCE(prefix, '') AS prefix,
      COALESCE(suffix, '') AS suffix
    FROM evidence
    WHERE reading_id = ${readingId}::uuid AND revision_id IS NOT NULL AND start IS NOT NULL
      AND "end" IS NOT NULL AND exact IS NOT NULL
    ORDER BY id`
}

export type Citation = {
  readonly start: number
  readonly end: number
  readonly claims: number
  readonly sectionId: string
  readonly text: string
}

/** The passages of a revision on which claims of a group rest, in order. One statement. */
export async function citationsOn(shelf: {
  readonly revisionId: string
  readonly groupId: string
}): Promise<readonly Citation[]> {
  return db().$queryRaw<Citation[]>`
    SELECT e.start, e."end", count(DISTINCT c.id)::int AS claims,
      (array_agg(d.section_id ORDER BY c.id))[1] AS "sectionId", (array_agg(c.text ORDER BY c.id))[1] AS text
    FROM evidence e JOIN claims c ON c.id = e.claim_id JOIN debates d ON d.id = c.debate_id
    WHERE e.revision_id = ${shelf.revisionId}::uuid AND d.group_id = ${shelf.groupId}::uuid
      AND c.archived_at IS NULL AND c.withdrawn_at IS NULL
    GROUP BY e.start, e."end" ORDER BY e.start, e."end"`
}

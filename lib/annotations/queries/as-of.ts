import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'

// Annotations as a FROM item with the alias `a`: as they stand now, or as they stood in a revision that is not current any more.

/** The annotations, or with a revision's id those that stood in it, where they stood. */
export function notesAsOf(revisionId: string | null): Prisma.Sql {
  if (revisionId === null) return Prisma.sql`annotations a`
  return Prisma.sql`(
    SELECT n.id, n.reading_id, n.group_id, n.author_id, n.kind, n.visibility, n.revision_id, n.exact,
      n.prefix, n.suffix, n.body, n.body_text, n.tags, n.version, n.created_at, n.edited_at,
      n.deleted_at, n.deleted_by_id, n.decision_id, n.home_section_id, n.assignment_id, n.circle_id, p.section_id, p.start, p."end", p.place_state, p.similarity,
      p.placed_by_id, p.placed_at
    FROM annotations n JOIN annotation_places p
      ON p.annotation_id = n.id AND p.revision_id = ${revisionId}::uuid) a`
}

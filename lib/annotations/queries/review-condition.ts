import 'server-only'
import { CONFIDENT_SIMILARITY } from '@/lib/annotations/anchor-state'
import { Prisma } from '@/lib/generated/prisma/client'

/** `needsLook` of lib/annotations/place.ts as a condition on the alias a; a test holds the two together. */
export function needsReviewSql(): Prisma.Sql {
  return Prisma.sql`(a.placed_at IS NULL AND a.deleted_at IS NULL AND (a.place_state IN ('section', 'lost')
    OR (a.place_state = 'changed' AND COALESCE(a.similarity, 0) < ${CONFIDENT_SIMILARITY})))`
}

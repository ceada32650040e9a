import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'

/** What a decision that took a post from view says, as a row carries it: for its author and those who lead its group. */
export type KeptModeration = {
  readonly kind: string
  readonly reason: string | null
  readonly rule: string | null
  readonly words: string
  readonly at: string
  readonly appealed: boolean
}

/** A decision as JSON, by the column that names it; null where nothing was decided. */
export function moderationSql(decisionId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${decisionId} IS NOT NULL THEN (
    SELECT jsonb_build_object('kind', d.kind, 'reason', d.reason, 'rule', d.rule, 'words', d.words,
      'at', to_char(d.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'appealed', EXISTS (SELECT 1 FROM appeals p WHERE p.decision_id = d.id))
    FROM decisions d WHERE d.id = ${decisionId}) END`
}

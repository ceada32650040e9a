import 'server-only'
import { db } from '@/lib/db/client'
import { BY_ID, type Page, pageFrom } from '@/lib/db/page'
import type { Settled } from '@/lib/measures/brier'

export type NamedVote = {
  readonly value: number
  readonly person: { readonly id: string; readonly name: string }
}

/** Who voted what on the truth of a claim. Whoever asks was seen to be allowed to. */
export async function votersOf(
  claimId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<NamedVote>> {
  const after = cursor === undefined ? null : BY_ID.decode(cursor)[0]
  const rows = await db().truthVote.findMany({
    where: { claimId, ...(after !== null && { personId: { gt: after } }) },
    orderBy: { personId: 'asc' },
    take: limit + 1,
    select: { value: true, person: { select: { id: true, name: true } } },
  })
  return pageFrom(rows, limit, BY_ID, ({ person }) => [person.id])
}

export type SettledForecast = Settled & { readonly personId: string; readonly name: string }

/** What the people of a group held likely when each of its forecasts was resolved. One statement: the last of each person's words. */
export async function settledIn(groupId: string): Promise<readonly SettledForecast[]> {
  return db().$queryRaw<SettledForecast[]>`
    SELECT DISTINCT ON (f.claim_id, p.person_id) p.person_id AS "personId", n.name,
      p.percent / 100.0::float8 AS probability, f.happened
    FROM forecasts f JOIN claims c ON c.id = f.claim_id JOIN debates d ON d.id = c.debate_id
      JOIN forecast_probabilities p ON p.claim_id = f.claim_id AND p.at <= f.resolved_at
      JOIN people n ON n.id = p.person_id
    WHERE d.group_id = ${groupId}::uuid AND f.happened IS NOT NULL
    ORDER BY f.claim_id, p.person_id, p.at DESC`
}

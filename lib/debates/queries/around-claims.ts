import 'server-only'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/generated/prisma/client'
import { groupedBy } from '@/lib/grouped'
import type { CampVotes } from '@/lib/measures/bridge'
import { forecastLine, type LinePoint } from '@/lib/measures/forecast-line'
import type { FlatClaim } from './claim-rows'

// What stands around the claims of a page: evidence, camps, forecasts. Three queries whatever the number of claims.

const evidenceSelect = {
  id: true,
  claimId: true,
  addedById: true,
  addedAt: true,
  exact: true,
  prefix: true,
  suffix: true,
  start: true,
  end: true,
  revisionId: true,
  sectionId: true,
  url: true,
  title: true,
  accessedOn: true,
  reading: {
    select: {
      id: true,
      slug: true,
      title: true,
      visibility: true,
      ownerId: true,
      deletedAt: true,
      currentRevisionId: true,
      shelves: { select: { group: { select: { id: true, kind: true, deletedAt: true } } } },
    },
  },
  revision: { select: { number: true } },
  section: { select: { revisions: { select: { revisionId: true, ordinal: true, title: true } } } },
} satisfies Prisma.EvidenceSelect

export type EvidenceRow = Prisma.EvidenceGetPayload<{ select: typeof evidenceSelect }>

export type ForecastRow = {
  readonly claimId: string
  readonly question: string
  readonly criteria: string
  readonly dueOn: Date
  readonly happened: boolean | null
  readonly resolvedAt: Date | null
  readonly resolvedByName: string | null
  readonly resolutionNote: string
  readonly line: readonly LinePoint[]
  /** What each person gave, oldest first. Who has given something sees what others gave. */
  readonly given: ReadonlyMap<string, readonly Given[]>
}

type Given = { readonly at: Date; readonly percent: number }

export type ClaimRow = FlatClaim & {
  readonly evidence: readonly EvidenceRow[]
  readonly camps: readonly CampVotes[]
  readonly forecast: ForecastRow | null
}

/** Claims with what stands around them. */
export async function withSurroundings(
  rows: readonly FlatClaim[],
  now: Date,
): Promise<readonly ClaimRow[]> {
  const ids = [...new Set(rows.map(({ id }) => id))]
  if (ids.length === 0) return []
  const [evidence, camps, forecasts] = await Promise.all([
    evidenceOf(ids),
    campsOf(ids),
    forecastsOf(ids, now),
  ])
  return rows.map((row) => ({
    ...row,
    evidence: evidence.filter(({ claimId }) => claimId === row.id),
    camps: camps.get(row.id) ?? [],
    forecast: forecasts.get(row.id) ?? null,
  }))
}

async function evidenceOf(ids: string[]): Promise<readonly EvidenceRow[]> {
  return db().evidence.findMany({
    where: { claimId: { in: ids } },
    orderBy: { id: 'asc' },
    select: evidenceSelect,
  })
}

/**
 * How the camps voted on claims. A camp is the people of one stance on the thesis that a claim hangs on; on the oldest where it
 * hangs on several. Raw SQL: climbing to the thesis is a recursion.
 */
async function campsOf(ids: string[]): Promise<ReadonlyMap<string, readonly CampVotes[]>> {
  const rows = await db().$queryRaw<(CampVotes & { claimId: string })[]>`
    WITH RECURSIVE up (claim_id, node_id) AS (
      SELECT id, id FROM unnest(${ids}::uuid[]) AS id
      UNION
      SELECT up.claim_id, l.parent_id FROM up JOIN claim_links l ON l.child_id = up.node_id
    ), theses AS (
      SELECT up.claim_id, (array_agg(c.id ORDER BY c.id))[1] AS thesis_id
      FROM up JOIN claims c ON c.id = up.node_id AND c.kind = 'thesis' GROUP BY up.claim_id
    )
    SELECT t.claim_id AS "claimId", count(*)::int AS seen,
      count(*) FILTER (WHERE v.value >= 3)::int AS agree
    FROM theses t JOIN truth_votes v ON v.claim_id = t.claim_id
      JOIN thesis_stances s ON s.thesis_id = t.thesis_id AND s.person_id = v.person_id
    GROUP BY t.claim_id, s.now`
  return groupedBy(rows, ({ claimId }) => claimId)
}

async function forecastsOf(ids: string[], now: Date): Promise<ReadonlyMap<string, ForecastRow>> {
  const rows = await db().forecast.findMany({
    where: { claimId: { in: ids } },
    select: {
      claimId: true,
      question: true,
      criteria: true,
      dueOn: true,
      happened: true,
      resolvedAt: true,
      resolutionNote: true,
      resolvedBy: { select: { name: true } },
      probabilities: {
        orderBy: { at: 'asc' },
        select: { personId: true, at: true, percent: true },
      },
    },
  })
  return new Map(
    rows.map(({ resolvedBy, probabilities, ...row }) => {
      const until = row.resolvedAt ?? now
      const points = probabilities.map(({ personId, percent, at }) => ({
        personId,
        probability: percent / 100,
        at: at.getTime(),
      }))
      const given = groupedBy(probabilities, ({ personId }) => personId)
      const line = forecastLine(points, until.getTime())
      const resolvedByName = resolvedBy?.name ?? null
      return [row.claimId, { ...row, resolvedByName, line, given }]
    }),
  )
}

import 'server-only'
import { db } from '@/lib/db/client'
import { groupedBy } from '@/lib/grouped'
import { type StanceGiven, type StanceSummary, stanceSummary } from '@/lib/measures/stance'
import type { Actor } from '@/lib/policy/actor'
import { ANONYMOUS, personOf } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import type { ClaimRow } from './around-claims'
import { type FoundClaim, placesOf } from './claims'
import { type DebateRow, debatesById } from './debates'

// What open pages are told of debates: the claims as they are now, with who has voted what, so that each listener is shown what his own
// vote lets him see without a query for each.

type Votes = ReadonlyMap<string, ReadonlyMap<string, number>>

export type DebateSubjects = {
  readonly debates: ReadonlyMap<string, DebateRow>
  readonly places: ReadonlyMap<string, readonly FoundClaim[]>
  readonly truth: Votes
  readonly relevance: Votes
  readonly stances: ReadonlyMap<string, readonly Stood[]>
  /** Who wants a thesis that is only proposed, by thesis. */
  readonly endorsers: ReadonlyMap<string, ReadonlySet<string>>
}

type Stood = StanceGiven & {
  readonly thesisId: string
  readonly personId: string
  readonly changedAt: Date
}

/** The claims and debates that a batch of events tells of. Twelve queries whatever its size, none when there are none. */
export async function debateSubjects(asked: {
  readonly claimIds: readonly string[]
  readonly debateIds: readonly string[]
}): Promise<DebateSubjects> {
  const claimIds = [...asked.claimIds]
  const [debates, places, truth, relevance, stances, endorsers] = await Promise.all([
    debatesById(asked.debateIds),
    placesOf(ANONYMOUS, claimIds),
    votesOnTruth(claimIds),
    votesOnRelevance(claimIds),
    stancesOn(claimIds),
    endorsersOf(claimIds),
  ])
  return {
    debates: new Map(debates.map((debate) => [debate.id, debate])),
    places: groupedBy(places, ({ claim }) => claim.id),
    truth,
    relevance,
    stances: groupedBy(stances, ({ thesisId }) => thesisId),
    endorsers,
  }
}

async function votesOnTruth(claimIds: string[]): Promise<Votes> {
  if (claimIds.length === 0) return new Map()
  const votes = await db().truthVote.findMany({
    where: { claimId: { in: claimIds } },
    select: { claimId: true, personId: true, value: true },
  })
  return byPerson(votes.map(({ claimId, ...vote }) => ({ on: claimId, ...vote })))
}

async function votesOnRelevance(claimIds: string[]): Promise<Votes> {
  if (claimIds.length === 0) return new Map()
  const votes = await db().relevanceVote.findMany({
    where: { link: { childId: { in: claimIds } } },
    select: { linkId: true, personId: true, value: true },
  })
  return byPerson(votes.map(({ linkId, ...vote }) => ({ on: linkId, ...vote })))
}

function byPerson(votes: readonly { on: string; personId: string; value: number }[]): Votes {
  const grouped = groupedBy(votes, ({ on }) => on)
  return new Map(
    [...grouped].map(([on, each]) => [on, new Map(each.map((v) => [v.personId, v.value]))]),
  )
}

async function stancesOn(thesisIds: string[]): Promise<readonly Stood[]> {
  if (thesisIds.length === 0) return []
  return db().thesisStance.findMany({
    where: { thesisId: { in: thesisIds } },
    select: { thesisId: true, personId: true, opening: true, now: true, changedAt: true },
  })
}

async function endorsersOf(thesisIds: string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (thesisIds.length === 0) return new Map()
  const rows = await db().thesisEndorsement.findMany({
    where: { thesisId: { in: thesisIds } },
    select: { thesisId: true, personId: true },
  })
  const grouped = groupedBy(rows, ({ thesisId }) => thesisId)
  return new Map(
    [...grouped].map(([thesisId, each]) => [
      thesisId,
      new Set(each.map(({ personId }) => personId)),
    ]),
  )
}

/** A claim as a listener's own query would have given it. Pure. */
export function asSeenBy(
  listener: Actor,
  claim: ClaimRow,
  { truth, relevance, stances, endorsers }: DebateSubjects,
): ClaimRow {
  if (listener.kind === 'anonymous') return claim
  const me = listener.personId
  const stood = stances.get(claim.id)?.find(({ personId }) => personId === me)
  return {
    ...claim,
    myTruth: truth.get(claim.id)?.get(me) ?? null,
    myRelevance: relevance.get(claim.linkId ?? '')?.get(me) ?? null,
    myOpening: stood?.opening ?? null,
    myStance: stood?.now ?? null,
    myStanceAt: stood?.changedAt ?? null,
    endorsedByMe: endorsers.get(claim.id)?.has(me) === true,
  }
}

/** How people stand on a thesis, for a listener who has taken a stance himself; else null. Pure. */
export function stancesFor(
  listener: Actor,
  { thesisId, debate }: { readonly thesisId: string; readonly debate: DebateRow },
  { stances }: DebateSubjects,
): StanceSummary | null {
  const stood = stances.get(thesisId) ?? []
  const me = personOf(listener)
  const hasGiven = stood.some(({ personId }) => personId === me)
  const facts = { debate: debate.facts, hasGiven, settled: false }
  return can(listener, 'stances.see', facts) ? stanceSummary(stood) : null
}

/** How people stand on a thesis. One query. */
export async function stancesOf(thesisId: string): Promise<StanceSummary> {
  return stanceSummary(await stancesOn([thesisId]))
}

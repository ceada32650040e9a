import 'server-only'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import type { DebateRow } from '@/lib/debates/queries/debates'
import { linksOf } from '@/lib/debates/queries/links'
import { applied, type Change, type ChangeKind, type Link } from '@/lib/debates/restructure'
import type { KeptVote, Traces } from '@/lib/debates/traces'
import { newId } from '@/lib/ids'
import { childRank } from '@/lib/measures/child-rank'
import { NO_VOTES } from '@/lib/measures/distribution'
import type { SignedIn } from '@/lib/policy/actor'
import { lockDebate, recountClaims, recountRelevance, recountTruth } from './recount'
import { tellConcerned } from './tell-concerned'
import { tellDebate } from './tell-debate'

// Every change of a debate's order goes this way: under the debate's lock, planned on its links as they are now, done, and written down with
// the votes that went, so that it can be taken back.

type Rearrangement = {
  readonly actor: SignedIn
  readonly debate: DebateRow
  readonly kind: ChangeKind
  readonly claim: { readonly id: string; readonly text: string; readonly authorId: string }
  /** Plans the change on the links as they are now. */
  readonly plan: (links: readonly Link[]) => Change
  /** What else is done with it, before the links change. */
  readonly also?: (tx: Db, at: Date) => Promise<Partial<Traces>>
}

/** Plans, does and writes down one change. Throws what the plan throws. */
export async function rearrangeClaims(work: Rearrangement): Promise<void> {
  const { actor, debate, kind, claim, plan, also } = work
  const at = now()
  await transaction(async (tx) => {
    await lockDebate(tx, debate.id)
    const links = await linksOf(debate.id)
    const change = plan(links)
    applied(links, change)
    const more = (await also?.(tx, at)) ?? {}
    const votes = await storeRearrangement(tx, { actor, debate, change, at })
    const traces: Traces = { change, votes, voters: [], evidence: [], words: null, ...more }
    const people = [claim.authorId, ...votes.map(({ personId }) => personId), ...traces.voters]
    const concerned = [...new Set(people)].filter((id) => id !== actor.personId)
    await tx.debateChange.createMany({
      data: {
        id: newId(),
        debateId: debate.id,
        kind,
        actorId: actor.personId,
        claimId: claim.id,
        summary: claim.text,
        at,
        particulars: JSON.parse(JSON.stringify(traces)),
        concerned,
      },
    })
    await tellConcerned(tx, { actor, debate, claim, concerned, what: kind, at })
    const touched = new Set([claim.id, ...change.made.map(({ childId }) => childId)])
    for (const subjectId of touched) {
      await tellDebate(tx, debate, {
        kind: 'claim.rearranged',
        actorId: actor.personId,
        subjectId,
        at,
      })
    }
  })
}

/** Does a change to the rows. Gives the votes on relevance that stood on the links that went. */
export async function storeRearrangement(
  tx: Db,
  made: {
    readonly actor: SignedIn
    readonly debate: Pick<DebateRow, 'id'>
    readonly change: Change
    readonly at: Date
    /** Votes to put back where nothing is carried: those of a change that is taken back. */
    readonly votes?: readonly KeptVote[]
  },
): Promise<readonly KeptVote[]> {
  const { actor, debate, change, at } = made
  const takenIds = change.taken.map(({ id }) => id)
  const votes = await tx.relevanceVote.findMany({
    where: { linkId: { in: takenIds } },
    select: { linkId: true, personId: true, value: true },
  })
  await tx.claimLink.deleteMany({ where: { id: { in: takenIds } } })
  await tx.claimLink.createMany({
    data: change.made.map((link) => ({
      ...link,
      debateId: debate.id,
      madeById: actor.personId,
      madeAt: at,
      rank: childRank(link.id, NO_VOTES),
    })),
  })
  await giveVotes(tx, { change, votes: [...votes, ...(made.votes ?? [])], at })
  await setArchived(tx, change, at)
  const ends = [...change.taken, ...change.made].map(({ parentId }) => parentId)
  const parentIds = [...ends, ...(await parentsOf(tx, [...change.closed, ...change.reopened]))]
  await recountClaims(tx, { debateId: debate.id, parentIds: [...new Set(parentIds)], at })
  return votes
}

async function giveVotes(
  tx: Db,
  { change, votes, at }: { change: Change; votes: readonly KeptVote[]; at: Date },
): Promise<void> {
  const carriedTo = new Map(change.carried.map(({ from, to }) => [from, to]))
  const made = new Set(change.made.map(({ id }) => id))
  const given = votes.flatMap(({ linkId, ...vote }) => {
    const target = carriedTo.get(linkId) ?? linkId
    return made.has(target) ? [{ ...vote, linkId: target, at }] : []
  })
  if (given.length === 0) return
  await tx.relevanceVote.createMany({ data: given, skipDuplicates: true })
  for (const linkId of new Set(given.map((vote) => vote.linkId))) await recountRelevance(tx, linkId)
}

async function setArchived(tx: Db, { closed, reopened }: Change, at: Date): Promise<void> {
  await tx.claim.updateMany({ where: { id: { in: [...closed] } }, data: { archivedAt: at } })
  await tx.claim.updateMany({
    where: { id: { in: [...reopened] } },
    data: { archivedAt: null, mergedIntoId: null },
  })
}

async function parentsOf(tx: Db, childIds: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.claimLink.findMany({
    where: { childId: { in: [...childIds] } },
    select: { parentId: true },
  })
  return rows.map(({ parentId }) => parentId)
}

/** Gives the votes on truth of one claim to another, where their people have not voted themselves; says whose. */
export async function giveTruthVotes(tx: Db, from: string, into: string): Promise<string[]> {
  const given = await tx.$queryRaw<{ personId: string }[]>`
    INSERT INTO truth_votes (claim_id, person_id, value, at)
    SELECT ${into}::uuid, person_id, value, at FROM truth_votes WHERE claim_id = ${from}::uuid
    ON CONFLICT DO NOTHING RETURNING person_id AS "personId"`
  await recountTruth(tx, into)
  return given.map(({ personId }) => personId)
}

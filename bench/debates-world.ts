// Debates of any size, straight into the database: as wide and deep as people make them, voted on by everybody in turn.

import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { childRank } from '@/lib/measures/child-rank'
import { distributionFrom, distributionOf } from '@/lib/measures/distribution'
import type { World } from './world'

const ROWS_AT_ONCE = 2_000
const RELATIONS = ['supports', 'opposes', 'qualifies', 'supports', 'opposes'] as const
/** Every so many claims hang on the thesis, the others on these. */
const WIDE = 20

export type MadeDebate = {
  readonly id: string
  readonly sectionId: string
  readonly claimIds: readonly string[]
}

type Wish = { readonly claims: number; readonly votes: number; readonly section: number }

/** A debate with so many claims and votes on one section of the world's reading, by its place in the text. */
export async function makeDebateOf(world: World, wish: Wish): Promise<MadeDebate> {
  const { reading, people } = world
  const { sectionId } = await db().revisionSection.findFirstOrThrow({
    where: { revisionId: reading.revisionId, ordinal: wish.section },
  })
  const plan = planOf(world, wish, sectionId)
  await storeClaims(plan)
  await storeVotes(plan)
  await db().thesisStance.createMany({
    data: people.map(({ personId }, n) => {
      const stance = n % 2 === 0 ? ('agree' as const) : ('disagree' as const)
      const since = { openedAt: plan.at, changedAt: plan.at }
      return { thesisId: plan.thesisId, personId, opening: stance, now: stance, ...since }
    }),
  })
  await db().$executeRaw`ANALYZE`
  return { id: plan.id, sectionId, claimIds: plan.claimIds }
}

function planOf({ reading, groupId, people }: World, { claims, votes }: Wish, sectionId: string) {
  const at = new Date()
  const id = newId()
  const thesisId = newId()
  const claimIds = Array.from({ length: claims }, () => newId())
  const personOf = (n: number) => people[n % people.length]?.personId ?? ''
  const each = Math.round(votes / claims)
  const votesOn = (n: number) =>
    Array.from({ length: each }, (_, k) => ({
      personId: personOf(n + k),
      value: (n * 7 + k * 3) % 5,
    }))
  const spread = (n: number) => [...distributionOf(votesOn(n).map(({ value }) => value))]
  const links = claimIds.map((childId, n) => {
    const parentId = n % WIDE === 0 ? thesisId : (claimIds[n - (n % WIDE)] ?? thesisId)
    const relation = RELATIONS[(n + Math.floor(n / WIDE)) % RELATIONS.length] ?? 'supports'
    const linkId = newId()
    return {
      ...{ id: linkId, debateId: id, parentId, childId, relation, madeAt: at },
      attacks: relation === 'opposes' ? ('fact' as const) : null,
      relevance: spread(n),
      rank: childRank(linkId, distributionFrom(spread(n))),
    }
  })
  const place = { readingId: reading.id, groupId }
  return { at, id, thesisId, claimIds, personOf, votesOn, spread, links, place, sectionId }
}

type Plan = ReturnType<typeof planOf>

async function storeClaims({
  at,
  id,
  thesisId,
  claimIds,
  personOf,
  spread,
  links,
  place,
  sectionId,
}: Plan) {
  const all = [thesisId, ...claimIds]
  const counts = new Map<string, number>()
  for (const { parentId, relation } of links) {
    const key = `${parentId}/${relation}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const below = (claimId: string) => ({
    supports: counts.get(`${claimId}/supports`) ?? 0,
    opposes: counts.get(`${claimId}/opposes`) ?? 0,
    qualifies: counts.get(`${claimId}/qualifies`) ?? 0,
  })
  const times = { openedAt: at, lastActivityAt: at }
  await db().debate.create({
    data: {
      id,
      ...place,
      sectionId,
      ...times,
      theses: 1,
      claims: claimIds.length,
      ...below(thesisId),
    },
  })
  await inParts(all, (some) =>
    db().thread.createMany({
      data: some.map((threadId) => ({
        id: threadId,
        ...place,
        lastPostId: threadId,
        lastActivityAt: at,
      })),
    }),
  )
  const rows = all.map((claimId, at1) => ({
    ...{ id: claimId, debateId: id, authorId: personOf(at1), createdAt: at },
    kind: at1 === 0 ? ('thesis' as const) : ('claim' as const),
    adoptedAt: at1 === 0 ? at : null,
    text: `Claim ${at1} says something that can be true or false, in about as many words as people use.`,
    truth: at1 === 0 ? [0, 0, 0, 0, 0] : spread(at1 - 1),
    ...below(claimId),
  }))
  await inParts(rows, (some) => db().claim.createMany({ data: some }))
  await inParts(links, (some) => db().claimLink.createMany({ data: some }))
}

async function storeVotes({ at, claimIds, links, votesOn }: Plan): Promise<void> {
  const truth = claimIds.flatMap((claimId, n) =>
    votesOn(n).map((vote) => ({ claimId, at, ...vote })),
  )
  await inParts(truth, (some) => db().truthVote.createMany({ data: some, skipDuplicates: true }))
  const weight = links.flatMap(({ id: linkId }, n) =>
    votesOn(n).map((vote) => ({ linkId, at, ...vote })),
  )
  await inParts(weight, (some) =>
    db().relevanceVote.createMany({ data: some, skipDuplicates: true }),
  )
}

async function inParts<Row>(
  rows: readonly Row[],
  store: (some: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await store(rows.slice(from, from + ROWS_AT_ONCE))
  }
}

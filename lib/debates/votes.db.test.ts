import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { type DebatingClass, makeClaim, makeDebatingClass } from '@/lib/testing/factories/debate'
import { joining, makePerson } from '@/lib/testing/factories/person'
import { voteOnRelevance, voteOnTruth } from './commands/votes'
import { presentClaim } from './present'
import { claimFor } from './queries/claims'
import { votersOf } from './queries/voters'

let room: DebatingClass

beforeEach(async () => {
  room = await makeDebatingClass()
})

const denied = { status: 403 }
const unseen = { status: 404 }

async function seen(actor: SignedIn, id: string) {
  const { claim, debate } = await claimFor(actor, id)
  return presentClaim(actor, claim, debate)
}

describe('votes', () => {
  test('of others are shown once one has voted oneself, question by question', async () => {
    const { ana, ben, thesisId } = room
    const id = await makeClaim(ana, thesisId)
    await voteOnTruth(ana, id, 4)
    await voteOnRelevance(ana, { id, parentId: thesisId }, 1)
    expect(await seen(ben, id)).toMatchObject({
      truth: { mine: null, voters: 1, counts: null },
      place: { relevance: { mine: null, voters: 1, counts: null } },
      contested: null,
    })
    await voteOnTruth(ben, id, 0)
    const after = await seen(ben, id)
    expect(after.truth).toEqual({ mine: 0, voters: 2, counts: [1, 0, 0, 0, 1] })
    expect(after.place?.relevance.counts).toBeNull()
    expect(after.contested).toBeCloseTo(1 / 3, 10)
  })

  test('change and are taken back; then what others voted is hidden again', async () => {
    const { ana, ben, thesisId } = room
    const id = await makeClaim(ana, thesisId)
    await voteOnTruth(ana, id, 4)
    await voteOnTruth(ben, id, 1)
    await voteOnTruth(ben, id, 3)
    expect((await seen(ben, id)).truth.counts).toEqual([0, 0, 0, 1, 1])
    await voteOnTruth(ben, id, null)
    expect((await seen(ben, id)).truth).toEqual({ mine: null, voters: 1, counts: null })
  })

  test('cast at once are all counted', async () => {
    const { group, ana, thesisId } = room
    const id = await makeClaim(ana, thesisId)
    const crowd = await Promise.all(
      Array.from({ length: 12 }, async () => joining(await makePerson(), group.id)),
    )
    await Promise.all(
      crowd.flatMap((actor, at) => [
        voteOnTruth(actor, id, at % 5),
        voteOnRelevance(actor, { id, parentId: thesisId }, 4),
      ]),
    )
    const { claim } = await claimFor(ana, id)
    expect(claim.truth).toEqual([3, 3, 2, 2, 2])
    expect(claim.relevance).toEqual([0, 0, 0, 0, 12])
    expect(claim.rank).toBeGreaterThan(0.85)
  })

  test('are named to those who voted, where the group shows it', async () => {
    const { ana, ben, thesisId, group } = room
    const id = await makeClaim(ana, thesisId)
    await voteOnTruth(ana, id, 4)
    expect((await seen(ana, id)).can.seeNames).toBe(false)
    await db().group.update({ where: { id: group.id }, data: { showsVoters: true } })
    expect((await seen(ana, id)).can.seeNames).toBe(true)
    expect((await seen(ben, id)).can.seeNames).toBe(false)
    const { items } = await votersOf(id, { limit: 10 })
    expect(items).toEqual([{ value: 4, person: { id: ana.personId, name: 'Ana' } }])
  })

  test('are given by those who argue alone', async () => {
    const { group, stranger, thesisId, ana } = room
    const guest = await joining(await makePerson(), group.id, 'guest')
    const id = await makeClaim(ana, thesisId)
    await expect(voteOnTruth(guest, id, 4)).rejects.toMatchObject(denied)
    await expect(voteOnTruth(stranger, id, 4)).rejects.toMatchObject(unseen)
    const question = await makeClaim(ana, thesisId, { kind: 'question', relation: 'asks' })
    await expect(voteOnTruth(ana, question, 4)).rejects.toMatchObject({ code: 'question' })
  })
})

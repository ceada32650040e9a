import { expect, test } from 'vitest'
import { bridge } from '@/lib/measures/bridge'
import { contested } from '@/lib/measures/contested'
import { distributionFrom } from '@/lib/measures/distribution'
import type { Stance } from '@/lib/measures/stance'
import { makeClaim, makeDebatingClass } from '@/lib/testing/factories/debate'
import { joining, makePerson } from '@/lib/testing/factories/person'
import { takeStance } from './commands/take-stance'
import { voteOnTruth } from './commands/votes'
import { presentPoints } from './present-whole'
import { claimFor } from './queries/claims'
import { debateFor } from './queries/debates'
import {
  mostBridging,
  mostContested,
  unansweredQuestions,
  unsupportedClaims,
} from './queries/topology'

const STANCES: readonly Stance[] = [
  'agree',
  'disagree',
  'agree',
  'disagree',
  'agree',
  'disagree',
  'unsure',
  'agree',
  'disagree',
]

test('what stands out is what the measures say, computed beside the rows', async () => {
  const { ana, thesisId, group, reading } = await makeDebatingClass()
  const people = await Promise.all(
    STANCES.map(async (stance) => {
      const person = await joining(await makePerson(), group.id)
      await takeStance(person, thesisId, stance)
      return person
    }),
  )
  const source = { kind: 'source' as const, url: 'https://example.org/', title: 'S' }
  const divided = await makeClaim(ana, thesisId, { text: 'Divided.', evidence: [source] })
  const shared = await makeClaim(ana, divided, { text: 'Shared.' })
  await makeClaim(ana, thesisId, { kind: 'question', relation: 'asks', text: 'Who?' })
  for (const [at, person] of people.entries()) {
    await voteOnTruth(person, divided, at % 2 === 0 ? 4 : 0)
    await voteOnTruth(person, shared, 3)
  }
  const shelf = { readingId: reading.id, groupId: group.id }
  const rowOf = async (id: string) => (await claimFor(ana, id)).claim

  const [most] = await mostContested(ana, shelf)
  expect(most?.claimId).toBe(divided)
  expect(most?.score).toBeCloseTo(contested(distributionFrom((await rowOf(divided)).truth)), 10)

  const bridging = await mostBridging(ana, shelf)
  expect(bridging.map(({ claimId }) => claimId)).toEqual([shared, divided])
  for (const { claimId, score } of bridging) {
    expect(score).toBeCloseTo(bridge((await rowOf(claimId)).camps) ?? -1, 10)
  }
  const debate = await debateFor(ana, (await rowOf(divided)).debateId)
  // Who has not voted learns which claims they are, not how they were judged.
  expect(presentPoints(ana, debate.facts, bridging).map(({ score }) => score)).toEqual([null, null])

  const texts = (rows: readonly { text: string }[]) => rows.map(({ text }) => text)
  expect(texts(await unsupportedClaims(ana, shelf))).toEqual(['Shared.'])
  expect(texts(await unansweredQuestions(ana, shelf))).toEqual(['Who?'])
})

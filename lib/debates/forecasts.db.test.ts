import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { type DebatingClass, makeClaim, makeDebatingClass } from '@/lib/testing/factories/debate'
import { askForecast, giveProbability, resolveForecast } from './commands/forecasts'
import { presentClaim } from './present'
import { presentScores } from './present-whole'
import { claimFor } from './queries/claims'
import { settledIn } from './queries/voters'

let room: DebatingClass
let claimId: string

const FORECAST = {
  question: 'Will the wagons be counted again before the year is out?',
  criteria: 'Yes, if two clerks say so.',
  dueOn: '2999-12-31',
}

beforeEach(async () => {
  room = await makeDebatingClass()
  claimId = await makeClaim(room.ana, room.thesisId)
})

async function forecastSeenBy(actor: SignedIn) {
  const { claim, debate } = await claimFor(actor, claimId)
  return presentClaim(actor, claim, debate).forecast
}

describe('a forecast', () => {
  test('is asked by the author or those who lead, once, about a day to come', async () => {
    const { ana, ben, moderator, stranger } = room
    await expect(askForecast(ben, claimId, FORECAST)).rejects.toMatchObject({ status: 403 })
    await expect(askForecast(stranger, claimId, FORECAST)).rejects.toMatchObject({ status: 404 })
    const past = { ...FORECAST, dueOn: '2001-01-01' }
    await expect(askForecast(ana, claimId, past)).rejects.toMatchObject({ code: 'past' })
    await askForecast(ana, claimId, FORECAST)
    await expect(askForecast(moderator, claimId, FORECAST)).rejects.toMatchObject({
      code: 'asked-already',
    })
  })

  test('shows what others hold likely to those who have said it themselves', async () => {
    const { ana, ben } = room
    await askForecast(ana, claimId, FORECAST)
    await giveProbability(ana, claimId, 25)
    expect(await forecastSeenBy(ben)).toMatchObject({ people: 1, mine: [], line: null })
    await giveProbability(ben, claimId, 75)
    const seen = await forecastSeenBy(ben)
    expect(seen?.line?.at(-1)).toMatchObject({ median: 0.5, people: 2 })
    expect(seen?.mine).toMatchObject([{ percent: 75 }])
  })

  test('is resolved by those who lead; then nothing more is given and scores are told', async () => {
    const { ana, ben, moderator, group } = room
    await askForecast(ana, claimId, FORECAST)
    await giveProbability(ana, claimId, 10)
    await db().forecastProbability.updateMany({ data: { at: new Date(Date.now() - 60_000) } })
    await giveProbability(ana, claimId, 70)
    await giveProbability(ben, claimId, 40)
    const outcome = { happened: true, note: 'Both clerks said so.' }
    await expect(resolveForecast(ana, claimId, outcome)).rejects.toMatchObject({ status: 403 })
    await resolveForecast(moderator, claimId, outcome)
    await expect(giveProbability(ana, claimId, 99)).rejects.toMatchObject({ code: 'resolved' })
    await expect(resolveForecast(moderator, claimId, outcome)).rejects.toMatchObject({
      status: 409,
    })
    const scores = presentScores(await settledIn(group.id))
    expect(scores.group.brier).toBeCloseTo((0.09 + 0.36) / 2, 10)
    expect(scores.people.map(({ person }) => person.name)).toEqual(['Ana', 'Ben'])
    expect(await forecastSeenBy(moderator)).toMatchObject({ resolution: { happened: true } })
  })
})

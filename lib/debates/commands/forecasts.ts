import 'server-only'
import { now } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/client'
import type { ForecastInput } from '@/lib/debates/contract/shapes'
import { bareClaimFor, claimFacts, claimFor, type FoundClaim } from '@/lib/debates/queries/claims'
import type { DebateRow } from '@/lib/debates/queries/debates'
import { Conflict, Invalid } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { requireNotWithdrawn } from './claims'
import { tellDebate } from './tell-debate'

/** Asks, on a thesis or claim, how likely something is until a day. Asked once; then people have answered it. */
export async function askForecast(
  actor: SignedIn,
  id: string,
  { question, criteria, dueOn }: ForecastInput,
): Promise<FoundClaim> {
  const { claim, debate } = await bareClaimFor(actor, id)
  authorize(actor, 'forecast.ask', claimFacts(claim, debate))
  requireNotWithdrawn(claim)
  const at = now()
  if (new Date(dueOn) <= at) {
    throw new Invalid(
      'past',
      'A forecast is about a day to come. Choose a later one; nothing is lost.',
    )
  }
  const words = { question: question.normalize('NFC'), criteria: criteria.normalize('NFC') }
  await transaction(async (tx) => {
    const { count } = await tx.forecast.createMany({
      data: { claimId: id, ...words, dueOn: new Date(dueOn), createdAt: at },
      skipDuplicates: true,
    })
    if (count === 0) throw new Conflict('asked-already', 'This carries a forecast already.')
    await tell(tx, { actor, debate, id, at })
  })
  return claimFor(actor, id)
}

type News = {
  readonly actor: SignedIn
  readonly debate: DebateRow
  readonly id: string
  readonly at: Date
}

async function tell(tx: Db, { actor, debate, id, at }: News): Promise<void> {
  const news = { kind: 'forecast.changed' as const, actorId: actor.personId, subjectId: id, at }
  await tellDebate(tx, debate, news)
}

/** Says how likely it is, in hundredths, from now on. What was said before is kept. */
export async function giveProbability(
  actor: SignedIn,
  id: string,
  percent: number,
): Promise<FoundClaim> {
  const { claim, debate } = await bareClaimFor(actor, id)
  authorize(actor, 'forecast.give', claimFacts(claim, debate))
  const at = now()
  await transaction(async (tx) => {
    await requireOpen(tx, id)
    await tx.forecastProbability.createMany({
      data: { claimId: id, personId: actor.personId, at, percent },
      skipDuplicates: true,
    })
    await tell(tx, { actor, debate, id, at })
  })
  return claimFor(actor, id)
}

// Under a lock of the forecast: nothing is given after it was resolved.
async function requireOpen(tx: Db, claimId: string): Promise<void> {
  const [forecast] = await tx.$queryRaw<{ resolvedAt: Date | null }[]>`
    SELECT resolved_at AS "resolvedAt" FROM forecasts WHERE claim_id = ${claimId}::uuid
    FOR NO KEY UPDATE`
  if (!forecast) throw new Conflict('no-forecast', 'This carries no forecast.')
  if (forecast.resolvedAt === null) return
  throw new Conflict('resolved', 'This forecast was resolved meanwhile. Nothing was changed.')
}

/** Says what happened; from then on scores are counted and nothing more is given. */
export async function resolveForecast(
  actor: SignedIn,
  id: string,
  { happened, note }: { happened: boolean; note: string },
): Promise<FoundClaim> {
  const { claim, debate } = await bareClaimFor(actor, id)
  authorize(actor, 'forecast.resolve', claimFacts(claim, debate))
  const at = now()
  await transaction(async (tx) => {
    await requireOpen(tx, id)
    await tx.forecast.updateMany({
      where: { claimId: id },
      data: { happened, resolutionNote: note, resolvedAt: at, resolvedById: actor.personId },
    })
    await tell(tx, { actor, debate, id, at })
  })
  return claimFor(actor, id)
}

import 'server-only'
import { on, requireSignedIn } from '@/lib/api/base'
import * as arrange from '@/lib/debates/commands/arrange'
import { addClaim, editClaim, restoreClaim, withdrawClaim } from '@/lib/debates/commands/claims'
import { cite, removeEvidence } from '@/lib/debates/commands/evidence'
import { askForecast, giveProbability, resolveForecast } from '@/lib/debates/commands/forecasts'
import { promote } from '@/lib/debates/commands/promote'
import { takeStance } from '@/lib/debates/commands/take-stance'
import { adoptThesis, endorse } from '@/lib/debates/commands/theses'
import { voteOnRelevance, voteOnTruth } from '@/lib/debates/commands/votes'
import { claimContract } from '@/lib/debates/contract/claims'
import { presentClaim } from '@/lib/debates/present'
import { presentScores } from '@/lib/debates/present-whole'
import { bareClaimFor, childrenOf, claimFor, type FoundClaim } from '@/lib/debates/queries/claims'
import { settledIn, votersOf } from '@/lib/debates/queries/voters'
import { groupFor } from '@/lib/groups/queries'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

const os = on(claimContract)

function shown(actor: Actor, { claim, debate }: FoundClaim) {
  return presentClaim(actor, claim, debate)
}

export const claimEndpoints = os.router({
  get: os.get.handler(async ({ input, context: { actor } }) =>
    shown(actor, await claimFor(actor, input.id)),
  ),
  children: os.children.handler(async ({ input: { id, ...page }, context: { actor } }) => {
    const { claim, debate } = await bareClaimFor(actor, id)
    const children = await childrenOf(actor, claim.id, page)
    return { ...children, items: children.items.map((row) => presentClaim(actor, row, debate)) }
  }),
  add: os.add.handler(async ({ input: { id, ...child }, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await addClaim(actor, id, child))
  }),
  edit: os.edit.handler(async ({ input: { id, ...change }, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await editClaim(actor, id, change))
  }),
  withdraw: os.withdraw.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await withdrawClaim(actor, input.id))
  }),
  restore: os.restore.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await restoreClaim(actor, input.id))
  }),
  promote: os.promote.handler(async ({ input: { id, ...how }, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await promote(actor, id, how))
  }),
  cite: os.cite.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await cite(actor, input.id, input.evidence))
  }),
  removeEvidence: os.removeEvidence.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await removeEvidence(actor, input.id))
  }),
  voteTruth: os.voteTruth.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await voteOnTruth(actor, input.id, input.value))
  }),
  withdrawTruth: os.withdrawTruth.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await voteOnTruth(actor, input.id, null))
  }),
  voteRelevance: os.voteRelevance.handler(async ({ input: { value, ...place }, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await voteOnRelevance(actor, place, value))
  }),
  withdrawRelevance: os.withdrawRelevance.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await voteOnRelevance(actor, input, null))
  }),
  votes: os.votes.handler(async ({ input: { id, ...page }, context: { actor } }) => {
    const { claim, debate } = await bareClaimFor(actor, id)
    const { facts, showsVoters } = debate
    const hasVoted = claim.myTruth !== null
    authorize(actor, 'votes.seeNames', { debate: facts, hasVoted, showsVoters })
    const votes = await votersOf(claim.id, page)
    return { ...votes, items: votes.items.map(({ person, value }) => ({ person, truth: value })) }
  }),
  takeStance: os.takeStance.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await takeStance(actor, input.id, input.stance))
  }),
  endorse: os.endorse.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await endorse(actor, input.id, 'add'))
  }),
  unendorse: os.unendorse.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await endorse(actor, input.id, 'withdraw'))
  }),
  adopt: os.adopt.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await adoptThesis(actor, input.id))
  }),
  link: os.link.handler(async ({ input: { id, ...place }, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await arrange.linkClaim(actor, id, place))
  }),
  unlink: os.unlink.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await arrange.unlinkClaim(actor, input.id))
  }),
  move: os.move.handler(async ({ input: { id, ...place }, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await arrange.moveClaim(actor, id, place))
  }),
  merge: os.merge.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await arrange.mergeClaims(actor, input.id, input.into))
  }),
  split: os.split.handler(async ({ input: { id, ...halves }, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await arrange.splitClaim(actor, id, halves))
  }),
  archive: os.archive.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await arrange.archiveClaim(actor, input.id))
  }),
  askForecast: os.askForecast.handler(async ({ input: { id, ...forecast }, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await askForecast(actor, id, forecast))
  }),
  giveProbability: os.giveProbability.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await giveProbability(actor, input.id, input.percent))
  }),
  resolveForecast: os.resolveForecast.handler(async ({ input: { id, ...outcome }, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await resolveForecast(actor, id, outcome))
  }),
  scores: os.scores.handler(async ({ input, context: { actor } }) => {
    const group = await groupFor(actor, input.id)
    authorize(actor, 'group.seeMembers', group)
    return presentScores(await settledIn(group.id))
  }),
})

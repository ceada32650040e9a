import 'server-only'
import { on, signedIn } from '@/lib/api/base'
import * as arrange from '@/lib/debates/commands/arrange'
import { addClaim, editClaim, restoreClaim, withdrawClaim } from '@/lib/debates/commands/claims'
import { citeEvidence, removeEvidence } from '@/lib/debates/commands/evidence'
import { askForecast, giveProbability, resolveForecast } from '@/lib/debates/commands/forecasts'
import { promoteToClaim } from '@/lib/debates/commands/promote'
import { takeStance } from '@/lib/debates/commands/take-stance'
import { adoptThesis, endorseThesis } from '@/lib/debates/commands/theses'
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
const forSignedIn = os.use(signedIn)

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
  add: forSignedIn.add.handler(async ({ input: { id, ...child }, context: { actor } }) =>
    shown(actor, await addClaim(actor, id, child)),
  ),
  edit: forSignedIn.edit.handler(async ({ input: { id, ...change }, context: { actor } }) =>
    shown(actor, await editClaim(actor, id, change)),
  ),
  withdraw: forSignedIn.withdraw.handler(async ({ input, context: { actor } }) =>
    shown(actor, await withdrawClaim(actor, input.id)),
  ),
  restore: forSignedIn.restore.handler(async ({ input, context: { actor } }) =>
    shown(actor, await restoreClaim(actor, input.id)),
  ),
  promote: forSignedIn.promote.handler(async ({ input: { id, ...how }, context: { actor } }) =>
    shown(actor, await promoteToClaim(actor, id, how)),
  ),
  cite: forSignedIn.cite.handler(async ({ input, context: { actor } }) =>
    shown(actor, await citeEvidence(actor, input.id, input.evidence)),
  ),
  removeEvidence: forSignedIn.removeEvidence.handler(async ({ input, context: { actor } }) =>
    shown(actor, await removeEvidence(actor, input.id)),
  ),
  voteTruth: forSignedIn.voteTruth.handler(async ({ input, context: { actor } }) =>
    shown(actor, await voteOnTruth(actor, input.id, input.value)),
  ),
  withdrawTruth: forSignedIn.withdrawTruth.handler(async ({ input, context: { actor } }) =>
    shown(actor, await voteOnTruth(actor, input.id, null)),
  ),
  voteRelevance: forSignedIn.voteRelevance.handler(
    async ({ input: { value, ...place }, context: { actor } }) => {
      return shown(actor, await voteOnRelevance(actor, place, value))
    },
  ),
  withdrawRelevance: forSignedIn.withdrawRelevance.handler(async ({ input, context: { actor } }) =>
    shown(actor, await voteOnRelevance(actor, input, null)),
  ),
  votes: os.votes.handler(async ({ input: { id, ...page }, context: { actor } }) => {
    const { claim, debate } = await bareClaimFor(actor, id)
    const { facts, showsVoters } = debate
    const hasVoted = claim.myTruth !== null
    authorize(actor, 'votes.seeNames', { debate: facts, hasVoted, showsVoters })
    const votes = await votersOf(claim.id, page)
    return { ...votes, items: votes.items.map(({ person, value }) => ({ person, truth: value })) }
  }),
  takeStance: forSignedIn.takeStance.handler(async ({ input, context: { actor } }) =>
    shown(actor, await takeStance(actor, input.id, input.stance)),
  ),
  endorse: forSignedIn.endorse.handler(async ({ input, context: { actor } }) =>
    shown(actor, await endorseThesis(actor, input.id, 'add')),
  ),
  unendorse: forSignedIn.unendorse.handler(async ({ input, context: { actor } }) =>
    shown(actor, await endorseThesis(actor, input.id, 'withdraw')),
  ),
  adopt: forSignedIn.adopt.handler(async ({ input, context: { actor } }) =>
    shown(actor, await adoptThesis(actor, input.id)),
  ),
  link: forSignedIn.link.handler(async ({ input: { id, ...place }, context: { actor } }) =>
    shown(actor, await arrange.linkClaim(actor, id, place)),
  ),
  unlink: forSignedIn.unlink.handler(async ({ input, context: { actor } }) =>
    shown(actor, await arrange.unlinkClaim(actor, input.id)),
  ),
  move: forSignedIn.move.handler(async ({ input: { id, ...place }, context: { actor } }) =>
    shown(actor, await arrange.moveClaim(actor, id, place)),
  ),
  merge: forSignedIn.merge.handler(async ({ input, context: { actor } }) =>
    shown(actor, await arrange.mergeClaims(actor, input.id, input.into)),
  ),
  split: forSignedIn.split.handler(async ({ input: { id, ...halves }, context: { actor } }) =>
    shown(actor, await arrange.splitClaim(actor, id, halves)),
  ),
  archive: forSignedIn.archive.handler(async ({ input, context: { actor } }) =>
    shown(actor, await arrange.archiveClaim(actor, input.id)),
  ),
  askForecast: forSignedIn.askForecast.handler(
    async ({ input: { id, ...forecast }, context: { actor } }) => {
      return shown(actor, await askForecast(actor, id, forecast))
    },
  ),
  giveProbability: forSignedIn.giveProbability.handler(async ({ input, context: { actor } }) =>
    shown(actor, await giveProbability(actor, input.id, input.percent)),
  ),
  resolveForecast: forSignedIn.resolveForecast.handler(
    async ({ input: { id, ...outcome }, context: { actor } }) => {
      return shown(actor, await resolveForecast(actor, id, outcome))
    },
  ),
  scores: os.scores.handler(async ({ input, context: { actor } }) => {
    const group = await groupFor(actor, input.id)
    authorize(actor, 'group.seeMembers', group)
    return presentScores(await settledIn(group.id))
  }),
})

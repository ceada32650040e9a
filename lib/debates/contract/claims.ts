import { oc } from '@orpc/contract'
import * as z from 'zod'
import { idShape, ordinalInput, pageOf, pageQuery, personShape } from '@/lib/api/shapes'
import { CLAIM_KINDS } from '@/lib/debates/claim'
import {
  claimShape,
  evidenceInput,
  explanationInput,
  forecastInput,
  placeInput,
  relationShape,
  stanceShape,
  textInput,
  valueInput,
} from './shapes'

const tags = ['Claims']
const byId = z.strictObject({ id: idShape })
const byPlace = z.strictObject({ id: idShape, parentId: idShape })

const kindInput = z.enum(CLAIM_KINDS).exclude(['thesis'])

const childInput = z.strictObject({
  id: idShape,
  kind: kindInput.default('claim'),
  ...placeInput,
  text: textInput,
  explanation: explanationInput.optional(),
  evidence: z.array(evidenceInput).max(10).default([]),
})
export type ChildInput = z.infer<typeof childInput>

const promotionInput = z.strictObject({
  id: idShape,
  /** The claim it will hang on; left out: it is proposed as a thesis. */
  parentId: idShape.optional(),
  relation: relationShape.optional(),
  attacks: placeInput.attacks,
  /** Left out: the note's own words. */
  text: textInput.optional(),
})
export type PromotionInput = z.infer<typeof promotionInput>

const namedVoteShape = z.object({ person: personShape, truth: z.number() })

const scoreShape = z.object({
  person: personShape.nullable(),
  forecasts: z.number(),
  brier: z.number().nullable(),
  bins: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      forecasts: z.number(),
      mean: z.number(),
      happened: z.number(),
    }),
  ),
})

function get(path: `/${string}`, summary: string) {
  return oc.route({ method: 'GET', path, summary, tags })
}

function change(method: 'PUT' | 'DELETE' | 'PATCH', path: `/${string}`, summary: string) {
  return oc.route({ method, path, successStatus: 200, summary, tags })
}

function make(path: `/${string}`, summary: string) {
  return oc.route({ method: 'POST', path, successStatus: 201, summary, tags })
}

export const claimContract = {
  get: get('/claims/{id}', 'Get a claim').input(byId).output(claimShape),
  children: get(
    '/claims/{id}/children',
    'What hangs on a claim, in one way or in any, as it is ranked',
  )
    .input(z.strictObject({ id: idShape, relation: relationShape.optional(), ...pageQuery }))
    .output(pageOf(claimShape)),
  add: make('/claims/{id}/children', 'Answer a claim with another, a question or an assumption')
    .input(childInput)
    .output(claimShape),
  edit: change(
    'PATCH',
    '/claims/{id}',
    'Edit a claim; a stale version is a conflict that carries the current one',
  )
    .input(
      z.strictObject({
        id: idShape,
        version: ordinalInput,
        text: textInput,
        explanation: explanationInput.optional(),
      }),
    )
    .output(claimShape),
  withdraw: change('DELETE', '/claims/{id}', 'Withdraw a claim; what hangs on it stays')
    .input(byId)
    .output(claimShape),
  restore: change('DELETE', '/claims/{id}/withdrawal', 'Take a withdrawal back')
    .input(byId)
    .output(claimShape),
  promote: make('/annotations/{id}/claim', 'Make a claim of an annotation; both share its thread')
    .input(promotionInput)
    .output(claimShape),
  cite: make('/claims/{id}/evidence', 'Rest a claim on a passage or a source')
    .input(z.strictObject({ id: idShape, evidence: evidenceInput }))
    .output(claimShape),
  removeEvidence: change('DELETE', '/evidence/{id}', 'Take evidence from its claim')
    .input(byId)
    .output(claimShape),
  voteTruth: change('PUT', '/claims/{id}/truth-vote', 'Say whether a claim is true, 0 to 4')
    .input(z.strictObject({ id: idShape, value: valueInput }))
    .output(claimShape),
  withdrawTruth: change('DELETE', '/claims/{id}/truth-vote', 'Take that vote back')
    .input(byId)
    .output(claimShape),
  voteRelevance: change(
    'PUT',
    '/claims/{id}/parents/{parentId}/relevance-vote',
    'Say whether a claim matters where it hangs, 0 to 4',
  )
    .input(byPlace.extend({ value: valueInput }))
    .output(claimShape),
  withdrawRelevance: change(
    'DELETE',
    '/claims/{id}/parents/{parentId}/relevance-vote',
    'Take that vote back',
  )
    .input(byPlace)
    .output(claimShape),
  votes: get('/claims/{id}/votes', 'Who voted what, where the group shows it')
    .input(z.strictObject({ id: idShape, ...pageQuery }))
    .output(pageOf(namedVoteShape)),
  takeStance: change('PUT', '/claims/{id}/stance', 'Say where you stand on a thesis')
    .input(z.strictObject({ id: idShape, stance: stanceShape }))
    .output(claimShape),
  endorse: change('PUT', '/claims/{id}/endorsement', 'Want a proposed thesis to stand')
    .input(byId)
    .output(claimShape),
  unendorse: change('DELETE', '/claims/{id}/endorsement', 'Want that no more')
    .input(byId)
    .output(claimShape),
  adopt: change('PUT', '/claims/{id}/adoption', 'Let a proposed thesis stand')
    .input(byId)
    .output(claimShape),
  link: change('PUT', '/claims/{id}/parents/{parentId}', 'Hang a claim on one more parent')
    .input(byPlace.extend(placeInput))
    .output(claimShape),
  unlink: change('DELETE', '/claim-links/{id}', 'Take a claim from one of several parents')
    .input(byId)
    .output(claimShape),
  move: make(
    '/claim-links/{id}/moves',
    'Move a claim to another parent or side; a conflict when it was moved meanwhile',
  )
    .input(z.strictObject({ id: idShape, parentId: idShape, ...placeInput }))
    .output(claimShape),
  merge: make('/claims/{id}/merges', 'Merge a claim into another that says the same')
    .input(z.strictObject({ id: idShape, into: idShape }))
    .output(claimShape),
  split: make('/claims/{id}/splits', 'Split a claim that says two things')
    .input(
      z.strictObject({
        id: idShape,
        version: ordinalInput,
        first: textInput,
        second: textInput,
        childLinkIds: z.array(idShape).max(1_000).default([]),
      }),
    )
    .output(claimShape),
  archive: change('PUT', '/claims/{id}/archival', 'Put a claim away, with what hangs on it alone')
    .input(byId)
    .output(claimShape),
  askForecast: change('PUT', '/claims/{id}/forecast', 'Ask how likely something is')
    .input(forecastInput.extend({ id: idShape }))
    .output(claimShape),
  giveProbability: change(
    'PUT',
    '/claims/{id}/forecast/probability',
    'Say how likely it is, in hundredths',
  )
    .input(z.strictObject({ id: idShape, percent: z.number().int().min(0).max(100) }))
    .output(claimShape),
  resolveForecast: change('PUT', '/claims/{id}/forecast/resolution', 'Say what happened')
    .input(
      z.strictObject({
        id: idShape,
        happened: z.boolean(),
        note: z.string().trim().max(1_000).default(''),
      }),
    )
    .output(claimShape),
  scores: get(
    '/groups/{id}/forecasters',
    'How good the forecasts of a group and of its people were',
  )
    .input(byId)
    .output(z.object({ formula: z.string(), group: scoreShape, people: z.array(scoreShape) })),
}

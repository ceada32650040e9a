// A debate and its claims on the wire.

import * as z from 'zod'
import { idShape, momentShape, personShape } from '@/lib/api/shapes'
import { ASPECTS, CLAIM_KINDS, EXPLANATION_MAXIMUM, RELATIONS } from '@/lib/debates/claim'
import { messageShape } from '@/lib/events/message'
import { STANCES } from '@/lib/measures/stance'
import { barShape } from './bar'

export const relationShape = z.enum(RELATIONS)
export const aspectShape = z.enum(ASPECTS)
export const stanceShape = z.enum(STANCES)

/** Statements may be longer as they are sent: what is left after trimming counts. */
export const textInput = z.string().max(2_000)
export const explanationInput = z.string().max(EXPLANATION_MAXIMUM)
export const valueInput = z.number().int().min(0).max(4)
const dayShape = z.iso.date()

export const placeInput = {
  relation: relationShape,
  /** What an opposing claim says is wrong; nothing else has it. */
  attacks: aspectShape.optional(),
}

/** Evidence: a passage of a reading (of the debate's own unless another is named) or an outside source. */
export const evidenceInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('passage'),
    readingId: idShape.optional(),
    exact: z.string().min(1).max(5_000),
    prefix: z.string().max(10_000).optional(),
    suffix: z.string().max(10_000).optional(),
    start: z.number().int().min(0).max(100_000_000).optional(),
    end: z.number().int().min(0).max(100_000_000).optional(),
  }),
  z.strictObject({
    kind: z.literal('source'),
    url: z.httpUrl().max(2_000),
    title: z.string().trim().min(1).max(300),
    accessedOn: dayShape.optional(),
  }),
])
export type EvidenceInput = z.infer<typeof evidenceInput>

export const forecastInput = z.strictObject({
  question: z.string().trim().min(1).max(300),
  criteria: z.string().trim().min(1).max(2_000),
  dueOn: dayShape,
})
export type ForecastInput = z.infer<typeof forecastInput>

const evidenceShape = z.object({
  id: z.string(),
  /** Null for a passage of a reading that the viewer may not see: that it is cited is all he learns. */
  passage: z
    .object({
      readingId: z.string(),
      readingSlug: z.string(),
      readingTitle: z.string(),
      exact: z.string(),
      prefix: z.string(),
      suffix: z.string(),
      start: z.number(),
      end: z.number(),
      revisionId: z.string(),
      /** The number of that revision when it is not the current one: the passage is not in the text any more. */
      former: z.number().nullable(),
      /** The section as it is numbered in that revision, 0 for the opening. */
      section: z.number().nullable(),
      /** Whether it is of another reading than the debate's. */
      elsewhere: z.boolean(),
    })
    .nullable(),
  source: z
    .object({ url: z.string(), title: z.string(), accessedOn: z.string().nullable() })
    .nullable(),
  can: z.object({ remove: z.boolean() }),
})
export type EvidenceShape = z.infer<typeof evidenceShape>

/** The votes on one question; counts of 0, 1, 2, 3, 4 for those who have voted themselves. */
const votesShape = z.object({
  mine: z.number().nullable(),
  voters: z.number(),
  counts: z.array(z.number()).nullable(),
})
export type VotesShape = z.infer<typeof votesShape>

const stanceCountShape = z.object({ agree: z.number(), unsure: z.number(), disagree: z.number() })

export const stanceSummaryShape = z.object({
  opening: stanceCountShape,
  now: stanceCountShape,
  people: z.number(),
  changed: z.number(),
})

export const forecastShape = z.object({
  question: z.string(),
  criteria: z.string(),
  dueOn: z.string(),
  people: z.number(),
  mine: z.array(z.object({ at: momentShape, percent: z.number() })),
  /** What the group held over time, shares of 1; null until one has given a probability oneself, or it is resolved. */
  line: z
    .array(
      z.object({
        at: z.number(),
        low: z.number(),
        median: z.number(),
        high: z.number(),
        people: z.number(),
      }),
    )
    .nullable(),
  resolution: z
    .object({ happened: z.boolean(), at: momentShape, by: z.string().nullable(), note: z.string() })
    .nullable(),
  can: z.object({ give: z.boolean(), resolve: z.boolean() }),
})
export type ForecastShape = z.infer<typeof forecastShape>

export const claimShape = z.object({
  id: z.string(),
  debateId: z.string(),
  kind: z.enum(CLAIM_KINDS),
  /** Empty when it was withdrawn, as is the explanation. */
  text: z.string(),
  explanation: z.string(),
  author: personShape.nullable(),
  /** False for a thesis that is only proposed. */
  adopted: z.boolean(),
  version: z.number(),
  createdAt: momentShape,
  editedAt: momentShape.nullable(),
  withdrawn: z.boolean(),
  archived: z.boolean(),
  mergedIntoId: z.string().nullable(),
  /** Where it hangs; null for a thesis. */
  place: z
    .object({
      linkId: z.string(),
      parentId: z.string(),
      relation: relationShape,
      attacks: aspectShape.nullable(),
      /** Does it matter there? */
      relevance: votesShape,
    })
    .nullable(),
  /** How many parents it hangs on. */
  parents: z.number(),
  /** Is it true? */
  truth: votesShape,
  /** 0 to 1; null for those who have not voted. */
  contested: z.number().nullable(),
  /** 0 to 1; null for those who have not voted, and where there are too few to say. */
  bridge: z.number().nullable(),
  below: z.object({
    supports: z.number(),
    opposes: z.number(),
    qualifies: z.number(),
    asks: z.number(),
    assumes: z.number(),
  }),
  evidence: z.array(evidenceShape),
  forecast: forecastShape.nullable(),
  /** Of a thesis: where the viewer stands, and how many want it while it is proposed. */
  stance: z.object({ opening: stanceShape, now: stanceShape, changedAt: momentShape }).nullable(),
  endorsements: z.object({ count: z.number(), mine: z.boolean() }).nullable(),
  replyCount: z.number(),
  lastPostId: z.string(),
  resolved: z.boolean(),
  fromNote: z.boolean(),
  can: z.object({
    answer: z.boolean(),
    reply: z.boolean(),
    resolve: z.boolean(),
    vote: z.boolean(),
    cite: z.boolean(),
    edit: z.boolean(),
    withdraw: z.boolean(),
    move: z.boolean(),
    arrange: z.boolean(),
    adopt: z.boolean(),
    endorse: z.boolean(),
    forecast: z.boolean(),
    seeNames: z.boolean(),
  }),
})
export type ClaimShape = z.infer<typeof claimShape>

/** What an open page is told: the claim in all its places as it is now, and the bar of its section. */
export const debateNewsShape = z.object({
  debateId: z.string(),
  sectionId: z.string(),
  bar: barShape,
  claims: z.array(claimShape),
  /** Of a thesis on which one has taken a stance oneself. */
  stances: stanceSummaryShape.nullable(),
})
export type DebateNews = z.infer<typeof debateNewsShape>

export const debateMessage = messageShape('debates', z.object({ debate: debateNewsShape }))
export type DebateMessage = z.infer<typeof debateMessage>

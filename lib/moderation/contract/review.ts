import { oc } from '@orpc/contract'
import * as z from 'zod'
import {
  countInput,
  idShape,
  momentShape,
  ordinalInput,
  pageOf,
  pageQuery,
  personShape,
} from '@/lib/api/shapes'
import { DECISIONS, HOLD, SANCTION_DAYS_MAXIMUM, SUBJECT_KINDS } from '@/lib/moderation/decision'
import { FLAG_REASONS, SOURCES } from '@/lib/moderation/reason'
import { houseRulesShape } from './house-rules'
import { WORDS_MAXIMUM } from './words'

const tags = ['Review']
const words = z.string().trim().max(WORDS_MAXIMUM)

const subjectShape = z.strictObject({ kind: z.enum(SUBJECT_KINDS), id: idShape })
export type SubjectRef = z.infer<typeof subjectShape>

const flagInput = z.strictObject({
  subject: subjectShape,
  reason: z.enum(FLAG_REASONS),
  words: words.default(''),
})
export type FlagInput = z.infer<typeof flagInput>

export const ITEM_STATES = ['open', 'snoozed', 'decided', 'settled'] as const

const queueQuery = z.strictObject({
  id: idShape,
  state: z.enum(ITEM_STATES).default('open'),
  source: z.enum(SOURCES).optional(),
  /** A reason of its flags, or where it comes from. */
  reason: z.enum([...FLAG_REASONS, ...SOURCES]).optional(),
  readingId: idShape.optional(),
  sectionId: idShape.optional(),
  /** Who wrote it, who reported it, to whom it is assigned. */
  authorId: idShape.optional(),
  reporterId: idShape.optional(),
  assigneeId: idShape.optional(),
  /** Waiting for at least so many hours. */
  olderThan: z.coerce.number().int().min(0).max(100_000).optional(),
  ...pageQuery,
})
export type QueueQuery = z.infer<typeof queueQuery>

export const decisionShape = z.object({
  id: z.string(),
  itemId: z.string(),
  groupId: z.string(),
  kind: z.enum([...DECISIONS, HOLD]),
  reason: z.string().nullable(),
  /** The number of the group's rule that it cites, and what that says. */
  rule: z.object({ number: z.string(), words: z.string() }).nullable(),
  words: z.string(),
  /** Null for somebody who has left the site. */
  by: personShape.nullable(),
  at: momentShape,
  until: momentShape.nullable(),
  undone: z.object({ at: momentShape, by: personShape.nullable() }).nullable(),
  subject: subjectShape,
  threadId: z.string(),
  appeal: z
    .object({ id: z.string(), words: z.string(), at: momentShape, granted: z.boolean().nullable() })
    .nullable(),
  appealableUntil: momentShape,
  can: z.object({ undo: z.boolean(), appeal: z.boolean() }),
})
export type DecisionShape = z.infer<typeof decisionShape>

export const itemShape = z.object({
  id: z.string(),
  version: z.number(),
  state: z.enum(['open', 'decided', 'settled']),
  source: z.enum(SOURCES),
  reasons: z.array(z.string()),
  /** Why it is here, in one line. */
  headline: z.string(),
  subject: subjectShape,
  threadId: z.string(),
  reading: z.object({ id: z.string(), slug: z.string(), title: z.string() }),
  section: z.object({ id: z.string(), title: z.string() }).nullable(),
  author: personShape,
  /** The first words of what it is about, as they are now. */
  excerpt: z.string(),
  flags: z.array(
    z.object({
      by: personShape,
      reason: z.string(),
      words: z.string(),
      at: momentShape,
      /** How far this person's reports here count, 0 to 1. */
      credence: z.number(),
    }),
  ),
  priority: z.object({
    total: z.number(),
    parts: z.array(z.object({ name: z.string(), value: z.number() })),
  }),
  particulars: z.record(z.string(), z.union([z.string(), z.number()])),
  createdAt: momentShape,
  claim: z.object({ by: personShape, until: momentShape }).nullable(),
  assignedTo: personShape.nullable(),
  snoozedUntil: momentShape.nullable(),
  /** Of an appeal: what it says, and the decision that it is against. */
  appeal: z.object({ id: z.string(), words: z.string(), decision: decisionShape }).nullable(),
  /** The last one. */
  decision: decisionShape.nullable(),
  can: z.object({ decide: z.boolean(), decisions: z.array(z.enum(DECISIONS)) }),
})
export type ItemShape = z.infer<typeof itemShape>

const decisionInput = z.strictObject({
  id: idShape,
  version: ordinalInput,
  kind: z.enum(DECISIONS),
  reason: z.enum(FLAG_REASONS).optional(),
  /** The number of a rule of the group. */
  rule: z.string().max(4).optional(),
  words: words.default(''),
  /** Of a mute or a suspension; seven without it. */
  days: z.number().int().min(1).max(SANCTION_DAYS_MAXIMUM).optional(),
  /** The section that a note moves to; the claim that a claim moves below, or is merged into; what it is a duplicate of. */
  to: idShape.optional(),
  /** The two statements that a claim is split into. */
  halves: z.tuple([z.string().max(1000), z.string().max(1000)]).optional(),
})
export type DecisionInput = z.infer<typeof decisionInput>

const entryShape = z.object({
  id: z.string(),
  at: momentShape,
  act: z.string(),
  kind: z.string().nullable(),
  reason: z.string().nullable(),
  rule: z.string().nullable(),
  source: z.string(),
  subject: subjectShape,
  decisionId: z.string().nullable(),
  /** Who did it, and what the author was told: for those who lead the group. */
  by: personShape.nullable(),
  words: z.string(),
  undone: z.boolean(),
  canUndo: z.boolean(),
})
export type EntryShape = z.infer<typeof entryShape>

const byId = z.strictObject({ id: idShape })

export const reviewContract = {
  flag: oc
    .route({ method: 'POST', path: '/flags', successStatus: 201, summary: 'Report a post', tags })
    .input(flagInput)
    .output(z.object({ id: z.string() })),
  items: oc
    .route({
      method: 'GET',
      path: '/groups/{id}/review-items',
      summary: 'What waits for a decision in a group, most pressing first',
      tags,
    })
    .input(queueQuery)
    .output(
      pageOf(itemShape).extend({
        /** How many there are by where they come from, under the same filters; counted up to `countedTo`. */
        counts: z.array(z.object({ source: z.enum(SOURCES), count: countInput })),
        countedTo: countInput,
      }),
    ),
  item: oc
    .route({ method: 'GET', path: '/review-items/{id}', summary: 'One item of a queue', tags })
    .input(byId)
    .output(itemShape),
  claim: oc
    .route({
      method: 'PUT',
      path: '/review-items/{id}/claim',
      summary: 'You are on it, for a few minutes',
      tags,
    })
    .input(byId)
    .output(itemShape),
  release: oc
    .route({
      method: 'DELETE',
      path: '/review-items/{id}/claim',
      successStatus: 204,
      summary: 'You are not on it any more',
      tags,
    })
    .input(byId),
  set: oc
    .route({
      method: 'PATCH',
      path: '/review-items/{id}',
      summary: 'Assign an item, or put it off',
      tags,
    })
    .input(
      z.strictObject({
        id: idShape,
        assigneeId: idShape.nullable().optional(),
        snoozedUntil: momentShape.nullable().optional(),
      }),
    )
    .output(itemShape),
  decide: oc
    .route({
      method: 'POST',
      path: '/review-items/{id}/decisions',
      successStatus: 201,
      summary: 'Decide an item; of an appeal, approve grants it and anything else declines it',
      tags,
    })
    .input(decisionInput)
    .output(decisionShape),
  decision: oc
    .route({ method: 'GET', path: '/decisions/{id}', summary: 'What was decided, and why', tags })
    .input(byId)
    .output(decisionShape),
  undo: oc
    .route({
      method: 'DELETE',
      path: '/decisions/{id}',
      successStatus: 204,
      summary: 'Take a decision back; its item waits again',
      tags,
    })
    .input(byId),
  appeal: oc
    .route({
      method: 'POST',
      path: '/decisions/{id}/appeals',
      successStatus: 201,
      summary: 'Ask for a second look at what was decided of you',
      tags,
    })
    .input(z.strictObject({ id: idShape, words: words.min(1) }))
    .output(z.object({ id: z.string() })),
  log: oc
    .route({
      method: 'GET',
      path: '/groups/{id}/moderation-log',
      summary:
        'What was done at the review desk of a group, newest first; `/moderation-log.csv` gives it as CSV',
      tags,
    })
    .input(z.strictObject({ id: idShape, ...pageQuery }))
    .output(pageOf(entryShape)),
  rules: oc
    .route({
      method: 'GET',
      path: '/groups/{id}/rules',
      summary: 'The rules of a group, and what comes to its review desk',
      tags,
    })
    .input(byId)
    .output(houseRulesShape),
  setRules: oc
    .route({
      method: 'PUT',
      path: '/groups/{id}/rules',
      summary: 'Change the rules of a group; what you leave out stays',
      tags,
    })
    .input(houseRulesShape.partial().extend({ id: idShape }))
    .output(houseRulesShape),
}

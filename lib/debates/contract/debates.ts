import { oc } from '@orpc/contract'
import * as z from 'zod'
import { idShape, momentShape, pageOf, pageQuery, personShape } from '@/lib/api/shapes'
import { WHOLE_TEXT } from '@/lib/api/whole-text'
import { barShape } from './bar'
import {
  claimShape,
  explanationInput,
  relationShape,
  stanceShape,
  stanceSummaryShape,
  textInput,
} from './shapes'

const tags = ['Debates']
const byId = z.strictObject({ id: idShape })

const columnShape = z.object({
  relation: relationShape,
  count: z.number(),
  items: z.array(claimShape),
  nextCursor: z.string().nullable(),
})

/** The first screen of a debate: its theses, and what hangs first on one of them. */
export const debateShape = z.object({
  id: z.string(),
  readingId: z.string(),
  groupId: z.string(),
  sectionId: z.string(),
  bar: barShape,
  theses: z.array(claimShape),
  /** The thesis that is shown; null while there is none. */
  thesisId: z.string().nullable(),
  /** Null until one has taken a stance oneself. */
  stances: stanceSummaryShape.nullable(),
  columns: z.array(columnShape),
  /** The first answer to each claim shown. */
  answers: z.array(claimShape),
  showsVoters: z.boolean(),
  /** How many must want a proposed thesis before it stands. */
  endorsementsNeeded: z.number(),
  can: z.object({
    argue: z.boolean(),
    setThesis: z.boolean(),
    arrange: z.boolean(),
    takeStance: z.boolean(),
  }),
})
export type DebateShape = z.infer<typeof debateShape>

const nodeShape = z.object({
  id: z.string(),
  kind: z.enum(['thesis', 'claim', 'question', 'assumption']),
  text: z.string(),
  voters: z.number(),
  citations: z.number(),
  contested: z.number().nullable(),
  /** The mean of what people say of its truth, 0 to 1, or that of the camp or person looked through; null where unknown. */
  mean: z.number().nullable(),
  forecast: z.boolean(),
  open: z.boolean(),
})
const edgeShape = z.object({
  id: z.string(),
  parentId: z.string(),
  childId: z.string(),
  relation: relationShape,
  attacks: z.string().nullable(),
})
export const graphShape = z.object({
  debateId: z.string(),
  nodes: z.array(nodeShape),
  edges: z.array(edgeShape),
})
export type GraphShape = z.infer<typeof graphShape>

const changeShape = z.object({
  id: z.string(),
  kind: z.string(),
  claimId: z.string(),
  summary: z.string(),
  by: personShape.nullable(),
  at: momentShape,
  concernsMe: z.boolean(),
  undone: z.boolean(),
  can: z.object({ undo: z.boolean() }),
})
export type ChangeShape = z.infer<typeof changeShape>

const pointShape = z.object({
  claimId: z.string(),
  sectionId: z.string(),
  text: z.string(),
  kind: z.string(),
  voters: z.number(),
  /** Null for those who have not voted on it. */
  score: z.number().nullable(),
  start: z.number().nullable(),
})
export const topologyShape = z.object({
  bars: z.array(barShape),
  contested: z.array(pointShape),
  bridging: z.array(pointShape),
  unsupported: z.array(pointShape),
  unanswered: z.array(pointShape),
})
export type TopologyShape = z.infer<typeof topologyShape>

const citationShape = z.object({
  start: z.number(),
  end: z.number(),
  claims: z.number(),
  /** The debate of one of them, and what it says. */
  sectionId: z.string(),
  text: z.string(),
})
export type CitationShape = z.infer<typeof citationShape>

const outlineInput = z.strictObject({
  id: idShape,
  format: z.enum(['kialo', 'outline']),
  text: z.string().min(1).max(1_000_000),
  /** Only says what would be made. */
  preview: z.boolean().default(false),
})
const importShape = z.object({
  made: z.boolean(),
  theses: z.number(),
  claims: z.number(),
  lines: z.array(
    z.object({
      depth: z.number(),
      relation: z.string().nullable(),
      text: z.string(),
      problem: z.string().nullable(),
    }),
  ),
})
export type ImportShape = z.infer<typeof importShape>

export const lensQuery = {
  /** Through whose votes: a person's, where the group shows voters, or a camp's on the thesis named. */
  person: idShape.optional(),
  camp: stanceShape.optional(),
  thesisId: idShape.optional(),
}

function get(path: `/${string}`, summary: string) {
  return oc.route({ method: 'GET', path, summary, tags })
}

export const debateContract = {
  bars: get('/readings/{id}/debates', 'The debates of a reading in a group, with their counts')
    .input(z.strictObject({ id: idShape, groupId: idShape }))
    .output(z.object({ items: z.array(barShape), nextCursor: z.null() })),
  citations: get(
    '/readings/{id}/citations',
    'The passages of a reading that claims of a group rest on',
  )
    .input(z.strictObject({ id: idShape, groupId: idShape }))
    .output(z.object({ items: z.array(citationShape), nextCursor: z.null() })),
  topology: get('/readings/{id}/topology', 'All debates of a reading at a glance')
    .input(z.strictObject({ id: idShape, groupId: idShape }))
    .output(topologyShape),
  open: oc
    .route({
      method: 'POST',
      path: '/debates',
      successStatus: 201,
      summary:
        'Open the debate on a section in a group; the one that is open already is given again',
      tags,
    })
    .input(z.strictObject({ readingId: idShape, sectionId: idShape, groupId: idShape }))
    .output(debateShape),
  get: get('/debates/{id}', 'The first screen of a debate')
    .input(z.strictObject({ id: idShape, thesisId: idShape.optional() }))
    .output(debateShape),
  addThesis: oc
    .route({
      method: 'POST',
      path: '/debates/{id}/theses',
      successStatus: 201,
      summary: 'Set a thesis, or propose one',
      tags,
    })
    .input(
      z.strictObject({ id: idShape, text: textInput, explanation: explanationInput.optional() }),
    )
    .output(claimShape),
  graph: get('/debates/{id}/graph', 'The whole argument graph of a debate')
    .input(z.strictObject({ id: idShape, ...lensQuery }))
    .output(graphShape),
  changes: get('/debates/{id}/changes', 'How a debate was rearranged, newest first')
    .input(z.strictObject({ id: idShape, ...pageQuery }))
    .output(pageOf(changeShape)),
  undo: oc
    .route({
      method: 'DELETE',
      path: '/debate-changes/{id}',
      successStatus: 204,
      summary: 'Take a rearrangement back; a conflict when what it left was changed since',
      tags,
    })
    .input(byId),
  aif: get('/debates/{id}/aif', 'A debate in the Argument Interchange Format')
    .input(byId)
    .output(z.record(z.string(), z.unknown())),
  tree: get('/debates/{id}/tree', 'A debate as nested JSON')
    .input(byId)
    .output(z.record(z.string(), z.unknown())),
  outline: get('/debates/{id}/outline', 'A debate as a Markdown outline')
    .input(byId)
    .output(z.object({ text: z.string() })),
  import: oc
    .$meta(WHOLE_TEXT)
    .route({
      method: 'POST',
      path: '/debates/{id}/imports',
      successStatus: 201,
      summary: "Add what stands in Kialo's text export or in our Markdown outline, or preview that",
      tags,
    })
    .input(outlineInput)
    .output(importShape),
}

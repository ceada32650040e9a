import { oc } from '@orpc/contract'
import * as z from 'zod'
import {
  idShape,
  momentShape,
  nameInput,
  ordinalInput,
  pageOf,
  pageQuery,
  personShape,
} from '@/lib/api/shapes'
import { schemeShape } from '@/lib/participation/contract'
import { PRESET_IDS } from '@/lib/participation/scheme'
import { REQUIRED_KINDS } from './required-kinds'

const momentInput = z.iso.datetime({ offset: true })
const text = z.string().max(20_000)
const SECTIONS_MAXIMUM = 500
const NOTES_MAXIMUM = 20

const stepInput = z.discriminatedUnion('kind', [
  /** In a section, others' notes are seen after so many substantive notes of one's own there. */
  z.strictObject({
    kind: z.literal('write-first'),
    notes: z.number().int().min(1).max(NOTES_MAXIMUM),
  }),
  /** Then those of one's circle, then the class's. `from`: from then on for everybody, whatever they wrote. */
  z.strictObject({ kind: z.enum(['circle', 'class']), from: momentInput.nullish() }),
])

const share = z.number().min(0).max(1)

const lateRuleInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('closed') }),
  z.strictObject({ kind: z.literal('grace'), hours: z.number().min(0).max(10_000) }),
  z.strictObject({ kind: z.literal('linear'), perDay: share, floor: share }),
])

const namesShape = z.enum(['names', 'pseudonyms', 'anonymous'])
const requiredKind = z.enum(REQUIRED_KINDS)

const facts = {
  title: nameInput(200),
  instructions: text.optional(),
  /** Without them: all sections of the reading. */
  sectionIds: z.array(idShape).min(1).max(SECTIONS_MAXIMUM).optional(),
  /** What is asked beside a section, by its id. */
  prompts: z.record(idShape, z.string().max(2000)).optional(),
  requiredKinds: z.array(requiredKind).max(REQUIRED_KINDS.length).optional(),
  opensAt: momentInput.nullish(),
  dueAt: momentInput.nullish(),
  /** Until when replies are on time; without it, as everything else. */
  repliesUntil: momentInput.nullish(),
  lateRule: lateRuleInput.optional(),
  steps: z.array(stepInput).max(3).optional(),
  /** What counts as participation: one of the presets, or a scheme of one's own. */
  scheme: z.union([z.enum(PRESET_IDS), schemeShape]).optional(),
}

export const assignmentInput = z.strictObject({
  readingId: idShape,
  /** By what name students read each other: it stays as it was drafted. Those who lead the course read names. */
  names: namesShape.optional(),
  ...facts,
})
export type AssignmentInput = z.infer<typeof assignmentInput>

export const assignmentEdit = z.strictObject({
  version: ordinalInput,
  ...facts,
  title: facts.title.optional(),
})
export type AssignmentEdit = z.infer<typeof assignmentEdit>

export const stepShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('write-first'), notes: z.number() }),
  z.object({ kind: z.enum(['circle', 'class']), from: momentShape.nullable() }),
])

export const lateRuleShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('grace'), hours: z.number() }),
  z.object({ kind: z.literal('linear'), perDay: z.number(), floor: z.number() }),
])

/** An assignment as a list shows it. */
const assignmentSummary = z.object({
  id: z.string(),
  groupId: z.string(),
  reading: z.object({ id: z.string(), slug: z.string(), title: z.string() }),
  title: z.string(),
  version: z.number(),
  state: z.enum(['draft', 'published', 'closed']),
  opensAt: momentShape.nullable(),
  /** The viewer's own, with their extension. */
  dueAt: momentShape.nullable(),
  repliesUntil: momentShape.nullable(),
  /** IANA name of the time zone in which the course writes its dates. */
  timeZone: z.string(),
  steps: z.array(stepShape),
  names: namesShape,
  /** When the viewer said that they are done. */
  completion: z.object({ at: momentShape }).nullable(),
  can: z.object({ lead: z.boolean(), work: z.boolean() }),
})
export type AssignmentSummary = z.infer<typeof assignmentSummary>

const assignedSection = z.object({
  id: z.string(),
  title: z.string(),
  prompt: z.string(),
  /** Whether the viewer sees others' notes of this section. */
  open: z.boolean(),
  /** The viewer's own substantive notes here. */
  ownNotes: z.number(),
  /** How many of them open the section; 0: it needs none. */
  notesNeeded: z.number(),
})
export type AssignedSection = z.infer<typeof assignedSection>

export const assignmentShape = assignmentSummary.extend({
  instructions: z.string(),
  requiredKinds: z.array(requiredKind),
  lateRule: lateRuleShape,
  scheme: schemeShape,
  sections: z.array(assignedSection),
  /** How far others' notes reach for the viewer in an open section. */
  audience: z.enum(['circle', 'class']),
  circle: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** What classmates read in place of the viewer's name; null where they read it, and until something is written. */
  seenAs: z.string().nullable(),
  /** What was changed after it was published, newest first. */
  changes: z.array(
    z.object({
      version: z.number(),
      at: momentShape,
      by: personShape.nullable(),
      changes: z.array(z.string()),
    }),
  ),
})
export type AssignmentShape = z.infer<typeof assignmentShape>

const extensionInput = z.strictObject({
  id: idShape,
  /** Of the student or the circle. */
  forId: idShape,
  for: z.enum(['person', 'circle']),
  dueAt: momentInput,
})
export type ExtensionInput = z.infer<typeof extensionInput>

const extensionShape = z.object({
  for: z.enum(['person', 'circle']),
  /** The student or the circle. */
  receiver: personShape,
  dueAt: momentShape,
  givenAt: momentShape,
  by: personShape.nullable(),
})
export type ExtensionShape = z.infer<typeof extensionShape>

const byId = z.strictObject({ id: idShape })
const bySection = z.strictObject({ id: idShape, sectionId: idShape })
const tags = ['Assignments']

function get(path: `/${string}`, summary: string) {
  return oc.route({ method: 'GET', path, summary, tags })
}

function change(
  method: 'PUT' | 'DELETE' | 'PATCH',
  path: `/${string}`,
  summary: string,
  successStatus: 200 | 204 = 200,
) {
  return oc.route({ method, path, summary, tags, successStatus })
}

export const assignmentContract = {
  create: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/assignments',
      successStatus: 201,
      summary: 'Draft an assignment in a course',
      tags,
    })
    .input(assignmentInput.extend({ id: idShape }))
    .output(assignmentShape),
  list: get('/groups/{id}/assignments', 'List the assignments of a course that you may see')
    .input(z.strictObject({ id: idShape, ...pageQuery }))
    .output(pageOf(assignmentSummary)),
  get: get('/assignments/{id}', 'Get an assignment, as it stands for you')
    .input(byId)
    .output(assignmentShape),
  edit: change(
    'PATCH',
    '/assignments/{id}',
    'Change an assignment; a stale version is a conflict that carries the current one',
  )
    .input(assignmentEdit.extend({ id: idShape }))
    .output(assignmentShape),
  publish: change('PUT', '/assignments/{id}/publication', 'Publish an assignment')
    .input(byId)
    .output(assignmentShape),
  unpublish: change(
    'DELETE',
    '/assignments/{id}/publication',
    'Take an assignment back that nobody has written for',
  )
    .input(byId)
    .output(assignmentShape),
  close: change('PUT', '/assignments/{id}/closure', 'Close an assignment: its work is over')
    .input(byId)
    .output(assignmentShape),
  reopen: change('DELETE', '/assignments/{id}/closure', 'Open a closed assignment again')
    .input(byId)
    .output(assignmentShape),
  openForOne: change(
    'PUT',
    '/assignments/{id}/sections/{sectionId}/openings/{personId}',
    "Show a student others' notes in a section",
    204,
  ).input(bySection.extend({ personId: idShape })),
  openForAll: change(
    'PUT',
    '/assignments/{id}/sections/{sectionId}/openings',
    "Show all students each other's notes in a section",
    204,
  ).input(bySection),
  extensions: get('/assignments/{id}/extensions', 'List who has another due time')
    .input(byId.extend(pageQuery))
    .output(pageOf(extensionShape)),
  extend: change(
    'PUT',
    '/assignments/{id}/extensions/{forId}',
    'Give a student or a circle another due time',
    204,
  ).input(extensionInput),
  withdrawExtension: change(
    'DELETE',
    '/assignments/{id}/extensions/{forId}',
    'Take another due time back',
    204,
  ).input(z.strictObject({ id: idShape, forId: idShape })),
  complete: change('PUT', '/assignments/{id}/completion', 'Say that you are done')
    .input(byId)
    .output(assignmentShape),
  resume: change('DELETE', '/assignments/{id}/completion', 'Take that back')
    .input(byId)
    .output(assignmentShape),
}

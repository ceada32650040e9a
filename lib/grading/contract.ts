import { oc } from '@orpc/contract'
import * as z from 'zod'
import { countInput, idShape, momentShape, pageOf, pageQuery, personShape } from '@/lib/api/shapes'

const CRITERIA_MAXIMUM = 20
const WORDS_MAXIMUM = 5_000
const share = z.number().min(0).max(1)
const description = z.string().max(1_000)
const levelShape = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

export const criterionShape = z.strictObject({
  /** Yours to choose; it holds levels and descriptions together when the rubric is changed. */
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(120),
  weight: z.number().min(0).max(100),
  /** What each level means, from 0 to 4. */
  levels: z.tuple([description, description, description, description, description]),
})

/** Shares of the grade, together 1. */
export const mixShape = z
  .strictObject({ rubric: share, participation: share })
  .refine(({ rubric, participation }) => Math.abs(rubric + participation - 1) < 1e-9, {
    error: 'The two shares make 1 together.',
  })

const rubricTerms = {
  criteria: z.array(criterionShape).max(CRITERIA_MAXIMUM),
  mix: mixShape,
  pointsPossible: z.number().positive().max(100_000),
}

/** How an assignment is graded. Version 0: nobody has said so yet. */
export const rubricShape = z.object({
  version: z.number(),
  ...rubricTerms,
  madeBy: personShape.nullable(),
  madeAt: momentShape.nullable(),
})
export type RubricShape = z.infer<typeof rubricShape>

/** `version`: the one that is changed. */
export const rubricInput = z.strictObject({ version: countInput, ...rubricTerms })
export type RubricInput = z.infer<typeof rubricInput>

const levels = z.record(z.string().max(64), levelShape)

export const gradeInput = z.strictObject({
  /** The one that is changed; 0 where there is none yet. */
  version: countInput,
  /** By criterion; those left out are not judged. */
  levels: levels.optional(),
  /** Over what rubric and participation give; null takes it away. */
  points: z.number().min(0).max(100_000).nullable().optional(),
  comment: z.string().max(WORDS_MAXIMUM).optional(),
})
export type GradeInput = z.infer<typeof gradeInput>

/** What a student is shown of a grade: as it was released. */
const releasedShape = z.object({
  at: momentShape,
  total: z.number().nullable(),
  levels,
  participation: z.number().nullable(),
  comment: z.string(),
  rubricVersion: z.number(),
})

/** A grade. To its student, all of it is as it was released. */
export const gradeShape = z.object({
  assignmentId: z.string(),
  person: personShape,
  /** 0: there is none yet. */
  version: z.number(),
  levels,
  /** Typed over what rubric and participation give. */
  points: z.number().nullable(),
  participation: z.number().nullable(),
  /** The points; null while something that they are made of is missing. */
  total: z.number().nullable(),
  pointsPossible: z.number(),
  comment: z.string(),
  gradedBy: personShape.nullable(),
  gradedAt: momentShape.nullable(),
  released: releasedShape.nullable(),
})
export type GradeShape = z.infer<typeof gradeShape>

const changeShape = z.object({
  id: z.string(),
  kind: z.enum(['graded', 'released', 'withdrawn']),
  version: z.number(),
  total: z.number().nullable(),
  comment: z.string(),
  by: personShape.nullable(),
  at: momentShape,
})

export const messageShape = z.object({
  id: z.string(),
  author: personShape,
  /** Whether a student asks for the grade to be looked at once more. */
  isRequest: z.boolean(),
  words: z.string(),
  at: momentShape,
  settledAt: momentShape.nullable(),
})
export type MessageShape = z.infer<typeof messageShape>

const cellShape = z.object({
  assignmentId: z.string(),
  state: z.enum(['none', 'draft', 'released']),
  /** The points as they stand for staff. */
  total: z.number().nullable(),
  version: z.number(),
  completedAt: momentShape.nullable(),
  /** Notes and replies, deleted ones left out. */
  posts: z.number(),
  /** Whether a regrade request waits. */
  waits: z.boolean(),
})

export const gradebookShape = z.object({
  assignments: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      dueAt: momentShape.nullable(),
      pointsPossible: z.number(),
    }),
  ),
  /** A student each, by name. */
  items: z.array(z.object({ person: personShape, grades: z.array(cellShape) })),
  nextCursor: z.string().nullable(),
})
export type GradebookShape = z.infer<typeof gradebookShape>

const byId = z.strictObject({ id: idShape })
const ofPerson = z.strictObject({ id: idShape, personId: idShape })
const tags = ['Grades']

function route(
  method: 'GET' | 'PUT' | 'DELETE' | 'POST',
  path: `/${string}`,
  summary: string,
  successStatus: 200 | 201 | 204 = 200,
) {
  return oc.route({ method, path, summary, tags, successStatus })
}

export const gradingContract = {
  rubric: route('GET', '/assignments/{id}/rubric', 'How an assignment is graded')
    .input(byId)
    .output(rubricShape),
  setRubric: route(
    'PUT',
    '/assignments/{id}/rubric',
    'Say how an assignment is graded; what is graded already is computed anew',
  )
    .input(rubricInput.extend({ id: idShape }))
    .output(rubricShape),
  grade: route('GET', '/assignments/{id}/grades/{personId}', 'Get a grade')
    .input(ofPerson)
    .output(gradeShape),
  give: route(
    'PUT',
    '/assignments/{id}/grades/{personId}',
    'Grade somebody; it is a draft until it is released',
  )
    .input(gradeInput.extend({ id: idShape, personId: idShape }))
    .output(gradeShape),
  release: route(
    'PUT',
    '/assignments/{id}/grades/{personId}/release',
    'Show a student their grade, as it stands now',
  )
    .input(ofPerson)
    .output(gradeShape),
  withdraw: route(
    'DELETE',
    '/assignments/{id}/grades/{personId}/release',
    'Take a grade back that was released',
  )
    .input(ofPerson)
    .output(gradeShape),
  releaseAll: route(
    'PUT',
    '/assignments/{id}/release',
    'Release every grade of an assignment that is ready',
  )
    .input(byId)
    .output(z.object({ released: z.number() })),
  history: route(
    'GET',
    '/assignments/{id}/grades/{personId}/history',
    'What was done to a grade, newest first',
  )
    .input(ofPerson.extend(pageQuery))
    .output(pageOf(changeShape)),
  messages: route(
    'GET',
    '/assignments/{id}/grades/{personId}/messages',
    'What a student and staff said about a grade, oldest first',
  )
    .input(ofPerson.extend(pageQuery))
    .output(pageOf(messageShape)),
  say: route(
    'POST',
    '/assignments/{id}/grades/{personId}/messages',
    'Say something about a grade, or ask for it to be looked at once more',
    201,
  )
    .input(
      ofPerson.extend({
        words: z.string().trim().min(1).max(WORDS_MAXIMUM),
        isRequest: z.boolean().default(false),
      }),
    )
    .output(messageShape),
  settle: route(
    'PUT',
    '/assignments/{id}/grades/{personId}/messages/{messageId}/settlement',
    'Say that a regrade request is settled',
  )
    .input(ofPerson.extend({ messageId: idShape }))
    .output(messageShape),
  gradebook: route(
    'GET',
    '/groups/{id}/gradebook',
    'The grades of a course, a student each; also as CSV and XLSX, by Accept',
  )
    .input(z.strictObject({ id: idShape, ...pageQuery }))
    .output(gradebookShape),
}

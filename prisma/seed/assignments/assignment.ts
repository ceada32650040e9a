// The shape of what the demo class is assigned, as plain data. Ages are minutes before the moment of loading; times to come are negative.

import type { RequiredKind } from '@/lib/assignments/required-kinds'
import type { DemoNote } from '../note'
import type { PersonKey } from '../people'
import type { DemoGrade } from './grading'

export type DemoAssignment = {
  readonly title: string
  readonly instructions: string
  /** What is asked of each assigned section, by its title. */
  readonly prompts: Readonly<Record<string, string>>
  readonly requiredKinds: readonly RequiredKind[]
  /** How many own notes open a section. */
  readonly notesFirst: number
  /** When circles begin to read each other; null where there are no circles. */
  readonly classAgo: number | null
  readonly madeAgo: number
  readonly publishedAgo: number
  readonly dueAgo: number
  readonly closedAgo: number | null
  /** Who said that they are done, and when. */
  readonly done: Readonly<Partial<Record<PersonKey, number>>>
  /** Who may hand in later, and until when. */
  readonly extensions: Readonly<Partial<Record<PersonKey, number>>>
  readonly notes: readonly DemoNote[]
  /** By the rubric of the seminar. */
  readonly grades: readonly DemoGrade[]
}

/** The circles of the class. */
export const CIRCLES: readonly { readonly name: string; readonly members: readonly PersonKey[] }[] =
  [
    { name: 'Circle 1', members: ['chidi', 'priya', 'sofia', 'jonas', 'amara'] },
    { name: 'Circle 2', members: ['leila', 'tuan', 'hanna', 'meiling'] },
  ]

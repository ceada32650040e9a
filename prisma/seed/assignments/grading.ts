// The shape of how the demo class is graded, as plain data, and the rubric of the seminar. Ages are minutes before the moment of loading.

import type { Criterion, Level } from '@/lib/grading/rubric'
import type { PersonKey } from '../people'

/** One giving of a grade. Levels stand in the order of the rubric; null: not judged yet. */
export type DemoGiving = {
  readonly ago: number
  readonly levels: readonly (Level | null)[]
  readonly comment: string
  /** When it was shown to its student; null: it is a draft. */
  readonly releasedAgo: number | null
}

export type DemoGradeMessage = {
  readonly by: PersonKey
  readonly ago: number
  readonly words: string
  /** For a regrade request: when it was settled; null: it waits. Left out: it is none. */
  readonly requestSettledAgo?: number | null
}

export type DemoGrade = {
  readonly student: PersonKey
  readonly by: PersonKey
  /** The first first; each changes the one before. */
  readonly given: readonly DemoGiving[]
  readonly messages?: readonly DemoGradeMessage[]
}

/** The most that the seminar's rubric gives: its four criteria with four levels each, so that points are levels. */
export const SEMINAR_POINTS = 16

/** What the seminar is graded by. */
export const SEMINAR_RUBRIC: readonly Criterion[] = [
  {
    id: 'words',
    name: 'Works from the author’s words',
    weight: 1,
    levels: [
      'No passage is quoted.',
      'Quotes a passage and writes about something else.',
      'Quotes a passage and says what it is about.',
      'The main point hangs on a quoted phrase.',
      'Every point hangs on a quoted phrase, and the phrase carries it.',
    ],
  },
  {
    id: 'argues',
    name: 'Argues',
    weight: 1,
    levels: [
      'Nothing to assess.',
      'Says agree or disagree.',
      'Gives a reason that restates the claim.',
      'Gives a reason that can be checked in the text or a source.',
      'Also meets the strongest reason against it.',
    ],
  },
  {
    id: 'answers',
    name: 'Answers others',
    weight: 1,
    levels: [
      'Answers nobody.',
      'Says that a classmate is right or wrong.',
      'Answers, but returns to the own point instead of the other’s.',
      'Answers the point that was made.',
      'Something changed by it: the own note, or the other’s.',
    ],
  },
  {
    id: 'asks',
    name: 'Asks what matters',
    weight: 1,
    levels: [
      'Asks nothing.',
      'Asks what the text answers.',
      'Asks what the text leaves open.',
      'Asks at least one question that the text cannot settle.',
      'Such a question, and the class took it up.',
    ],
  },
]

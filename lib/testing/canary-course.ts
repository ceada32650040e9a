import { annotate } from '@/lib/annotations/commands/annotate'
import type { Step } from '@/lib/assignments/schedule'
import { giveGrade } from '@/lib/grading/commands/give-grade'
import { sayAboutGrade } from '@/lib/grading/commands/messages'
import { releaseGrade } from '@/lib/grading/commands/release'
import type { SignedIn } from '@/lib/policy/actor'
import { replyToThread } from '@/lib/threads/commands/reply'
import { makeAssignment, makeCircle } from './factories/assignment'
import { makeCourse } from './factories/course'

// The course of the canary world: one student has written and another not, and is in another circle. What waits for the second is written
// under each step of a schedule; and the first is graded.

const COURSE_VIEWERS = ['writing student', 'waiting student', 'leader of the course'] as const
type CourseViewer = (typeof COURSE_VIEWERS)[number]

type HiddenHere = {
  readonly what: string
  readonly word: string
  readonly readBy: readonly CourseViewer[]
}

const WRITTEN = ['writing student', 'leader of the course'] as const
const LEADS = ['leader of the course'] as const

type Waiting = Omit<HiddenHere, 'word'> & { readonly key: string; readonly steps: readonly Step[] }

const SCHEDULES: readonly Waiting[] = [
  { key: 'assigned', what: 'a note of an assignment', readBy: COURSE_VIEWERS, steps: [] },
  {
    ...{ key: 'withheld', what: 'what one writes first', readBy: WRITTEN },
    steps: [{ kind: 'write-first', notes: 2 }],
  },
  {
    ...{ key: 'circle', what: 'a note of another circle', readBy: WRITTEN },
    steps: [{ kind: 'circle', from: null }],
  },
]

export type AssignedCourse = Awaited<ReturnType<typeof makeAssignedCourse>>

const md = (value: string) => ({ format: 'markdown' as const, value })

/** Makes the course. */
export async function makeAssignedCourse() {
  const { group, reading, teacher, students } = await makeCourse()
  const [writer, waiting] = students
  await makeCircle({ groupId: group.id, personIds: [writer.personId] })
  await makeCircle({ groupId: group.id, personIds: [waiting.personId] })
  const made: { readonly id: string; readonly schedule: Waiting }[] = []
  for (const schedule of SCHEDULES) {
    const where = { groupId: group.id, readingId: reading.id, steps: schedule.steps }
    made.push({ id: (await makeAssignment(where)).id, schedule })
  }
  const write = async (assignmentId: string, word: string) => {
    const note = await annotate(writer, {
      ...{ readingId: reading.id, assignmentId, visibility: 'group', kind: 'oppose' },
      target: { exact: 'Nobody counted them twice.' },
      body: md(word),
      tags: [`${word}-tag`],
    })
    const answer = await replyToThread(teacher, note.id, { body: md(word) })
    return [note.id, answer.id]
  }
  /** Writes a note and an answer for each assignment, of words that begin alike; tells who may read which. */
  const writeAll = async (prefix: string) => {
    const hidden: HiddenHere[] = []
    const ids: string[] = []
    for (const { id, schedule } of made) {
      const { key, what, readBy } = schedule
      const word = `${prefix}${key}`
      ids.push(...(await write(id, word)))
      hidden.push({ what, word, readBy })
    }
    return { hidden, ids }
  }
  const { hidden, ids } = await writeAll('word')
  const actors: Readonly<Record<CourseViewer, SignedIn>> = {
    ...{ 'writing student': writer, 'waiting student': waiting },
    'leader of the course': teacher,
  }
  const graded = await grade(actors, made[0]?.id ?? '')
  return {
    ...{ actors, writeAll, readingId: reading.id, groupId: group.id },
    assignmentIds: made.map(({ id }) => id),
    ids: [group.id, reading.id, ...made.map(({ id }) => id), ...ids],
    hidden: [...hidden, ...graded],
  }
}

// A grade that was shown, one that was not yet, and what both say about it.
async function grade(
  actors: Readonly<Record<CourseViewer, SignedIn>>,
  id: string,
): Promise<readonly HiddenHere[]> {
  const { 'writing student': student, 'leader of the course': teacher } = actors
  const of = { id, personId: student.personId }
  await giveGrade(teacher, { ...of, version: 0, points: 7, comment: 'wordreleased' })
  await releaseGrade(teacher, of)
  await giveGrade(teacher, { ...of, version: 1, points: 8, comment: 'worddraft' })
  await sayAboutGrade(student, { ...of, words: 'wordregrade', isRequest: true })
  return [
    { what: 'what a grade says', word: 'wordreleased', readBy: WRITTEN },
    { what: 'what a draft of a grade says', word: 'worddraft', readBy: LEADS },
    { what: 'what is asked about a grade', word: 'wordregrade', readBy: WRITTEN },
  ]
}

import 'server-only'
import type { AssignmentRow } from '@/lib/assignments/queries/assignments'
import { circlesSwitched } from '@/lib/circles/queries'
import type { AnyActor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { heatOf } from '@/lib/preparation/heat'
import { type Paragraph, paragraphsOf } from '@/lib/preparation/paragraphs'
import type { Sheet, StudentFilter, StudentOrder } from '@/lib/preparation/shape'
import type { ReadingRow } from '@/lib/readings/queries/reading-row'
import { revisionDoc, revisionText } from '@/lib/readings/queries/revisions'
import { readingText } from '@/lib/text/document'
import { parseReadingDoc } from '@/lib/text/reading-schema'
import { contestedClaims } from './contested-claims'
import { notBegun, notesOfQuietStudents, openQuestions } from './questions'
import { studentsOf } from './students'
import { begunByDay, countedNotes, type Task, talliesOf } from './written'

export type OverviewQuery = {
  readonly circleId: string | null
  readonly filter: StudentFilter
  readonly order: StudentOrder
  readonly cursor?: string | undefined
  readonly now: Date
}

const QUESTIONS_SHOWN = 6

/** What staff see of an assignment at a glance. Throws Forbidden for others. Nine queries, whatever is written. */
export async function overviewOf(
  actor: AnyActor,
  row: AssignmentRow,
  reading: ReadingRow,
  { circleId, filter, order, cursor, now }: OverviewQuery,
) {
  authorize(actor, 'assignment.lead', row)
  const task = taskOf(row)
  const within = { circleId }
  const [paragraphs, circles, tallies, begun, questions, students] = await Promise.all([
    paragraphsFor(row, reading),
    circlesSwitched(actor, row),
    talliesOf(task, within, now),
    begunByDay(task, within),
    openQuestions(task, within, QUESTIONS_SHOWN),
    studentsOf(task, within, { filter, order, cursor }),
  ])
  const counted = await countedNotes(task, within, startsOf(paragraphs))
  return { circles, tallies, begun, questions, students, heat: heatOf(paragraphs, counted) }
}

const CLAIMS_ON_SHEET = 3
const QUESTIONS_ON_SHEET = 5
const QUIET_ON_SHEET = 3
const NAMES_ON_SHEET = 40

/** What the preparation sheet of an assignment says. Throws Forbidden for who does not lead it. */
export async function sheetOf(
  actor: AnyActor,
  row: AssignmentRow,
  reading: ReadingRow,
  now: Date,
): Promise<Sheet> {
  authorize(actor, 'assignment.lead', row)
  const task = taskOf(row)
  const within = { circleId: null }
  const [paragraphs, tallies, claims, questions, quiet, absent] = await Promise.all([
    paragraphsFor(row, reading),
    talliesOf(task, within, now),
    contestedClaims({ groupId: row.groupId, readingId: row.readingId }, CLAIMS_ON_SHEET),
    openQuestions(task, within, QUESTIONS_ON_SHEET),
    notesOfQuietStudents(task, QUIET_ON_SHEET),
    notBegun(task, NAMES_ON_SHEET),
  ])
  const counted = await countedNotes(task, within, startsOf(paragraphs))
  return { tallies, claims, questions, quiet, absent, heat: heatOf(paragraphs, counted) }
}

function taskOf({ id, groupId, dueAt, group }: AssignmentRow): Task {
  return { id, groupId, dueAt, timeZone: group.timeZone }
}

function startsOf(paragraphs: readonly Paragraph[]): readonly number[] {
  return paragraphs.map(({ start }) => start)
}

async function paragraphsFor(
  { sections: assigned }: AssignmentRow,
  { currentRevision }: ReadingRow,
): Promise<readonly Paragraph[]> {
  if (!currentRevision) return []
  const [{ text, sections }, doc] = await Promise.all([
    revisionText(currentRevision.id),
    revisionDoc(currentRevision.id),
  ])
  const { blocks } = readingText(parseReadingDoc(doc))
  const ids = new Set(assigned.map(({ sectionId }) => sectionId))
  return paragraphsOf({ text, blocks, sections, assigned: ids })
}

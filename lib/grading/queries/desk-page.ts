import 'server-only'
import type { AssignmentRow } from '@/lib/assignments/queries/assignments'
import { NotFound } from '@/lib/errors'
import type { WorkItem } from '@/lib/grading/desk'
import { presentGrade, presentMessage, presentRubric } from '@/lib/grading/present'
import { workIn } from '@/lib/grading/work'
import { presentSheet } from '@/lib/participation/present'
import { sheetFor } from '@/lib/participation/queries/sheet'
import { viewsOf } from '@/lib/participation/queries/views'
import { type AnyActor, personOf } from '@/lib/policy/actor'
import { authorize, can } from '@/lib/policy/rules'
import { revisionText } from '@/lib/readings/queries/revisions'
import { commentBank, deskCounts, studentsAround, workOf } from './desk'
import { gradeFor, gradeMessages } from './grades'

const MESSAGES_SHOWN = 50

/** Somebody's work in its text, with how it counts. Throws NotFound. */
async function sheetInText(actor: AnyActor, id: string, personId: string) {
  const sheet = await sheetFor(actor, id, personId)
  const { currentRevisionId } = sheet.assignment.reading
  const [items, revision] = await Promise.all([
    workOf(actor, sheet.assignment, personId),
    currentRevisionId === null ? { text: '', sections: [] } : revisionText(currentRevisionId),
  ])
  return { sheet, work: workIn<WorkItem>(items, revision) }
}

/** All that is on the desk of who grades somebody. Throws NotFound, and Forbidden for who may not grade. */
export async function deskFor(actor: AnyActor, id: string, personId: string) {
  const row = await gradeFor(actor, id, personId)
  const { assignment, person, rubric } = row
  authorize(actor, 'grade.give', { personId, assignment })
  const [{ sheet, work }, students, counts, bank, messages] = await Promise.all([
    sheetInText(actor, id, personId),
    studentsAround(assignment, person),
    deskCounts(assignment),
    commentBank(assignment),
    gradeMessages(actor, { id, personId, limit: MESSAGES_SHOWN }),
  ])
  return {
    assignment,
    work,
    students,
    counts,
    bank,
    sheet: presentSheet(sheet),
    grade: presentGrade(actor, row),
    rubric: presentRubric(rubric),
    messages: messages.items.map(presentMessage),
  }
}

/** What somebody did for an assignment and what it is worth, for themselves and for staff. Throws NotFound. */
export async function outcomeFor(actor: AnyActor, id: string, personId: string) {
  const { sheet, work } = await sheetInText(actor, id, personId)
  return {
    assignment: sheet.assignment,
    work,
    sheet: presentSheet(sheet),
    isOwn: personOf(actor) === personId,
    views: await viewsOf(sheet.assignment.id, personId),
    mayGrade: can(actor, 'grade.give', { personId, assignment: sheet.assignment }),
    outcome: await released(actor, sheet.assignment, personId),
  }
}

async function released(actor: AnyActor, assignment: AssignmentRow, personId: string) {
  const row = await gradeIfSeen(actor, assignment.id, personId)
  if (!row?.grade?.releasedAt) return null
  const page = await gradeMessages(actor, { id: assignment.id, personId, limit: MESSAGES_SHOWN })
  return {
    grade: presentGrade(actor, row),
    rubric: presentRubric(row.rubric),
    messages: page.items.map(presentMessage),
  }
}

async function gradeIfSeen(actor: AnyActor, id: string, personId: string) {
  try {
    return await gradeFor(actor, id, personId)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

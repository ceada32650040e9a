import 'server-only'
import { now } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { Conflict, NotFound } from '@/lib/errors'
import {
  type GradeRow,
  gradeFor,
  type MessageRow,
  messageSelect,
} from '@/lib/grading/queries/grades'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import { type GradeOf, gradeToGive } from './give-grade'

const DAY_MS = 86_400_000
/** So long after its release a student may ask for a grade to be looked at once more. */
export const REGRADE_DAYS = 14

type Said = GradeOf & { readonly words: string; readonly isRequest: boolean }

/** Says something about a grade. Throws NotFound, and Conflict where nothing is graded or the time for requests is over. */
export async function sayAboutGrade(
  actor: SignedIn,
  { id, personId, words, isRequest }: Said,
): Promise<MessageRow> {
  const row = await gradeFor(actor, id, personId)
  if (row.grade === null) throw new Conflict('not-graded', 'There is no grade yet.')
  if (isRequest) requireOpenForRequests(actor, row)
  const messageId = newId()
  return db().gradeMessage.create({
    data: {
      id: messageId,
      assignmentId: id,
      personId,
      authorId: actor.personId,
      isRequest,
      words,
      at: now(),
    },
    select: messageSelect,
  })
}

function requireOpenForRequests(actor: SignedIn, { assignment, person, grade }: GradeRow): void {
  if (can(actor, 'grade.give', { personId: person.id, assignment })) {
    throw new Conflict('own-grade', 'You give this grade: change it instead.')
  }
  const since = now().getTime() - (grade?.releasedAt?.getTime() ?? 0)
  if (since <= REGRADE_DAYS * DAY_MS) return
  throw new Conflict('too-late', `Requests end ${REGRADE_DAYS} days after a grade is released.`)
}

/** Says that a regrade request is settled. Twice changes nothing. Throws NotFound and Forbidden. */
export async function settleRequest(
  actor: SignedIn,
  { id, personId, messageId }: GradeOf & { readonly messageId: string },
): Promise<MessageRow> {
  await gradeToGive(actor, { id, personId })
  const which = { id: messageId, assignmentId: id, personId, isRequest: true }
  await db().gradeMessage.updateMany({
    where: { ...which, settledAt: null },
    data: { settledAt: now() },
  })
  const row = await db().gradeMessage.findFirst({ where: which, select: messageSelect })
  if (!row) throw new NotFound()
  return row
}

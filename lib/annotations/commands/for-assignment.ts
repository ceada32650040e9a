import 'server-only'
import type { AnnotationInput } from '@/lib/annotations/contract'
import { assignmentFor } from '@/lib/assignments/queries/assignments'
import { circleIn } from '@/lib/assignments/queries/circles'
import { ownNotes } from '@/lib/assignments/queries/own-notes'
import type { Db } from '@/lib/db/client'
import { Conflict, Invalid, NotFound } from '@/lib/errors'
import { personNews } from '@/lib/people/news'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize, can } from '@/lib/policy/rules'

// What writing for an assignment asks and earns, in the transaction of the note.

/** What a note is written for. */
export type Task = {
  readonly id: string
  readonly groupId: string
  readonly leads: boolean
  readonly sectionIds: ReadonlySet<string>
}

/** The assignment that a note is to be written for; null where it names none. Throws NotFound, Forbidden, Invalid or Conflict. */
export async function taskFor(
  actor: SignedIn,
  input: AnnotationInput,
  at: Date,
): Promise<Task | null> {
  if (input.assignmentId === undefined) return null
  const assignment = await assignmentFor(actor, input.assignmentId)
  const { id, groupId, readingId, closedAt, opensAt, sections } = assignment
  if (readingId !== input.readingId || (input.groupId ?? groupId) !== groupId) throw new NotFound()
  if (closedAt !== null) throw closed()
  authorize(actor, 'assignment.work', assignment)
  requireWithin(input.visibility)
  const leads = can(actor, 'assignment.lead', assignment)
  if (!leads && opensAt !== null && opensAt > at) {
    throw new Conflict('not-open', 'This assignment has not opened yet. Your text is kept.')
  }
  return { id, groupId, leads, sectionIds: new Set(sections.map(({ sectionId }) => sectionId)) }
}

/** What is written for an assignment stays in its course. Throws Invalid for a public note. */
export function requireWithin(visibility: string | undefined): void {
  if (visibility !== 'public') return
  throw new Invalid(
    'visibility',
    'What you write for an assignment is for the course, or for yourself. Choose one of these.',
  )
}

/** Throws Invalid for a note in a section that is not assigned. A note on the whole reading is. */
export function requireAssigned({ sectionIds }: Task, sectionId: string | null): void {
  if (sectionId === null || sectionIds.has(sectionId)) return
  throw new Invalid('not-assigned', 'This section is not part of the assignment.')
}

/**
 * Holds the assignment, so that it is not closed and no circle drawn anew before the note is committed, and the author's place in the
 * course, so that of two notes at once each counts the other. Returns the circle that the note is written in.
 */
export async function holdTask(tx: Db, { personId }: SignedIn, task: Task): Promise<string | null> {
  const [held] = await tx.$queryRaw<unknown[]>`
    SELECT h.id FROM assignments h JOIN memberships m ON m.group_id = h.group_id
    WHERE h.id = ${task.id}::uuid AND m.person_id = ${personId}::uuid
      AND h.published_at IS NOT NULL AND h.closed_at IS NULL
    FOR SHARE OF h FOR NO KEY UPDATE OF m`
  if (held === undefined) throw closed()
  return task.leads ? null : ((await circleIn(task, personId))?.id ?? null)
}

function closed(): Conflict {
  return new Conflict('closed', 'This assignment is closed. Your text is kept: copy it.')
}

type Written = {
  readonly assignmentId: string | null
  readonly homeSectionId: string | null
  readonly authorId: string
}

/**
 * Opens the section of a note to its author once enough is written there: a row that is written once. Whoever sees more by it is told to
 * look anew.
 */
export async function earnOpening(tx: Db, note: Written, at: Date): Promise<void> {
  const { assignmentId, homeSectionId: sectionId, authorId: personId } = note
  if (assignmentId === null || sectionId === null) return
  const [gate] = await tx.$queryRaw<{ notes: number }[]>`
    SELECT h.notes_first AS notes FROM assignments h
      JOIN assignment_sections c ON c.assignment_id = h.id AND c.section_id = ${sectionId}::uuid
    WHERE h.id = ${assignmentId}::uuid AND h.notes_first > 0 AND NOT EXISTS (
      SELECT FROM section_openings o WHERE o.person_id = ${personId}::uuid
        AND o.assignment_id = h.id AND o.section_id = c.section_id)`
  if (!gate) return
  const written = await ownNotes({ assignmentId, personId, sectionId })
  if ((written.get(sectionId) ?? 0) < gate.notes) return
  const { count } = await tx.sectionOpening.createMany({
    data: { personId, assignmentId, sectionId, openedAt: at },
    skipDuplicates: true,
  })
  if (count === 0) return
  const changed = { kind: 'sight.changed', actorId: personId, subjectId: personId } as const
  await personNews.record(tx, { ...changed, at })
}

import 'server-only'
import { type AssignmentRow, assignmentFor } from '@/lib/assignments/queries/assignments'
import { db, rowsOf } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { Participation } from '@/lib/participation/participation'
import type { AnyActor } from '@/lib/policy/actor'
import { requireSight } from '@/lib/policy/rules'
import { participationIn } from './participation'

export type WrittenRow = {
  readonly id: string
  readonly annotationId: string
  readonly kind: 'note' | 'reply'
  readonly sectionId: string | null
  readonly at: Date
  readonly excerpt: string
}

export type Sheet = {
  readonly assignment: AssignmentRow
  readonly person: { readonly id: string; readonly name: string }
  readonly participation: Participation
  readonly written: readonly WrittenRow[]
}

/** Somebody's work for an assignment that the actor may look at. Throws NotFound. Two queries. */
export async function workFor(
  actor: AnyActor,
  id: string,
  personId: string,
): Promise<{ readonly assignment: AssignmentRow; readonly person: Sheet['person'] }> {
  const assignment = await assignmentFor(actor, id)
  requireSight(actor, 'work.see', isId(personId) ? { personId, assignment } : null)
  const person = await db().person.findUnique({
    where: {
      id: personId,
      OR: [
        { memberships: { some: { groupId: assignment.groupId } } },
        { grades: { some: { assignmentId: id } } },
        { annotations: { some: { assignmentId: id } } },
      ],
    },
    select: { id: true, name: true },
  })
  if (!person) throw new NotFound()
  return { assignment, person }
}

/** How somebody took part, as the actor may read it. Throws NotFound. */
export async function sheetFor(actor: AnyActor, id: string, personId: string): Promise<Sheet> {
  const { assignment, person } = await workFor(actor, id, personId)
  const [all, written] = await Promise.all([
    participationIn(assignment),
    writtenBy(assignment.id, personId),
  ])
  const participation = all.get(personId)
  if (!participation) throw new NotFound()
  return { assignment, person, participation, written }
}

const EXCERPT = 160

async function writtenBy(assignmentId: string, personId: string): Promise<readonly WrittenRow[]> {
  return rowsOf<WrittenRow>(Prisma.sql`
    SELECT a.id, a.id AS "annotationId", 'note' AS kind, a.home_section_id AS "sectionId",
      a.created_at AS at, left(a.body_text, ${EXCERPT}) AS excerpt
    FROM annotations a WHERE a.assignment_id = ${assignmentId}::uuid AND a.author_id = ${personId}::uuid
    UNION ALL
    SELECT r.id, a.id, 'reply', a.home_section_id, r.created_at, left(r.body_text, ${EXCERPT})
    FROM replies r JOIN annotations a ON a.id = r.thread_id
    WHERE r.author_id = ${personId}::uuid AND a.assignment_id = ${assignmentId}::uuid`)
}

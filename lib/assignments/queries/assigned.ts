import 'server-only'
import { dueTimeOf } from '@/lib/assignments/lateness'
import { REQUIRED_KINDS } from '@/lib/assignments/required-kinds'
import { rowsOf } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Assigned } from '@/lib/participation/participation'
import { lateRuleFrom } from './stored'

/** What of an assignment has to be known to say what it asks of each person. */
export type Assignable = {
  readonly id: string
  readonly version: number
  readonly scheme: unknown
  readonly opensAt: Date | null
  readonly dueAt: Date | null
  readonly repliesUntil: Date | null
  readonly requiredKinds: readonly string[]
  readonly lateRule: unknown
  readonly group: { readonly timeZone: string }
  readonly reading: { readonly currentRevisionId: string | null }
  readonly sections: readonly { readonly sectionId: string }[]
}

type PersonRow = {
  readonly personId: string
  readonly ownDueAt: Date | null
  readonly circleDueAt: Date | null
}

/** What an assignment asks of each who is in its course or has written for it, with their extensions. One statement. */
export async function assignedTo(assignment: Assignable): Promise<readonly Assigned[]> {
  const { id, dueAt, opensAt, repliesUntil, sections } = assignment
  const rows = await rowsOf<PersonRow>(Prisma.sql`
    SELECT p.person_id AS "personId", own.due_at AS "ownDueAt", circle.due_at AS "circleDueAt"
    FROM (
      SELECT m.person_id FROM assignments s JOIN memberships m ON m.group_id = s.group_id
        WHERE s.id = ${id}::uuid
      UNION
      SELECT a.author_id FROM annotations a WHERE a.assignment_id = ${id}::uuid
      UNION
      SELECT r.author_id FROM annotations a JOIN replies r ON r.thread_id = a.id
        WHERE a.assignment_id = ${id}::uuid) p
      LEFT JOIN extensions own ON own.assignment_id = ${id}::uuid AND own.person_id = p.person_id
      LEFT JOIN LATERAL (
        SELECT max(e.due_at) AS due_at FROM extensions e JOIN circle_members c ON c.circle_id = e.circle_id
        WHERE e.assignment_id = ${id}::uuid AND c.person_id = p.person_id AND c.left_at IS NULL) circle
        ON TRUE`)
  const terms = {
    ...{ opensAt, repliesUntil },
    sectionIds: sections.map(({ sectionId }) => sectionId),
    requiredKinds: REQUIRED_KINDS.filter((kind) => assignment.requiredKinds.includes(kind)),
    timeZone: assignment.group.timeZone,
    lateRule: lateRuleFrom(assignment.lateRule),
  }
  return rows.map(({ personId, ownDueAt, circleDueAt }) => ({
    ...terms,
    personId,
    dueAt: dueTimeOf(dueAt, [
      ...(ownDueAt ? [{ dueAt: ownDueAt, for: 'person' as const }] : []),
      ...(circleDueAt ? [{ dueAt: circleDueAt, for: 'circle' as const }] : []),
    ]),
  }))
}

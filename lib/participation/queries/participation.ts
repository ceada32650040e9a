import 'server-only'
import type { Assignable } from '@/lib/assignments/queries/assigned'
import { assignedTo } from '@/lib/assignments/queries/assigned'
import { rowsOf } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import { evaluateApart } from '@/lib/participation/evaluate-apart'
import type { Participation } from '@/lib/participation/participation'
import { revisionText } from '@/lib/readings/queries/revisions'
import { postsOf } from './posts'
import { schemeFrom } from './stored'

// What was evaluated is kept until something it was made of changes: a class that looks at its scores asks the same again and again.
const KEPT = 100
const kept = new Map<string, { readonly stamp: string; readonly found: Found }>()
type Found = Promise<ReadonlyMap<string, Participation>>

/**
 * The participation of everybody who has worked or may work for an assignment, by person: the same for whoever asks, so who may see whose is
 * asked before. Two statements when nothing changed since; otherwise six and time in proportion to what was written.
 */
export async function participationIn(
  assignment: Assignable,
): Promise<ReadonlyMap<string, Participation>> {
  const stamp = await stampOf(assignment)
  const known = kept.get(assignment.id)
  if (known?.stamp === stamp) return known.found
  const found = evaluated(assignment)
  kept.set(assignment.id, { stamp, found })
  found.catch(() => kept.delete(assignment.id))
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  return found
}

async function evaluated(assignment: Assignable): Found {
  const { currentRevisionId } = assignment.reading
  const [posts, people, revision] = await Promise.all([
    postsOf(assignment.id),
    assignedTo(assignment),
    currentRevisionId === null ? { text: '' } : revisionText(currentRevisionId),
  ])
  return evaluateApart({
    posts,
    people,
    text: revision.text,
    scheme: schemeFrom(assignment.scheme),
  })
}

// Everything that the score is made of counts its versions or its rows; what is only taken away and put back moves the count of deletions.
async function stampOf({ id, version, reading }: Assignable): Promise<string> {
  const [row] = await rowsOf<{ stamp: string }>(Prisma.sql`
    SELECT concat_ws(' ',
      (SELECT concat_ws(',', count(*), sum(a.version), count(a.deleted_at), max(a.deleted_at),
          sum(hashint8(hashtext(concat(a.start, ' ', a.kind, ' ', a.visibility, ' ', a.home_section_id)))))
        FROM annotations a WHERE a.assignment_id = ${id}::uuid),
      (SELECT concat_ws(',', count(*), sum(r.version), count(r.deleted_at), max(r.deleted_at))
        FROM annotations a JOIN replies r ON r.thread_id = a.id WHERE a.assignment_id = ${id}::uuid),
      (SELECT concat_ws(',', count(*), max(e.given_at)) FROM extensions e WHERE e.assignment_id = ${id}::uuid),
      (SELECT concat_ws(',', count(*), max(m.joined_at)) FROM assignments s
        JOIN memberships m ON m.group_id = s.group_id WHERE s.id = ${id}::uuid),
      (SELECT concat_ws(',', count(*), max(m.joined_at), max(m.left_at)) FROM assignments s
        JOIN circle_members m ON m.group_id = s.group_id WHERE s.id = ${id}::uuid)) AS stamp`)
  return `${version} ${reading.currentRevisionId} ${row?.stamp}`
}

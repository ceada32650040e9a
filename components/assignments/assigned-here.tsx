import Link from 'next/link'
import type { AssignmentSummary } from '@/lib/assignments/contract'
import { momentWordsShort } from '@/lib/time-zone'

/** On the page of a reading that is open for no assignment: those that run on it. What is written for one belongs there. */
export function AssignedHere({
  slug,
  assignments,
}: {
  /** Of the reading. */
  readonly slug: string
  readonly assignments: readonly AssignmentSummary[]
}) {
  if (assignments.length === 0) return null
  return (
    <aside className="assigned-here banner" aria-label="Assigned">
      <ul>
        {assignments.map(({ id, title, dueAt, timeZone }) => (
          <li key={id}>
            Assigned: <Link href={`/readings/${slug}?assignment=${id}`}>{title}</Link>
            {dueAt !== null && (
              <span className="meta"> · Due {momentWordsShort(new Date(dueAt), timeZone)}</span>
            )}
          </li>
        ))}
      </ul>
    </aside>
  )
}

import Link from 'next/link'
import { amount } from '@/components/participation/counted'
import type { DeskCounts, DeskStudent } from '@/lib/grading/desk'

/** The students around the one who is graded, each with how far they are. */
export function DeskList({
  assignmentId,
  personId,
  students,
  counts,
}: {
  readonly assignmentId: string
  readonly personId: string
  readonly students: readonly DeskStudent[]
  readonly counts: DeskCounts
}) {
  return (
    <nav className="desk-list" aria-label="Students">
      <p className="desk-count">
        <span className="strong">Grading</span>
        <span className="meta">
          {counts.graded} of {counts.students} graded,{' '}
          {counts.released === 0 ? 'none' : counts.released} released
        </span>
      </p>
      <ul>
        {students.map(({ id, name, state, total, hasWork }) => (
          <li key={id}>
            <Link
              href={`/assignments/${assignmentId}/grading/${id}`}
              aria-current={id === personId ? 'page' : undefined}
            >
              <span className={`desk-dot is-${state}`} aria-hidden="true" />
              <span className="desk-name">{name}</span>
              <span className="vh">{STATES[state]}</span>
              <span className="meta num">
                {total === null ? (hasWork ? '' : 'no work') : amount(total)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const STATES = { none: ', not graded', draft: ', draft', released: ', released' } as const

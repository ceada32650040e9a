import Link from 'next/link'
import type { AssignmentSummary } from '@/lib/assignments/contract'
import { standingOf } from '@/lib/assignments/standing'
import { momentWords } from '@/lib/time-zone'
import { CalendarAddress } from './calendar-address'

type Due = {
  readonly assignment: AssignmentSummary
  readonly course: { readonly name: string; readonly slug: string }
  readonly answered: number
}

/** What a student has to do, soonest first; nothing where nothing is assigned. */
export function DueList({ due, now }: { readonly due: readonly Due[]; readonly now: Date }) {
  if (due.length === 0) return null
  return (
    <section className="due-list" aria-labelledby="due">
      <div className="spread">
        <h2 className="section-title" id="due">
          Due
        </h2>
        <CalendarAddress />
      </div>
      <ul className="assignment-list">
        {due.map(({ assignment, course, answered }) => (
          <DueRow key={assignment.id} {...{ assignment, course, answered, now }} />
        ))}
      </ul>
    </section>
  )
}

function DueRow({ assignment, course, answered, now }: Due & { readonly now: Date }) {
  const { id, title, dueAt, timeZone } = assignment
  const { words, look } = standingOf(assignment, now)
  return (
    <li>
      <div>
        <Link className="r-link" href={`/assignments/${id}`}>
          <h3>{title}</h3>
        </Link>
        <p className="meta">
          {course.name}
          {answered > 0 && (
            <span className="strong">
              {' · '}
              {answered === 1
                ? '1 note of yours was answered'
                : `${answered} notes of yours were answered`}
            </span>
          )}
        </p>
      </div>
      <span className="meta num">
        {dueAt === null ? 'No due time' : momentWords(new Date(dueAt), timeZone)}
      </span>
      <span className={look}>{words}</span>
    </li>
  )
}

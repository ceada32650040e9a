import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import type { AssignmentSummary } from '@/lib/assignments/contract'
import { standingOf } from '@/lib/assignments/standing'
import { momentWordsShort } from '@/lib/time-zone'

/** What a course assigns, newest first; to staff drafts too. */
export function AssignmentList({
  slug,
  assignments,
  mayCreate,
  moreHref,
  now,
}: {
  /** Of the course. */
  readonly slug: string
  readonly assignments: readonly AssignmentSummary[]
  readonly mayCreate: boolean
  /** Where the next page of them is; null at the end. */
  readonly moreHref: string | null
  readonly now: Date
}) {
  return (
    <section className="group-part" aria-labelledby="assignments">
      <div className="spread">
        <h2 className="section-title" id="assignments">
          Assignments
        </h2>
        {mayCreate && (
          <div className="row">
            <ButtonLink icon="people" href={`/groups/${encodeURIComponent(slug)}/circles`}>
              Circles
            </ButtonLink>
            <ButtonLink icon="table" href={`/groups/${encodeURIComponent(slug)}/gradebook`}>
              Gradebook
            </ButtonLink>
            <ButtonLink icon="plus" href={`/groups/${encodeURIComponent(slug)}/assignments/new`}>
              New assignment
            </ButtonLink>
          </div>
        )}
      </div>
      {assignments.length === 0 ? (
        <p className="group-hint">
          {mayCreate
            ? 'Nothing is assigned yet. An assignment asks for notes on sections of a reading, under a schedule of who sees what when.'
            : 'Nothing is assigned yet.'}
        </p>
      ) : (
        <ul className="assignment-list">
          {assignments.map((assignment) => (
            <AssignmentRow key={assignment.id} assignment={assignment} now={now} />
          ))}
        </ul>
      )}
      {moreHref !== null && (
        <p className="group-more">
          <Link className="textlink" href={moreHref}>
            Earlier assignments
          </Link>
        </p>
      )}
    </section>
  )
}

function AssignmentRow({
  assignment,
  now,
}: {
  readonly assignment: AssignmentSummary
  readonly now: Date
}) {
  const { id, title, reading, dueAt, timeZone } = assignment
  const badge = standingOf(assignment, now)
  return (
    <li>
      <div>
        <Link className="r-link" href={`/assignments/${id}`}>
          <h3>{title}</h3>
        </Link>
        <p className="meta">{reading.title}</p>
      </div>
      <span className="meta num">
        {dueAt === null ? 'No due time' : `Due ${momentWordsShort(new Date(dueAt), timeZone)}`}
      </span>
      <span className={badge.look}>{badge.words}</span>
    </li>
  )
}

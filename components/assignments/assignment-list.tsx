import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import type { AssignmentSummary } from '@/lib/assignments/contract'
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

type Badge = { readonly words: string; readonly look: string }

/** Where an assignment stands for the viewer, in a word or two. */
export function standingOf(
  { state, opensAt, dueAt, completion, can }: AssignmentSummary,
  now: Date,
): Badge {
  if (state === 'draft') return { words: 'Draft', look: 'badge' }
  if (state === 'closed') return { words: 'Closed', look: 'badge' }
  if (completion !== null) return { words: 'Done', look: 'badge badge-ok' }
  if (opensAt !== null && new Date(opensAt) > now) return { words: 'Not open yet', look: 'badge' }
  const isPast = dueAt !== null && new Date(dueAt) < now
  if (isPast && can.lead) return { words: 'Past due', look: 'badge' }
  if (isPast) return { words: 'Overdue', look: 'badge badge-warn' }
  return { words: 'Open', look: 'badge badge-accent' }
}

import Link from 'next/link'
import type { AssignedSection } from '@/lib/assignments/contract'
import type { StudentFilter, StudentOrder, StudentRow } from '@/lib/preparation/shape'
import { momentWordsShort } from '@/lib/time-zone'

const FILTERS: readonly { readonly value: StudentFilter; readonly words: string }[] = [
  { value: 'all', words: 'All' },
  { value: 'not-started', words: 'Not started' },
  { value: 'only-highlights', words: 'Only highlights' },
  { value: 'no-reply', words: 'No reply yet' },
  { value: 'late', words: 'Late items' },
  { value: 'done', words: 'Done' },
]

type Table = {
  readonly students: readonly StudentRow[]
  readonly sections: readonly AssignedSection[]
  readonly filter: StudentFilter
  readonly order: StudentOrder
  readonly timeZone: string
  /** The reading, open for the assignment. */
  readonly href: string
  /** The address of this page with something else in it. */
  readonly at: (change: Readonly<Record<string, string | null>>) => string
  readonly moreHref: string | null
}

/** The students of an assignment with what each has written; their names lead to the work itself, in its place. */
export function StudentsTable({
  students,
  sections,
  filter,
  order,
  timeZone,
  href,
  at,
  moreHref,
}: Table) {
  return (
    <section aria-labelledby="students" className="overview-part">
      <div className="spread students-head">
        <h2 className="section-title" id="students">
          Students
        </h2>
        <nav className="row" aria-label="Which students">
          {FILTERS.map(({ value, words }) => (
            <Link
              key={value}
              className="chip-link"
              aria-current={value === filter ? 'true' : undefined}
              href={at({ show: value === 'all' ? null : value, after: null })}
              scroll={false}
            >
              {words}
            </Link>
          ))}
        </nav>
      </div>
      {students.length === 0 ? (
        <p className="meta">No student is like this.</p>
      ) : (
        <div className="table-scroll">
          <table className="table students-table">
            <thead>
              <tr>
                <Sortable order="name" now={order} at={at}>
                  Name
                </Sortable>
                <th scope="col">Circle</th>
                <th scope="col">Sections</th>
                <Sortable order="notes" now={order} at={at} number>
                  Notes
                </Sortable>
                <Sortable order="replies" now={order} at={at} number>
                  Replies
                </Sortable>
                <Sortable order="last" now={order} at={at}>
                  Last post
                </Sortable>
                <th scope="col">
                  <span className="vh">State</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {students.map((student) => (
                <StudentLine
                  key={student.id}
                  {...{ student, sections, timeZone }}
                  href={`${href}&author=${student.id}`}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {moreHref !== null && (
        <p className="group-more">
          <Link className="textlink" href={moreHref}>
            More students
          </Link>
        </p>
      )}
      <p className="meta">Opening, scrolling and time are not recorded.</p>
    </section>
  )
}

function Sortable({
  order,
  now,
  at,
  number = false,
  children,
}: Pick<Table, 'order' | 'at'> & {
  readonly now: StudentOrder
  readonly number?: boolean
  readonly children: React.ReactNode
}) {
  return (
    <th
      scope="col"
      className={number ? 'r' : undefined}
      aria-sort={order === now ? 'ascending' : undefined}
    >
      <Link href={at({ order: order === 'name' ? null : order, after: null })} scroll={false}>
        {children}
        {order === now && <span aria-hidden="true"> ↑</span>}
      </Link>
    </th>
  )
}

function StudentLine({
  student,
  sections,
  timeZone,
  href,
}: {
  readonly student: StudentRow
  readonly sections: readonly AssignedSection[]
  readonly timeZone: string
  readonly href: string
}) {
  const { name, circle, notes, replies, bySection, lastAt } = student
  const state = stateOf(student, timeZone)
  const written = sections.filter(({ id }) => (bySection[id] ?? 0) > 0).length
  return (
    <tr>
      <th scope="row">
        <a href={href}>{name}</a>
      </th>
      <td className="muted">{circle ?? '–'}</td>
      <td>
        <span className="vh">
          {written} of {sections.length}
        </span>
        <span className="section-cells" aria-hidden="true">
          {sections.map(({ id, title }) => (
            <i key={id} title={title} className={`cell-${Math.min(4, bySection[id] ?? 0)}`} />
          ))}
        </span>
      </td>
      <td className="r num">{notes}</td>
      <td className="r num">{replies}</td>
      <td className="muted">
        {lastAt ? (
          <time dateTime={lastAt.toISOString()}>{momentWordsShort(lastAt, timeZone)}</time>
        ) : (
          'never'
        )}
      </td>
      <td>{state && <span className={`badge ${state.look}`}>{state.words}</span>}</td>
    </tr>
  )
}

function stateOf(student: StudentRow, timeZone: string) {
  const { notes, highlights, replies, late, doneAt, extendedTo } = student
  if (doneAt) return { words: `Done ${momentWordsShort(doneAt, timeZone)}`, look: 'badge-ok' }
  if (extendedTo && notes + replies === 0) {
    return { words: `Extension to ${momentWordsShort(extendedTo, timeZone)}`, look: '' }
  }
  if (notes + highlights + replies === 0) return { words: 'Not started', look: 'badge-danger' }
  if (notes === 0 && highlights > 0) return { words: 'Only highlights', look: 'badge-warn' }
  if (late > 0)
    return { words: late === 1 ? '1 late item' : `${late} late items`, look: 'badge-warn' }
  return null
}

import Link from 'next/link'
import { amount } from '@/components/participation/counted'
import type { GradebookShape } from '@/lib/grading/contract'

type Cell = GradebookShape['items'][number]['grades'][number]

/** Students by assignments: the points, or what is missing. Each cell leads to where it is graded. */
export function GradebookTable({
  book: { assignments, items },
}: {
  readonly book: GradebookShape
}) {
  return (
    // It scrolls by itself, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="table-scroll" aria-label="Grades" tabIndex={0}>
      <table className="table gradebook">
        <thead>
          <tr>
            <th scope="col">Student</th>
            {assignments.map(({ id, title, pointsPossible }) => (
              <th key={id} scope="col" className="r">
                <Link className="textlink" href={`/assignments/${id}`}>
                  {title}
                </Link>
                <span className="meta"> of {pointsPossible}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ person, grades }) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              {grades.map((cell) => (
                <td key={cell.assignmentId} className="r">
                  <Link href={`/assignments/${cell.assignmentId}/grading/${person.id}`}>
                    <CellWords cell={cell} />
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function CellWords({ cell: { state, total, posts, completedAt, waits } }: { readonly cell: Cell }) {
  return (
    <>
      {waits && <span className="badge badge-warn">Regrade asked</span>}{' '}
      <span className="num strong">{total === null ? missingWords(posts) : amount(total)}</span>{' '}
      <span className="meta">
        {state === 'draft' && 'draft'}
        {state === 'none' && completedAt !== null && 'done'}
      </span>
    </>
  )
}

function missingWords(posts: number): string {
  if (posts === 0) return 'no work'
  return posts === 1 ? '1 post' : `${posts} posts`
}

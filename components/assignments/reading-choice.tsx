import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** The readings of a course, to choose the one that is assigned. */
export function ReadingChoice({
  slug,
  readings,
}: {
  /** Of the course, as it stands in addresses. */
  readonly slug: string
  readonly readings: {
    readonly items: readonly {
      readonly id: string
      readonly slug: string
      readonly title: string
    }[]
    readonly nextCursor: string | null
  }
}) {
  const here = `/groups/${slug}/assignments/new`
  if (readings.items.length === 0) {
    return (
      <EmptyState
        title="This course has no reading yet"
        actions={
          <ButtonLink variant="primary" icon="plus" href={`/readings/new?group=${slug}`}>
            Add a reading
          </ButtonLink>
        }
      >
        An assignment is about sections of a reading. Add one to the course first.
      </EmptyState>
    )
  }
  return (
    <section className="group-part" aria-labelledby="choose">
      <h2 className="section-title" id="choose">
        Which reading?
      </h2>
      <ul className="assignment-list">
        {readings.items.map(({ id, slug: reading, title }) => (
          <li key={id}>
            <Link className="r-link" href={`${here}?reading=${encodeURIComponent(reading)}`}>
              <h3>{title}</h3>
            </Link>
          </li>
        ))}
      </ul>
      {readings.nextCursor !== null && (
        <p className="group-more">
          <Link
            className="textlink"
            href={`${here}?after=${encodeURIComponent(readings.nextCursor)}`}
          >
            More readings
          </Link>
        </p>
      )}
    </section>
  )
}

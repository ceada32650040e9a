import { ReadingRow } from '@/components/library/reading-row'
import { ButtonLink } from '@/components/ui/button'
import type { GroupShape } from '@/lib/groups/contract'
import type { LibraryShelf } from '@/lib/library/shape'
import { PlaceReading } from './place-reading'

/** What a group reads together. */
export function GroupShelf({
  group,
  shelf,
  now,
}: {
  readonly group: GroupShape
  /** Null when nothing stands on it. */
  readonly shelf: LibraryShelf | null
  readonly now: Date
}) {
  const slug = encodeURIComponent(group.slug)
  return (
    <section className="group-part" aria-labelledby="shelf">
      <div className="spread">
        <h2 className="section-title" id="shelf">
          Readings
        </h2>
        {group.can.addReadings && (
          <div className="row">
            <PlaceReading group={group} />
            <ButtonLink icon="plus" href={`/readings/new?group=${slug}`}>
              Add a reading
            </ButtonLink>
          </div>
        )}
      </div>
      {shelf === null || shelf.rows.length === 0 ? (
        <p className="group-hint">Nothing stands here yet.</p>
      ) : (
        <ul className="group-shelf">
          {shelf.rows.map((row) => (
            <ReadingRow key={row.readingId} row={row} now={now} />
          ))}
        </ul>
      )}
      {shelf !== null && shelf.next !== null && (
        <p className="group-more">
          <ButtonLink variant="quiet" href={`/?shelf=${slug}`}>
            All {shelf.total} readings
          </ButtonLink>
        </p>
      )}
    </section>
  )
}

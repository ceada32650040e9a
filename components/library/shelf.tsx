import Link from 'next/link'
import { Avatars } from '@/components/ui/avatar'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { kindWord } from '@/lib/groups/role'
import type { LibraryShelf } from '@/lib/library/shape'
import { ReadingRow } from './reading-row'

type ShelfProps = {
  readonly shelf: LibraryShelf
  readonly now: Date
  /** Where the rest of a shelf that is not shown whole is found. */
  readonly moreHref: string | null
  readonly guest: boolean
}

/** What one group reads together, or what stands in no group. */
export function Shelf({ shelf, now, moreHref, guest }: ShelfProps) {
  const id = shelf.group === null ? 'shelf-none' : `shelf-${shelf.group.slug}`
  return (
    <section className="shelf" aria-labelledby={id}>
      <ShelfHead shelf={shelf} id={id} guest={guest} />
      {shelf.rows.length === 0 ? (
        <EmptyShelf shelf={shelf} />
      ) : (
        <ul>
          {shelf.rows.map((row) => (
            <ReadingRow key={row.readingId} row={row} now={now} />
          ))}
        </ul>
      )}
      {moreHref !== null && shelf.next !== null && (
        <p className="shelf-more">
          <Link className="textlink" href={moreHref}>
            {allWords(shelf.total)}
            <Icon name="arrow" size={14} />
          </Link>
        </p>
      )}
    </section>
  )
}

// No further than is counted.
const COUNTED = 1000

function allWords(total: number): string {
  return total > COUNTED ? `All of more than ${COUNTED} readings` : `All ${total} readings`
}

function ShelfHead({
  shelf: { group, faces, sameAs },
  id,
  guest,
}: {
  readonly shelf: LibraryShelf
  readonly id: string
  readonly guest: boolean
}) {
  if (group === null) {
    return (
      <header className="shelf-head">
        <h2 id={id}>Without a group</h2>
        <span className="meta">{guest ? 'Public' : 'Public, or yours alone'}</span>
      </header>
    )
  }
  return (
    <header className="shelf-head">
      <h2 id={id}>
        <Link href={`/groups/${encodeURIComponent(group.slug)}`}>{group.name}</Link>
      </h2>
      <span className="meta">{kindWord(group.kind)}</span>
      {sameAs !== null && (
        <span className="meta same">
          <Icon name="info" size={14} />A text of {sameAs} stands here too, with notes of its own
        </span>
      )}
      <span className="push row row-3">
        {faces.length > 0 && (
          <span className="hide-s">
            <Avatars people={faces} label={faces.map(({ name }) => name).join(', ')} />
          </span>
        )}
        <span className="meta nowrap">{peopleWords(group)}</span>
      </span>
    </header>
  )
}

function peopleWords({ kind, people, own }: NonNullable<LibraryShelf['group']>): string {
  if (!own && kind === 'public') return 'anyone may read'
  return people === 1 ? 'Only you so far' : `${people} people`
}

function EmptyShelf({ shelf: { group } }: { readonly shelf: LibraryShelf }) {
  if (group === null || !group.mayAdd) {
    return (
      <p className="shelf-quiet meta">
        No text on this shelf yet. Whoever leads the group will place one here.
      </p>
    )
  }
  return (
    <EmptyState
      title="No text on this shelf yet"
      actions={
        <>
          <ButtonLink
            variant="primary"
            icon="plus"
            href={`/readings/new?group=${encodeURIComponent(group.slug)}`}
          >
            Add a reading
          </ButtonLink>
          {group.mayInvite && (
            <ButtonLink icon="people" href={`/groups/${encodeURIComponent(group.slug)}#invite`}>
              Invite people
            </ButtonLink>
          )}
        </>
      }
    >
      A shelf holds what your group reads together. Each text keeps its own notes here, apart from
      any other group that reads the same one. Paste a text, then send the link.
    </EmptyState>
  )
}

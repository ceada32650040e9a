import Link from 'next/link'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { Library } from '@/lib/library/shape'
import { ContinuePanel } from './continue-panel'
import { LibrarySearch } from './library-search'
import { Shelf } from './shelf'

type LibraryViewProps = {
  readonly library: Library
  readonly now: Date
  readonly guest: boolean
  /** What is looked for; empty for nothing. */
  readonly words: string
  /** The slug of the one shelf that is shown; null for all. */
  readonly only: string | null
  /** Whether this is the first page of shelves. */
  readonly first: boolean
  /** What the reader has to do; shown first. */
  readonly due: ReactNode
}

/** The library: what is due, where one stopped, then the shelves. */
export function LibraryView({ library, now, guest, words, only, first, due }: LibraryViewProps) {
  const { shelves, stopped } = library
  const all = words === '' && only === null && first
  return (
    <>
      <header className="page-head lib-head">
        <h1 className="page-title">Library</h1>
        <LibrarySearch words={words} />
        {guest ? (
          <ButtonLink className="lib-add" href="/sign-in?next=%2F">
            Sign in to write
          </ButtonLink>
        ) : (
          <ButtonLink className="lib-add" variant="primary" icon="plus" href="/readings/new">
            Add a reading
          </ButtonLink>
        )}
      </header>
      {due}
      {all && stopped && <ContinuePanel stop={stopped} now={now} />}
      {words !== '' && <Found count={countOf(library)} words={words} />}
      {shelves.map((shelf) => (
        <Shelf
          key={shelf.group?.slug ?? ''}
          shelf={shelf}
          now={now}
          guest={guest}
          moreHref={only === null ? wholeShelfHref(shelf.group?.slug, words) : null}
        />
      ))}
      {only === null ? (
        <MoreShelves next={library.nextShelves} first={first} words={words} />
      ) : (
        <ShelfPages library={library} only={only} words={words} />
      )}
      {shelves.length === 0 && words === '' && first && <EmptyLibrary guest={guest} />}
    </>
  )
}

function countOf({ shelves }: Library): number {
  return shelves.reduce((sum, { total }) => sum + total, 0)
}

function Found({ count, words }: { readonly count: number; readonly words: string }) {
  const found = count === 0 ? 'Nothing' : `${count} ${count === 1 ? 'reading' : 'readings'}`
  return (
    <p className="lib-found" role="status">
      {found} found for “{words}”.{' '}
      <Link href="/">{count === 0 ? 'Show the whole library' : 'Clear'}</Link>
    </p>
  )
}

function wholeShelfHref(slug: string | undefined, words: string): string | null {
  if (slug === undefined) return null
  return shelfHref({ shelf: slug, q: words })
}

function shelfHref(query: { readonly shelf: string; readonly q: string; readonly after?: string }) {
  const search = new URLSearchParams({ shelf: query.shelf })
  if (query.q !== '') search.set('q', query.q)
  if (query.after !== undefined) search.set('after', query.after)
  return `/?${search}`
}

function ShelfPages({
  library: { shelves },
  only,
  words,
}: {
  readonly library: Library
  readonly only: string
  readonly words: string
}) {
  const next = shelves[0]?.next ?? null
  return (
    <nav className="row shelf-pages" aria-label="Shelf">
      <Link className="textlink" href="/">
        All shelves
      </Link>
      {next !== null && (
        <ButtonLink href={shelfHref({ shelf: only, q: words, after: next })}>
          Older readings
        </ButtonLink>
      )}
    </nav>
  )
}

type MoreShelvesProps = {
  readonly next: string | null
  readonly first: boolean
  readonly words: string
}

// The library shows a few shelves at a time; the rest is found group by group, or by what is looked for.
function MoreShelves({ next, first, words }: MoreShelvesProps) {
  if (next === null && first) return null
  const search = new URLSearchParams(words === '' ? {} : { q: words })
  if (next !== null) search.set('from', next)
  return (
    <nav className="row shelf-pages" aria-label="Shelves">
      {!first && (
        <Link className="textlink" href="/">
          First shelves
        </Link>
      )}
      {next !== null && <ButtonLink href={`/?${search}`}>More shelves</ButtonLink>}
    </nav>
  )
}

function EmptyLibrary({ guest }: { readonly guest: boolean }) {
  return guest ? (
    <EmptyState
      title="Nothing is open to everyone yet"
      actions={
        <ButtonLink variant="primary" href="/sign-in?next=%2F">
          Sign in
        </ButtonLink>
      }
    >
      People read texts here together and argue in their margins. What your own groups read shows
      once you have signed in.
    </EmptyState>
  ) : (
    <EmptyState
      title="Your library is empty"
      actions={
        <>
          <ButtonLink variant="primary" icon="people" href="/groups/new">
            Make a group
          </ButtonLink>
          <ButtonLink icon="plus" href="/readings/new">
            Add a reading
          </ButtonLink>
        </>
      }
    >
      A group is the people you read with; its shelf holds what you read. Make one and invite
      others, join one by a code that somebody gave you, or add a text for yourself.
    </EmptyState>
  )
}

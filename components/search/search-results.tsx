import Link from 'next/link'
import type { FoundShape } from '@/lib/search/contract'
import { FoundItem } from './found-item'
import { type SearchAddress, searchHref } from './search-address'

/** What was found, best or newest first, and the way to more. */
export function SearchResults({
  address,
  items,
  nextCursor,
  isApproximate,
  now,
}: {
  readonly address: SearchAddress
  readonly items: readonly FoundShape[]
  readonly nextCursor: string | null
  readonly isApproximate: boolean
  readonly now: Date
}) {
  if (items.length === 0) {
    return (
      <p className="muted" role="status">
        Nothing found, among what you may see. Try fewer words, or remove a filter.
      </p>
    )
  }
  const isNewest = address.sort === 'newest'
  return (
    <section aria-label="Results">
      <div className="search-order">
        <p className="meta" role="status">
          {isApproximate
            ? 'Nothing is written just like this. Similar:'
            : `${items.length}${nextCursor === null ? '' : '+'} found, among what you may see`}
        </p>
        <nav aria-label="Order">
          <Link
            href={searchHref({ ...address, sort: undefined, cursor: undefined })}
            aria-current={isNewest ? undefined : 'true'}
          >
            Best
          </Link>
          <Link
            href={searchHref({ ...address, sort: 'newest', cursor: undefined })}
            aria-current={isNewest ? 'true' : undefined}
          >
            Newest
          </Link>
        </nav>
      </div>
      <ol className="found-list">
        {items.map((found) => (
          <FoundItem key={`${found.kind}/${found.id}/${found.part}`} found={found} now={now} />
        ))}
      </ol>
      {nextCursor !== null && (
        <Link className="btn" href={searchHref({ ...address, cursor: nextCursor })}>
          Show more
        </Link>
      )}
    </section>
  )
}

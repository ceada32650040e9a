import Link from 'next/link'
import { SEARCH_KINDS } from '@/lib/search/contract'
import { type SearchQuery, withoutFilter } from '@/lib/search/query'
import { type SearchAddress, searchHref } from './search-address'

const NAMES = {
  reading: 'Readings',
  text: 'Text',
  annotation: 'Notes',
  reply: 'Replies',
  claim: 'Claims',
  person: 'People',
} as const

/** What is looked through: everything, or one kind of thing. */
export function SearchKinds({ address }: { readonly address: SearchAddress }) {
  const { q, sort } = address
  const entries = [
    { kind: undefined, name: 'Everything' },
    ...SEARCH_KINDS.map((kind) => ({ kind, name: NAMES[kind] })),
  ]
  return (
    <nav className="search-kinds" aria-label="What to search">
      {entries.map(({ kind, name }) => (
        <Link
          key={name}
          href={searchHref({ q, in: kind, sort })}
          aria-current={(address.in || undefined) === kind ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}

/** The filters of a search, each with a way to take it off. */
export function SearchChips({
  address,
  query,
}: {
  readonly address: SearchAddress
  readonly query: SearchQuery
}) {
  if (query.filters.length === 0) return null
  return (
    <ul className="search-chips" aria-label="Filters">
      {query.filters.map((filter) => {
        const { key, value, isNegated } = filter
        const name = `${isNegated ? 'not ' : ''}${key} ${value}`
        const q = withoutFilter(address.q, filter)
        return (
          <li key={name}>
            <Link
              className="search-chip"
              href={searchHref({ ...address, q, cursor: undefined })}
              aria-label={`Remove filter: ${name}`}
            >
              {isNegated && 'not '}
              {key} <strong>{value}</strong> <span aria-hidden="true">×</span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

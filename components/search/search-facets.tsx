import Link from 'next/link'
import type { Filter, SearchQuery } from '@/lib/search/query'
import { queryText } from '@/lib/search/query'
import { type SearchAddress, searchHref } from './search-address'

type Choice = Omit<Filter, 'isNegated'> & { readonly name: string }

const FACETS: readonly { readonly title: string; readonly choices: readonly Choice[] }[] = [
  {
    title: 'Type',
    choices: [
      { key: 'kind', value: 'support', name: 'Support' },
      { key: 'kind', value: 'oppose', name: 'Oppose' },
      { key: 'kind', value: 'nuance', name: 'Nuance' },
      { key: 'kind', value: 'question', name: 'Question' },
      { key: 'kind', value: 'note', name: 'Comment' },
    ],
  },
  {
    title: 'State',
    choices: [
      { key: 'is', value: 'unanswered', name: 'Unanswered' },
      { key: 'is', value: 'open', name: 'Open' },
      { key: 'is', value: 'resolved', name: 'Resolved' },
      { key: 'has', value: 'replies', name: 'With replies' },
      { key: 'has', value: 'evidence', name: 'With a source' },
    ],
  },
  { title: 'By', choices: [{ key: 'by', value: 'me', name: 'Me' }] },
]

/** Filters that are added by a press; each can be typed as well, and is taken off as a chip. */
export function SearchFacets({
  address,
  query,
}: {
  readonly address: SearchAddress
  readonly query: SearchQuery
}) {
  return FACETS.map(({ title, choices }) => (
    <nav key={title} className="search-kinds" aria-label={`Filter: ${title}`}>
      <h2>{title}</h2>
      {choices.map((choice) => (
        <FacetLink key={choice.value} choice={choice} address={address} query={query} />
      ))}
    </nav>
  ))
}

function FacetLink({
  choice: { key, value, name },
  address,
  query: { words, filters },
}: {
  readonly choice: Choice
  readonly address: SearchAddress
  readonly query: SearchQuery
}) {
  const isOn = filters.some((each) => each.key === key && each.value === value && !each.isNegated)
  // One type at a time; of states, as many as one likes.
  const others = filters.filter((each) =>
    key === 'kind' ? each.key !== key : each.value !== value,
  )
  const next = isOn ? others : [...others, { key, value, isNegated: false }]
  const q = queryText({ words, filters: next })
  return (
    <Link
      href={searchHref({ ...address, q, cursor: undefined })}
      aria-current={isOn ? 'true' : undefined}
    >
      {name}
    </Link>
  )
}

import type { Metadata } from 'next'
import { SavedSearches } from '@/components/search/saved-searches'
import { SearchChips, SearchKinds } from '@/components/search/search-chips'
import { SearchFacets } from '@/components/search/search-facets'
import { SearchHelp } from '@/components/search/search-help'
import { SearchResults } from '@/components/search/search-results'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { currentActor } from '@/lib/auth/session'
import { now } from '@/lib/clock'
import { loadSearch } from '@/lib/pages/search'
import '../styles/search.css'

export const metadata: Metadata = { title: 'Search' }

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const actor = await currentActor()
  const { address, query, problem, page, saved } = await loadSearch(actor, await searchParams)
  return (
    <PageFrame account={accountOf(actor)} current="search" here="/search" className="search-page">
      <h1 className="page-title">Search</h1>
      <form className="search-form" action="/search">
        <input
          type="search"
          className="input"
          name="q"
          defaultValue={address.q}
          maxLength={500}
          aria-label="Search readings, notes, replies, claims and people"
        />
        {address.in && <input type="hidden" name="in" value={address.in} />}
        {address.sort && <input type="hidden" name="sort" value={address.sort} />}
        <button type="submit" className="btn btn-primary">
          Search
        </button>
      </form>
      <SearchChips address={address} query={query} />
      <div className="search-columns">
        <div>
          <SearchKinds address={address} />
          <SearchFacets address={address} query={query} />
        </div>
        <div>
          {problem !== null && <p role="alert">{problem}</p>}
          {page !== null && <SearchResults address={address} now={now()} {...page} />}
        </div>
        <div>
          {saved !== null && <SavedSearches address={address} saved={saved} />}
          <SearchHelp />
        </div>
      </div>
    </PageFrame>
  )
}

'use client'

import Link from 'next/link'
import { api } from '@/components/api-client'
import { useSaving } from '@/components/people/use-saving'
import { Button, IconButton } from '@/components/ui/button'
import type { SavedSearchShape } from '@/lib/search/contract'
import { type SearchAddress, searchHref } from './search-address'

/** The searches that somebody keeps, and the one that is shown, to be kept. */
export function SavedSearches({
  address,
  saved,
}: {
  readonly address: SearchAddress
  readonly saved: readonly SavedSearchShape[]
}) {
  const { pending, done, problem, save } = useSaving()
  const q = address.q.trim()
  const isKept = saved.some((one) => one.q === q && one.in === (address.in ?? ''))
  const keep = () =>
    save(
      () => api.search.save({ name: q.slice(0, 100), q, in: address.in, isWatched: false }),
      'Saved.',
    )
  return (
    <section className="search-saved" aria-labelledby="saved-searches">
      <header>
        <h2 id="saved-searches">Saved</h2>
        {q !== '' && !isKept && (
          <Button size="sm" variant="quiet" disabled={pending} onClick={keep}>
            Save this
          </Button>
        )}
      </header>
      {saved.length === 0 && (
        <p className="meta">
          Save a search to come back to it, or watch it to be told of what is new.
        </p>
      )}
      <ul>
        {saved.map((one) => (
          <SavedSearch key={one.id} saved={one} isBusy={pending} save={save} />
        ))}
      </ul>
      {problem && <p role="alert">{problem}</p>}
      <p className="meta" role="status">
        {done}
      </p>
    </section>
  )
}

function SavedSearch({
  saved: { id, name, q, in: kinds, isWatched },
  isBusy,
  save,
}: {
  readonly saved: SavedSearchShape
  readonly isBusy: boolean
  readonly save: ReturnType<typeof useSaving>['save']
}) {
  const turn = () =>
    isWatched
      ? save(() => api.search.unwatch({ id }), 'Not watched any more.')
      : save(() => api.search.watch({ id }), 'You will be told of what is new in it.')
  return (
    <li>
      <Link href={searchHref({ q, in: kinds || undefined })} dir="auto">
        {name}
      </Link>
      <IconButton
        size="xs"
        icon="bell"
        label={`Watch “${name}”`}
        aria-pressed={isWatched}
        disabled={isBusy}
        onClick={turn}
      />
      <IconButton
        size="xs"
        icon="close"
        label={`Delete “${name}”`}
        disabled={isBusy}
        onClick={() => save(() => api.search.forget({ id }), 'Deleted.')}
      />
    </li>
  )
}

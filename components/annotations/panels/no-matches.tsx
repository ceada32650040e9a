'use client'

import { useRoom } from '@/components/room/context'
import { useFilters } from './use-filters'

/** Says why there is nothing to see among the notes. */
export function NoMatches() {
  const status = useRoom(({ listing }) => (listing?.ids.length === 0 ? listing.status : null))
  const { clear } = useFilters()
  if (status === null || status === 'loading') return null
  return (
    <p className="meta no-matches">
      {status === 'failed' ? 'The notes cannot be loaded now. ' : 'No notes match. '}
      <button type="button" className="textlink" onClick={clear}>
        Clear
      </button>
    </p>
  )
}

'use client'

import { useState } from 'react'
import { DraftsButton } from '@/components/annotations/drafts/drafts-button'
import { isFiltered } from '@/components/room/state'
import { FilterFields } from './filter-fields'
import { NoMatches } from './no-matches'
import { NotesList } from './notes-list'
import { useFilters } from './use-filters'

/** Which notes to list, and their list, in one sheet: for windows without a margin. */
export function FilterPanel() {
  const { filters, clear } = useFilters()
  const [turn, setTurn] = useState(0)
  return (
    <div className="filter-panel">
      <DraftsButton />
      <FilterFields key={turn} />
      {isFiltered(filters) ? (
        <>
          <button
            type="button"
            className="textlink"
            onClick={() => {
              clear()
              // A tag half written is in no address: the field is emptied by beginning anew.
              setTurn(turn + 1)
            }}
          >
            Clear all
          </button>
          <NoMatches />
          <NotesList />
        </>
      ) : (
        <p className="meta">Notes that match are listed here. Now all stand at their lines.</p>
      )}
    </div>
  )
}

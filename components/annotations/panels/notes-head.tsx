'use client'

import { DraftsButton } from '@/components/annotations/drafts/drafts-button'
import { useRoom, useRoomStore } from '@/components/room/context'
import { filterWords } from '@/components/room/filter-words'
import { isFiltered } from '@/components/room/state'
import { IconButton } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { Icon } from '@/components/ui/icon'
import { Popover } from '@/components/ui/popover'
import { FilterFields } from './filter-fields'
import { useFilters } from './use-filters'

/** What notes are shown, in which order, in which size. */
export function NotesHead({
  compact,
  onCompact,
}: {
  readonly compact: boolean
  readonly onCompact: (compact: boolean) => void
}) {
  const { filters, clear } = useFilters()
  const room = useRoomStore()
  const filtered = isFiltered(filters)
  const words = useRoom(filterWords)
  const more = useRoom(({ listing }) => listing !== null && listing.nextCursor !== null)
  return (
    <div className="notes-head">
      <Popover
        title="Sort and filter"
        align="start"
        className="filters"
        trigger={
          <button type="button" className={buttonClass({ variant: 'quiet', size: 'sm' })}>
            {words ?? `All notes${ORDERS[filters.sort]}`}
            <Icon name="down" size={14} />
          </button>
        }
      >
        <FilterFields />
      </Popover>
      {filtered && (
        <IconButton
          icon="close"
          size="xs"
          label={words === null ? 'Show by place again' : `Clear the filter: ${words}`}
          onClick={clear}
        />
      )}
      {more && (
        <button type="button" className="textlink" onClick={() => void room.moreListed()}>
          More
        </button>
      )}
      <DraftsButton />
      <span className="push">
        <IconButton
          icon="list"
          size="xs"
          label="One line for each note"
          aria-pressed={compact}
          onClick={() => onCompact(!compact)}
        />
      </span>
    </div>
  )
}

const ORDERS = { place: '', newest: ', newest first', activity: ', latest activity first' }

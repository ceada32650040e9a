'use client'

import { useRoom, useRoomStore } from '@/components/room/context'
import { type Filters, isFiltered } from '@/components/room/state'
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
  const more = useRoom(({ listing }) => listing !== null && listing.nextCursor !== null)
  return (
    <div className="notes-head">
      <Popover
        title="Show"
        align="start"
        className="filters"
        trigger={
          <button type="button" className={buttonClass({ look: 'quiet', size: 'sm' })}>
            {headWords(filters)}
            <Icon name="down" size={14} />
          </button>
        }
      >
        <FilterFields />
      </Popover>
      {filtered && (
        <button type="button" className="textlink" onClick={clear}>
          Clear
        </button>
      )}
      {more && (
        <button type="button" className="textlink" onClick={() => void room.moreListed()}>
          More
        </button>
      )}
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

function headWords(filters: Filters): string {
  const some = isFiltered({ ...filters, sort: 'place' })
  return `${some ? 'Some' : 'All'} notes${ORDERS[filters.sort]}`
}

'use client'

import { useRoom, useRoomStore } from '@/components/room/context'
import { filterWords } from '@/components/room/filter-words'
import { isFiltered } from '@/components/room/state'
import { IconButton } from '@/components/ui/button'

/** The way to the filters where the notes have no column with a head, and the phone no bar. */
export function FilterButton() {
  const room = useRoomStore()
  const open = useRoom(({ panel }) => panel?.on === 'filter')
  const words = useRoom(filterWords)
  const filtered = useRoom(({ filters }) => isFiltered(filters))
  return (
    <IconButton
      className={filtered ? 'filter-button is-on' : 'filter-button'}
      icon="filter"
      label={filtered ? `Filter notes: ${words ?? 'sorted'}` : 'Filter notes'}
      aria-expanded={open}
      onClick={() => room.showPanel(open ? null : { on: 'filter' })}
    />
  )
}

'use client'

import { ConnectionLine } from './connection-line'
import { FilterButton } from './filter-button'
import { KeyMap } from './key-map'
import { PresenceHere } from './presence-here'
import { ProgressLine } from './progress-line'
import { ReadingSettings } from './reading-settings'

/** The reading room's part of the header. */
export function RoomTools() {
  return (
    <>
      <ConnectionLine />
      <PresenceHere />
      <FilterButton />
      <KeyMap />
      <ReadingSettings />
      <ProgressLine />
    </>
  )
}

'use client'

import { KeyMap } from '@/components/readings/keyboard/key-map'
import { ProgressLine } from '@/components/readings/overview/progress-line'
import { ReadingSettings } from '@/components/readings/preferences/reading-settings'
import { ConnectionLine } from './connection-line'
import { FilterButton } from './filter-button'
import { PresenceHere } from './presence-here'
import { WatchReading } from './watch-reading'

/** The reading room's part of the header. */
export function RoomTools() {
  return (
    <>
      <ConnectionLine />
      <PresenceHere />
      <FilterButton />
      <WatchReading />
      <KeyMap />
      <ReadingSettings />
      <ProgressLine />
    </>
  )
}

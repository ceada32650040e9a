'use client'

import { useEffect, useState } from 'react'
import { Margin } from '@/components/annotations/margin/margin'
import { NoteKeys } from '@/components/annotations/navigation/note-keys'
import { type LinkedGroup, NoteLink } from '@/components/annotations/navigation/note-link'
import { keepFocus } from '@/components/keyboard/keep-focus'
import { useRoom, useRoomStore } from '@/components/room/context'
import { useWidth } from '@/components/ui/media'
import { followVisibleWindow } from '@/components/ui/visible-window'
import { Announcer } from './announcer'
import { NoMatches } from './no-matches'
import { NotesHead } from './notes-head'
import { NotesList } from './notes-list'
import { NotesPanel } from './notes-panel'
import { ThreadSheet } from './thread-sheet'
import { useFiltersInRoom } from './use-filters'

/** All notes of the reading room: in the margin where there is one, else in a sheet; and what works on them everywhere. */
export function NotesAside({ groups }: { readonly groups: readonly LinkedGroup[] }) {
  const width = useWidth()
  const isPhone = width === 'phone'
  const room = useRoomStore()
  useEffect(() => (isPhone ? followVisibleWindow() : undefined), [isPhone])
  useEffect(() => keepFocus(() => headingOf(room.getState().focusedId)), [room])
  useFiltersInRoom()
  return (
    <aside className="notes" id="notes" aria-label="Annotations" tabIndex={-1}>
      <h2 className="vh">Notes</h2>
      {width === 'margin' && <NotesBeside />}
      {width !== null && width !== 'margin' && <ThreadSheet phone={isPhone} />}
      {width !== null && <NotesPanel phone={isPhone} />}
      <NoteLink groups={groups} />
      <NoteKeys />
      <Announcer />
    </aside>
  )
}

function headingOf(id: string | null): HTMLElement | null {
  return id === null ? null : document.querySelector(`#note-${CSS.escape(id)} h3[tabindex]`)
}

function NotesBeside() {
  const [compact, setCompact] = useState(false)
  const asList = useRoom(({ listing, filters }) => listing !== null && filters.sort !== 'place')
  return (
    <>
      <NotesHead compact={compact} onCompact={setCompact} />
      <NoMatches />
      {asList ? <NotesList /> : <Margin compact={compact} />}
    </>
  )
}

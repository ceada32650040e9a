'use client'

import { useState } from 'react'
import { ReadingSettings } from '@/components/readings/preferences/reading-settings'
import { useRoom, useRoomStore } from '@/components/room/context'
import { isFiltered } from '@/components/room/state'
import { Icon } from '@/components/ui/icon'
import { Sheet } from '@/components/ui/sheet'
import { Contents } from './contents'
import { unreadOf } from './contents-foot'
import { visitNextUnread } from './next-unread'

/** What a phone has at its foot: contents, filters, the look of the text, the next note that is new. */
export function BottomBar() {
  const room = useRoomStore()
  const unread = useRoom(unreadOf)
  const filtered = useRoom(({ filters }) => isFiltered(filters))
  const [contents, setContents] = useState(false)
  return (
    <>
      <nav className="bottombar" aria-label="Reading">
        <button type="button" onClick={() => setContents(true)}>
          <Icon name="toc" size={20} />
          Contents
        </button>
        <button type="button" onClick={() => room.showPanel({ on: 'filter' })}>
          <span className="bottom-icon">
            <Icon name="filter" size={20} />
            {filtered && <span className="filter-on" />}
          </span>
          Filter{filtered && <span className="vh">, on</span>}
        </button>
        <ReadingSettings inBar />
        <button type="button" onClick={() => void visitNextUnread(room)}>
          <span className="bottom-icon">
            <Icon name="arrow" size={20} />
            {unread > 0 && <span className="count">{unread > 99 ? '99+' : unread}</span>}
          </span>
          Next unread
        </button>
      </nav>
      <Sheet title="Contents" side="bottom" open={contents} onOpenChange={setContents}>
        <Contents onLeave={() => setContents(false)} />
      </Sheet>
    </>
  )
}

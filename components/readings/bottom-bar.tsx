'use client'

import { useState } from 'react'
import { useRoom, useRoomStore } from '@/components/annotations/room-context'
import { Icon } from '@/components/ui/icon'
import { Sheet } from '@/components/ui/sheet'
import { Contents } from './contents'
import { unreadOf } from './contents-foot'
import { visitNextUnread } from './next-unread'
import { ReadingSettings } from './reading-settings'

/** What a phone has at its foot: contents, the look of the text, a note on the whole, the next that is new. */
export function BottomBar() {
  const room = useRoomStore()
  const unread = useRoom(unreadOf)
  const [contents, setContents] = useState(false)
  return (
    <>
      <nav className="bottombar" aria-label="Reading">
        <button type="button" onClick={() => setContents(true)}>
          <Icon name="toc" size={20} />
          Contents
        </button>
        <ReadingSettings inBar />
        <button type="button" onClick={() => room.showPanel({ on: 'reading' })}>
          <Icon name="comment" size={20} />
          On the whole
        </button>
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

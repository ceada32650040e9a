'use client'

import { useState } from 'react'
import { useArticle } from '@/components/readings/article/article-context'
import { useSectionInView } from '@/components/readings/article/use-section-in-view'
import { ReadingSettings } from '@/components/readings/preferences/reading-settings'
import { makeNote } from '@/components/readings/selection/make-note'
import { selectedPassage } from '@/components/readings/selection/selected-passage'
import { useRoom, useRoomStore } from '@/components/room/context'
import { filterWords } from '@/components/room/filter-words'
import { isFiltered } from '@/components/room/state'
import { Icon } from '@/components/ui/icon'
import { Sheet } from '@/components/ui/sheet'
import { Contents } from './contents'
import { unreadOf } from './contents-foot'
import { visitNextUnread } from './next-unread'

/** What a phone has at its foot: contents, filters, a new note, the look of the text, the next note that is new. */
export function BottomBar() {
  const room = useRoomStore()
  const unread = useRoom(unreadOf)
  const mayWrite = useRoom(({ may }) => may.annotate)
  const words = useRoom(filterWords)
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
          Filter{filtered && <span className="vh">: {words ?? 'sorted'}</span>}
        </button>
        {mayWrite && <NoteButton />}
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

/** Opens the composer: for the words that are selected, else for the section that is read. */
function NoteButton() {
  const room = useRoomStore()
  const article = useArticle()
  const sectionId = useSectionInView()
  const write = () => {
    const passage = article && selectedPassage(article)
    if (passage) return makeNote(room, 'note', passage)
    room.showPanel(sectionId === null ? { on: 'reading' } : { on: 'section', sectionId })
    room.compose({ target: null, sectionId, kind: 'note' })
  }
  return (
    <button type="button" onPointerDown={(event) => event.preventDefault()} onClick={write}>
      <Icon name="comment" size={20} />
      Note
    </button>
  )
}

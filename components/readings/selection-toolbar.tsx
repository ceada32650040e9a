'use client'

import { flip, inline, offset, shift, useFloating } from '@floating-ui/react'
import { useEffect } from 'react'
import { highlight } from '@/components/annotations/note-commands'
import { useRoom, useRoomStore } from '@/components/annotations/room-context'
import type { NoteKind, Passage } from '@/components/annotations/room-state'
import { useArticle } from './article-context'
import { SelectionActions } from './selection-actions'
import { useSelectedPassage } from './use-selected-passage'

/** Appears beside what is selected and offers what may be made of it. */
export function SelectionToolbar() {
  const room = useRoomStore()
  const article = useArticle()
  const mayWrite = useRoom(({ may }) => may.annotate)
  const signedIn = useRoom(({ me }) => me !== null)
  const [passage, forget] = useSelectedPassage()
  const { refs, floatingStyles, isPositioned } = useFloating({
    open: passage !== null,
    placement: 'top',
    middleware: [inline(), offset(8), flip({ padding: 60 }), shift({ padding: 12 })],
  })
  const range = passage && article ? article.index.rangeOf(passage.start, passage.end) : null

  useEffect(() => {
    if (!range) return
    refs.setPositionReference({
      getBoundingClientRect: () => range.getBoundingClientRect(),
      getClientRects: () => range.getClientRects(),
    })
  }, [range, refs])

  if (!passage || !article) return null
  const done = () => {
    forget()
    document.getSelection()?.removeAllRanges()
  }
  const make = (kind: NoteKind, target: Passage) => {
    if (kind === 'highlight') void highlight(room, target)
    else room.compose({ target, sectionId: null, kind })
    done()
  }
  return (
    <div
      ref={refs.setFloating}
      className="selection-tools"
      style={{ ...floatingStyles, visibility: isPositioned ? undefined : 'hidden' }}
    >
      <SelectionActions
        offer={mayWrite ? 'actions' : signedIn ? 'read-only' : 'sign-in'}
        onMake={(kind) => make(kind, passage)}
        onDismiss={done}
      />
    </div>
  )
}

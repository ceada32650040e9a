'use client'

import { flip, inline, offset, shift, useFloating } from '@floating-ui/react'
import { useEffect } from 'react'
import { useArticle } from '@/components/readings/article/article-context'
import { useRoom, useRoomStore } from '@/components/room/context'
import { putOn } from '@/components/room/place-commands'
import { Icon } from '@/components/ui/icon'
import { makeNote } from './make-note'
import { SelectionActions } from './selection-actions'
import { useSelectedPassage } from './use-selected-passage'

/** Appears beside what is selected and offers what may be made of it. */
export function SelectionToolbar() {
  const room = useRoomStore()
  const article = useArticle()
  const mayWrite = useRoom(({ may }) => may.annotate)
  const placing = useRoom((state) => state.placing)
  const signedIn = useRoom(({ me }) => me !== null)
  const [passage, forget] = useSelectedPassage()
  const { refs, floatingStyles, isPositioned } = useFloating({
    open: passage !== null,
    placement: 'top',
    middleware: [
      inline(),
      offset(8),
      flip({ padding: 60 }),
      shift({ boundary: article?.root, padding: 0 }),
    ],
  })
  useEffect(() => {
    const range = passage && article?.index.rangeOf(passage.start, passage.end)
    if (!range) return
    refs.setPositionReference({
      getBoundingClientRect: () => range.getBoundingClientRect(),
      getClientRects: () => range.getClientRects(),
    })
  }, [article, passage, refs])

  const isOpen = passage !== null
  useEffect(() => (isOpen ? onEscape(leave) : undefined))
  if (!passage || !article) return null
  function leave(): void {
    document.getSelection()?.removeAllRanges()
    forget()
  }
  return (
    <div
      ref={refs.setFloating}
      className="selection-tools"
      style={{ ...floatingStyles, visibility: isPositioned ? undefined : 'hidden' }}
    >
      {placing !== null ? (
        <div className="toolbar">
          <button
            type="button"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              void putOn(room, placing, passage)
              leave()
            }}
          >
            <Icon name="solid-pin" />
            <span>Put the note here</span>
          </button>
        </div>
      ) : (
        <SelectionActions
          offer={mayWrite ? 'actions' : signedIn ? 'read-only' : 'sign-in'}
          onMake={(kind) => {
            makeNote(room, kind, passage)
            forget()
          }}
        />
      )}
    </div>
  )
}

/** Before anybody else hears of it: what is selected goes first, what is open stays. */
function onEscape(leave: () => void): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }
  window.addEventListener('keydown', pressed, { capture: true })
  return () => window.removeEventListener('keydown', pressed, { capture: true })
}

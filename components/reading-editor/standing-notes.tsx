'use client'

import { flip, offset, shift, useFloating } from '@floating-ui/react'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect } from 'react'
import { Icon } from '@/components/ui/icon'
import { notify } from '@/components/ui/toast'
import { excerpt } from '@/lib/text/excerpt'
import { notesBetween, notesLeft } from './tracking'

const NAMED = 3
const WORDS = 60

/** Beside what is selected, and may be deleted next: which notes stand on it. And once it is deleted: how many stood there, and the way back. */
export function StandingNotes({ editor }: { readonly editor: Editor }) {
  useTellOfLost(editor)
  const standing = useEditorState({
    editor,
    selector: ({ editor: at }) => {
      const { from, to, empty } = at.state.selection
      return empty ? [] : notesBetween(at.state, from, to)
    },
    equalityFn: (one, other) =>
      one.map(({ id }) => id).join() === other?.map(({ id }) => id).join(),
  })
  const { refs, floatingStyles } = useFloating({
    open: standing.length > 0,
    placement: 'bottom-start',
    middleware: [offset(8), flip(), shift({ padding: 12 })],
  })
  useEffect(() => {
    if (standing.length === 0) return
    refs.setPositionReference({ getBoundingClientRect: () => selectedBox(editor) })
  }, [editor, refs, standing])
  if (standing.length === 0) return null
  return (
    <div ref={refs.setFloating} className="standing" style={floatingStyles} role="status">
      <p className="strong">
        <Icon name="comment" size={14} />{' '}
        {standing.length === 1 ? '1 note stands on this' : `${standing.length} notes stand on this`}
      </p>
      <ul>
        {standing.slice(0, NAMED).map(({ id, authorName, words }) => (
          <li key={id}>
            <b>{authorName}</b> {excerpt(words, WORDS)}
          </li>
        ))}
      </ul>
      {standing.length > NAMED && <p className="meta">and {standing.length - NAMED} more</p>}
    </div>
  )
}

function selectedBox({ view, state }: Editor): DOMRect {
  const { from, to } = state.selection
  const [start, end] = [view.coordsAtPos(from), view.coordsAtPos(to, -1)]
  const left = Math.min(start.left, end.left)
  return new DOMRect(left, start.top, Math.max(1, end.right - left), end.bottom - start.top)
}

function useTellOfLost(editor: Editor): void {
  useEffect(() => {
    let before = new Set(notesLeft(editor.state).map(({ id }) => id))
    const look = () => {
      const now = new Set(notesLeft(editor.state).map(({ id }) => id))
      const lost = [...before].filter((id) => !now.has(id)).length
      before = now
      if (lost === 0) return
      notify({
        id: 'notes-lost',
        text:
          lost === 1
            ? '1 note stood on what you deleted'
            : `${lost} notes stood on what you deleted`,
        action: { label: 'Undo', run: () => editor.chain().focus().undo().run() },
      })
    }
    editor.on('update', look)
    return () => {
      editor.off('update', look)
    }
  }, [editor])
}

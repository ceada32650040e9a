'use client'

import type { Editor, JSONContent } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { EditorToolbar } from './editor-toolbar'
import { pastedIntoPost, plainPastedPost, refusedFiles } from './paste-post'
import { type PeopleFor, postEditorExtensions } from './post-extensions'
import { type SuggestionKeys, SuggestionList } from './suggestion-list'
import type { Offer } from './suggestions'

export type Written = { readonly doc: JSONContent; readonly text: string }

export type PostEditorProps = {
  /** Its name for screen readers. */
  readonly label: string
  readonly placeholder: string
  /** What stands in it at first. Read once. */
  readonly initial: JSONContent | null
  /** Whether it was just asked for: post-field.tsx gives it the focus. */
  readonly autoFocus?: boolean
  readonly people: PeopleFor
  readonly onChange: (written: Written) => void
  /** Ctrl or Command with Enter. */
  readonly onSubmit: () => void
  readonly onEscape: () => void
  /** It stands on the page and may take the focus. */
  readonly onReady: (editor: Editor) => void
}

/**
 * Where a post is written. Keeps its own state: typing renders nothing around it. Loaded lazily (post-field.tsx), since the editor
 * is heavier than the rest of the page.
 */
export function PostEditor(props: PostEditorProps) {
  const [offer, setOffer] = useState<Offer | null>(null)
  const [linking, setLinking] = useState(false)
  const keys = useRef<SuggestionKeys | null>(null)
  const intentions = useLatest(props)
  const editor = useEditor({
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    content: props.initial ?? undefined,
    extensions: postEditorExtensions({
      placeholder: props.placeholder,
      people: (query) => intentions.current.people(query),
      desk: { show: setOffer, key: (event) => keys.current?.key(event) ?? false },
    }),
    editorProps: {
      attributes: {
        class: 'editor-field',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': props.label,
      },
      transformPastedHTML: plainPastedPost,
      handlePaste: (view, event) => pastedIntoPost(view, event.clipboardData),
      handleDrop: (_view, event, _slice, isMove) => !isMove && refusedFiles(event.dataTransfer),
      handleKeyDown: (_view, event) => {
        const command = event.ctrlKey || event.metaKey
        if (command && event.key === 'Enter') intentions.current.onSubmit()
        else if (command && event.key === 'k') setLinking(true)
        else if (event.key === 'Escape' && keys.current === null) intentions.current.onEscape()
        else return false
        event.preventDefault()
        return true
      },
    },
    onUpdate: ({ editor: written }) =>
      intentions.current.onChange({ doc: written.getJSON(), text: written.getText() }),
  })
  useEffect(() => {
    if (!editor) return
    // TipTap puts the editor into the page as its content mounts, and takes it out and in again where React mounts twice: whatever
    // has the focus then loses it. After this turn it stands.
    const standing = setTimeout(() => intentions.current.onReady(editor))
    return () => clearTimeout(standing)
  }, [editor, intentions])
  return (
    <>
      <EditorContent editor={editor} className="editor-box" />
      {editor && <EditorToolbar editor={editor} linking={linking} onLinking={setLinking} />}
      {offer && <SuggestionList offer={offer} keys={keys} />}
    </>
  )
}

/** The newest value, for callbacks that an editor keeps for life. */
function useLatest<Value>(value: Value) {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}

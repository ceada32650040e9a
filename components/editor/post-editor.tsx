'use client'

import type { JSONContent } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { EditorToolbar } from './editor-toolbar'
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
  readonly autoFocus?: boolean
  readonly people: PeopleFor
  readonly onChange: (written: Written) => void
  /** Ctrl or Command with Enter. */
  readonly onSubmit: () => void
  readonly onEscape: () => void
}

/**
 * Where a post is written. Keeps its own state: typing renders nothing around it. Loaded lazily (lazy-editor.tsx), since the editor
 * is heavier than the rest of the page.
 */
export function PostEditor(props: PostEditorProps) {
  const [offer, setOffer] = useState<Offer | null>(null)
  const keys = useRef<SuggestionKeys | null>(null)
  const intentions = useLatest(props)
  const editor = useEditor({
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    content: props.initial ?? undefined,
    autofocus: props.autoFocus ? 'end' : false,
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
      handleKeyDown: (_view, event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          intentions.current.onSubmit()
          return true
        }
        if (event.key === 'Escape' && keys.current === null) {
          intentions.current.onEscape()
          return true
        }
        return false
      },
    },
    onUpdate: ({ editor: written }) =>
      intentions.current.onChange({ doc: written.getJSON(), text: written.getText() }),
  })
  return (
    <>
      <EditorContent editor={editor} className="editor-box" />
      {editor && <EditorToolbar editor={editor} />}
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

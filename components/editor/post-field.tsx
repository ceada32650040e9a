'use client'

import type { Editor } from '@tiptap/core'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { useWriting } from '@/components/keyboard/writing'
import { caretAt } from './caret-at'
import { PlainField } from './plain-field'
import { carriedOver, linesOf } from './plain-text'
import type { PostEditorProps } from './post-editor'

type PostFieldProps = Omit<PostEditorProps, 'onReady'> & {
  /** What was typed before this field was there; it stands behind `initial`. */
  readonly typed?: string
}

let loaded: ComponentType<PostEditorProps> | null = null

async function load(): Promise<ComponentType<PostEditorProps>> {
  const { PostEditor } = await import('./post-editor')
  loaded = PostEditor
  return PostEditor
}

/** Loads the editor before it is needed: at the first sign that somebody will write. */
export function warmEditor(): void {
  // If it cannot be loaded now, showing it tries again.
  load().catch(() => {})
}

/**
 * Where a post is written: a plain field at once, the editor as soon as it has come. What was typed meanwhile is carried over with
 * the caret. Without a line the plain field stays, and does.
 */
export function PostField({ typed = '', ...props }: PostFieldProps) {
  const { initial, autoFocus = false, label, placeholder, onChange, onSubmit, onEscape } = props
  const PostEditor = useEditorWhenLoaded()
  const [ready, setReady] = useState(false)
  const plain = useRef<HTMLTextAreaElement>(null)
  const rich = useRef<HTMLDivElement>(null)
  const before = linesOf(initial)
  const first = before !== '' && typed !== '' ? `${before}\n${typed}` : before + typed
  useWriting(autoFocus)
  // What was typed before this field was there is written too.
  const tellTyped = useRef(typed === '' ? null : () => onChange(carriedOver(initial, first)))
  useEffect(() => {
    tellTyped.current?.()
    tellTyped.current = null
  }, [])

  function take(editor: Editor): void {
    const field = plain.current
    if (!field || editor.isDestroyed) return
    const focused = document.activeElement === field
    if (field.value !== before) {
      const { doc } = carriedOver(initial, field.value)
      // Undoing what is written next must not undo what was written before.
      editor.chain().setMeta('addToHistory', false).setContent(doc).run()
    }
    // It must take the focus before the plain field is gone, and be shown to take it.
    rich.current?.removeAttribute('inert')
    if (focused) {
      const { doc } = editor.state
      const from = caretAt(doc, field.selectionStart)
      editor.commands.setTextSelection({ from, to: caretAt(doc, field.selectionEnd) })
      editor.view.dom.focus({ preventScroll: true })
      editor.view.focus()
    }
    setReady(true)
  }

  return (
    <div className="post-field">
      {PostEditor ? (
        <div ref={rich} inert={!ready} aria-hidden={ready ? undefined : true}>
          <PostEditor
            {...props}
            onReady={(editor) => afterComposition(plain.current, () => take(editor))}
          />
        </div>
      ) : (
        <div className="editor-box is-loading" aria-hidden="true" />
      )}
      {!ready && (
        <PlainField
          ref={plain}
          label={label}
          placeholder={placeholder}
          initial={first}
          autoFocus={autoFocus}
          onType={(words) => onChange(carriedOver(initial, words))}
          onSubmit={onSubmit}
          onEscape={onEscape}
        />
      )}
    </div>
  )
}

function useEditorWhenLoaded(): ComponentType<PostEditorProps> | null {
  const [editor, setEditor] = useState(() => loaded)
  useEffect(() => {
    let away = false
    load().then(
      (PostEditor) => {
        if (!away) setEditor(() => PostEditor)
      },
      // The plain field does; the next one tries again.
      () => {},
    )
    return () => {
      away = true
    }
  }, [])
  return editor
}

// Letters that are being put together by an input method would be lost.
function afterComposition(field: HTMLTextAreaElement | null, take: () => void): void {
  if (field?.dataset.composing === undefined) take()
  else {
    const again = () => setTimeout(() => afterComposition(field, take))
    field.addEventListener('compositionend', again, { once: true })
  }
}

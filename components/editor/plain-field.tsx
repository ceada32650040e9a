'use client'

import { type KeyboardEvent, type Ref, useEffect, useRef } from 'react'

/** Where one writes until the editor has come: takes the focus and the keys at once. */
export function PlainField({
  ref,
  label,
  placeholder,
  initial,
  autoFocus,
  onType,
  onSubmit,
  onEscape,
}: {
  readonly ref?: Ref<HTMLTextAreaElement>
  readonly label: string
  readonly placeholder: string
  readonly initial: string
  readonly autoFocus: boolean
  readonly onType: (words: string) => void
  readonly onSubmit: () => void
  readonly onEscape: () => void
}) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const { current } = field
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [])
  return (
    <textarea
      ref={(element) => {
        field.current = element
        if (typeof ref === 'function') ref(element)
        else if (ref) ref.current = element
      }}
      className="editor-field plain-field"
      aria-label={label}
      placeholder={placeholder}
      defaultValue={initial}
      // biome-ignore lint/a11y/noAutofocus: it was just asked for.
      autoFocus={autoFocus}
      onCompositionStart={({ currentTarget }) => {
        currentTarget.dataset.composing = ''
      }}
      onCompositionEnd={({ currentTarget }) => {
        delete currentTarget.dataset.composing
      }}
      onChange={({ target }) => onType(target.value)}
      onKeyDown={(event) => submitOrLeave(event, onSubmit, onEscape)}
    />
  )
}

function submitOrLeave(event: KeyboardEvent, onSubmit: () => void, onEscape: () => void): void {
  if (event.nativeEvent.isComposing) return
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    onSubmit()
  }
  if (event.key === 'Escape') {
    event.preventDefault()
    onEscape()
  }
}

'use client'

import { type KeyboardEvent, type Ref, useLayoutEffect, useRef } from 'react'

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
  // In the margin a form gets its place only after this: following the focus would throw the page to where it stands before.
  useLayoutEffect(() => {
    const { current } = field
    current?.setSelectionRange(current.value.length, current.value.length)
    if (autoFocus) current?.focus({ preventScroll: true })
  }, [autoFocus])
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

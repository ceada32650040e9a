'use client'

import type { RefObject } from 'react'
import { useWriting } from '@/components/keyboard/writing'
import { PlainField } from './plain-field'

/** What stands in for a form while its draft is looked up: what is typed goes into `typed`, and none of it is lost. */
export function EarlyField({
  label,
  placeholder,
  typed,
  onEscape,
}: {
  readonly label: string
  readonly placeholder: string
  readonly typed: RefObject<string>
  readonly onEscape: () => void
}) {
  useWriting()
  return (
    <div className="post-field">
      <div className="editor-box is-loading" aria-hidden="true" />
      <PlainField
        label={label}
        placeholder={placeholder}
        initial=""
        autoFocus
        onType={(words) => {
          typed.current = words
        }}
        onSubmit={() => {}}
        onEscape={onEscape}
      />
    </div>
  )
}

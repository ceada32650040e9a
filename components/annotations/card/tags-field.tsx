'use client'

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { isSameTag } from '@/lib/annotations/tags'
import { added, type Tagging, taggingFault } from './tagging'
import { useKnownTags } from './use-known-tags'

const SUGGESTED = 12

/** Tags: Enter or a comma adds what is written, Backspace takes the last one back. What is not added yet counts all the same. */
export function TagsField({
  value,
  first = false,
  onChange,
}: {
  readonly value: Tagging
  /** Whether one begins here. */
  readonly first?: boolean
  readonly onChange: (tagging: Tagging) => void
}) {
  const { tags, rest } = value
  const input = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<string | null>(null)
  const id = useId()
  const [asking, setAsking] = useState(false)
  const known = useKnownTags(rest, asking)
  useEffect(() => {
    if (first) input.current?.focus()
  }, [first])

  function add(now: Tagging = value): void {
    const next = added(now)
    setFault(taggingFault(next))
    onChange(next)
  }

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') {
      // Enter is for the tag alone: it never posts.
      event.preventDefault()
      add()
    }
    if (event.key === 'Backspace' && rest === '') onChange({ tags: tags.slice(0, -1), rest })
  }

  return (
    <div className="tags-box">
      {tags.map((tag) => (
        <span key={tag} className="tag">
          {tag}
          <button
            type="button"
            className="tags-box__away"
            aria-label={`Remove tag ${tag}`}
            onClick={() => {
              onChange({ tags: tags.filter((other) => other !== tag), rest })
              input.current?.focus()
            }}
          >
            ×
          </button>
        </span>
      ))}
      <input
        ref={input}
        className="input tags-field"
        aria-label="Tags"
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        aria-invalid={fault !== null}
        placeholder={tags.length === 0 ? 'Tags' : 'Add tag'}
        autoComplete="off"
        list={`${id}-known`}
        value={rest}
        onChange={({ target }) => {
          setFault(null)
          const now = { tags, rest: target.value }
          if (target.value.includes(',')) add(now)
          else onChange(now)
        }}
        onKeyDown={press}
        onFocus={() => setAsking(true)}
        onBlur={() => add()}
      />
      <datalist id={`${id}-known`}>
        {known
          .filter((tag) => !tags.some((other) => isSameTag(tag, other)))
          .slice(0, SUGGESTED)
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
      {fault !== null && (
        <p className="meta error" role="alert" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}

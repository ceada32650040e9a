'use client'

import { useEffect, useRef } from 'react'
import { useLetterKey } from '@/components/keyboard/use-letter-key'
import { useRoom } from '@/components/room/context'
import type { RoomGroup, Visibility } from '@/components/room/state'
import { Select } from '@/components/ui/select'

/** Who shall see a note. */
export function VisibilityField({
  value,
  onChange,
}: {
  readonly value: Visibility
  readonly onChange: (visibility: Visibility) => void
}) {
  const visibilities = useRoom(({ may }) => may.visibilities)
  const group = useRoom((state) => state.group)
  return (
    <Select
      aria-label="Who sees it"
      value={value}
      options={visibilities.map((one) => ({ value: one, label: visibilityWord(one, group) }))}
      onChange={({ target }) => {
        const chosen = visibilities.find((one) => one === target.value)
        if (chosen) onChange(chosen)
      }}
    />
  )
}

/** Tags, apart by commas or spaces. `t` leads to them; `first` does so at once. */
export function TagsField({
  value,
  first = false,
  onChange,
}: {
  readonly value: string
  readonly first?: boolean
  readonly onChange: (tags: string) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (first) input.current?.focus()
  }, [first])
  useLetterKey('t', () => {
    input.current?.focus()
    return true
  })
  return (
    <input
      ref={input}
      className="input tags-field"
      aria-label="Tags"
      placeholder="Tags"
      autoComplete="off"
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

/** The tags that somebody wrote down. */
export function tagsFrom(written: string): string[] {
  const tags = written
    .split(/[,\s]+/u)
    .map((tag) => tag.replace(/^#+/, ''))
    .filter((tag) => tag !== '')
  return [...new Set(tags)]
}

/** How tags are written down again. */
export function tagsWritten(tags: readonly string[]): string {
  return tags.join(', ')
}

function visibilityWord(visibility: Visibility, group: RoomGroup | null): string {
  switch (visibility) {
    case 'private':
      return 'Only me'
    case 'group':
      return group?.name ?? 'My group'
    case 'public':
      return 'Everyone'
  }
}

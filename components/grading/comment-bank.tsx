'use client'

import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'

const WORDS_SHOWN = 90

/** What was written to other students of the assignment, to write it again. */
export function CommentBank({
  comments,
  onChoose,
}: {
  readonly comments: readonly string[]
  readonly onChoose: (words: string) => void
}) {
  if (comments.length === 0) return null
  return (
    <Menu
      align="start"
      trigger={
        <Button size="sm" icon="comment">
          Comment bank
        </Button>
      }
    >
      {comments.map((words) => (
        <MenuItem key={words} onSelect={() => onChoose(words)}>
          {words.length > WORDS_SHOWN ? `${words.slice(0, WORDS_SHOWN)}…` : words}
        </MenuItem>
      ))}
    </Menu>
  )
}

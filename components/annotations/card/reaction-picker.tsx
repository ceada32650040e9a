'use client'

import { useEffect, useState } from 'react'
import { emojiFor } from '@/components/editor/emoji'
import { IconButton } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'

const USUAL = ['👍', '🙏', '💡', '🤔', '👀', '❤️', '🎯', '😄']
const MOST = 24

/** Picks an emoji: a few usual ones, others by name. */
export function ReactionPicker({ onPick }: { readonly onPick: (emoji: string) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      title="React"
      hideTitle
      align="start"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton icon="smile" label="React" size="xs" />}
    >
      <EmojiGrid
        onPick={(emoji) => {
          setOpen(false)
          onPick(emoji)
        }}
      />
    </Popover>
  )
}

function EmojiGrid({ onPick }: { readonly onPick: (emoji: string) => void }) {
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<readonly string[]>(USUAL)
  useEffect(() => {
    let stale = false
    const search = query.trim() === '' ? Promise.resolve(USUAL) : emojiNamed(query)
    search.then(
      (emoji) => {
        if (!stale) setFound(emoji)
      },
      () => {},
    )
    return () => {
      stale = true
    }
  }, [query])
  return (
    <div className="emoji-picker">
      <input
        className="input"
        type="search"
        aria-label="Search emoji"
        placeholder="Search"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <div className="emoji-grid">
        {found.map((emoji) => (
          <button key={emoji} type="button" aria-label={emoji} onClick={() => onPick(emoji)}>
            {emoji}
          </button>
        ))}
        {found.length === 0 && <p className="meta">No emoji is called so.</p>}
      </div>
    </div>
  )
}

async function emojiNamed(query: string): Promise<readonly string[]> {
  return (await emojiFor(query.trim(), MOST)).flatMap(({ sign }) => (sign ? [sign] : []))
}

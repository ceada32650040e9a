'use client'

import { useState } from 'react'
import type { Draft } from '@/components/editor/draft-shape'
import { forgetDraft } from '@/components/editor/drafts'
import { useDrafts } from '@/components/editor/use-drafts'
import { useRoom, useRoomStore } from '@/components/room/context'
import { draftsPrefix } from '@/components/room/room-drafts'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { copyWords } from '@/components/ui/copy-words'
import { Popover } from '@/components/ui/popover'
import { Time } from '@/components/ui/time'
import { useNow } from '@/components/ui/use-now'
import { openDraft } from './open-draft'

/** "3 drafts": what this person began to write at this reading and has not posted. Leads back to each; on a debate's page, to claims. */
export function DraftsButton({ of }: { readonly of?: 'claim' }) {
  const room = useRoomStore()
  const me = useRoom((state) => state.me)
  const kept = useDrafts(draftsPrefix(room.getState()))
  const drafts = kept.filter(([, { about }]) => about && (!of || about.what === of))
  if (me === null || drafts.length === 0) return null
  return (
    <Popover
      title="Drafts"
      align="start"
      className="drafts"
      trigger={
        <button type="button" className={buttonClass({ variant: 'quiet', size: 'sm' })}>
          {drafts.length === 1 ? '1 draft' : `${drafts.length} drafts`}
        </button>
      }
    >
      <ul className="drafts__list">
        {drafts.map(([key, draft]) => (
          <DraftEntry key={key} at={key} draft={draft} />
        ))}
      </ul>
    </Popover>
  )
}

function DraftEntry({ at: key, draft }: { readonly at: string; readonly draft: Draft }) {
  const room = useRoomStore()
  const now = useNow()
  const [stranded, setStranded] = useState(false)
  const { text, tags, at, about } = draft
  const open = async () => setStranded(!(await openDraft(room, key, draft)))
  return (
    <li className="drafts__entry">
      <p className="meta">
        {aboutWords(draft)} {at && <Time at={at} now={now} />}
      </p>
      <p className="body clamp">{text.trim() || `#${tags}`}</p>
      {stranded && (
        <p className="meta error" role="alert">
          What this was written for is no longer here. Your words are kept; copy them, or write them
          as a note.
        </p>
      )}
      <div className="row">
        {about?.what === 'claim' ? (
          // No link of the router's: it would change the hash without telling the debate.
          <a className={buttonClass({ variant: 'primary', size: 'sm' })} href={about.href}>
            Open
          </a>
        ) : (
          <Button size="sm" variant="primary" onClick={() => void open()}>
            {stranded ? 'Write as a note' : 'Open'}
          </Button>
        )}
        <Button size="sm" variant="quiet" onClick={() => void copyWords(text)}>
          Copy
        </Button>
        <Button size="sm" variant="quiet" onClick={() => void forgetDraft(key)}>
          Discard
        </Button>
      </div>
    </li>
  )
}

function aboutWords({ about }: Draft): string {
  switch (about?.what) {
    case 'note':
      return about.target ? `Note on “${short(about.target.exact)}”` : 'Note'
    case 'reply':
      return `Reply to ${about.to}`
    case 'edit':
      return 'Edit'
    case 'claim':
      return `Claim on “${short(about.on)}”`
    case undefined:
      return 'Draft'
  }
}

const SHORT = 60

function short(words: string): string {
  return words.length > SHORT ? `${words.slice(0, SHORT).trimEnd()}…` : words
}

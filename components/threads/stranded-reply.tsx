'use client'

import type { DraftBook } from '@/components/editor/use-draft'
import { useRoomStore } from '@/components/room/context'
import { postElsewhere } from '@/components/room/room-drafts'
import { Button } from '@/components/ui/button'
import { copyWords } from '@/components/ui/copy-words'
import type { ThreadAbout } from './thread-about'

/** What somebody was writing when the note was deleted or closed to replies: kept, shown, and good for something else. */
export function StrandedReply({
  note,
  draft,
}: {
  readonly note: ThreadAbout
  readonly draft: DraftBook
}) {
  const room = useRoomStore()
  const { kept } = draft
  if (!kept) return null
  return (
    <div className="not-sent" role="alert">
      <p className="meta">You can no longer reply here. Your words are kept:</p>
      <p className="body pre">{kept.text}</p>
      <Button size="sm" look="primary" onClick={() => void postElsewhere(room, note.id, kept)}>
        Write as a note
      </Button>
      <Button size="sm" look="quiet" onClick={() => void copyWords(kept.text)}>
        Copy
      </Button>
      <Button size="sm" look="quiet" onClick={draft.discard}>
        Discard
      </Button>
    </div>
  )
}

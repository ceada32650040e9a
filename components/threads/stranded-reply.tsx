'use client'

import { useDrafts } from '@/components/editor/use-drafts'
import { useRoomStore } from '@/components/room/context'
import { postElsewhere, replyDraftKey } from '@/components/room/room-drafts'
import { Button } from '@/components/ui/button'
import { copyWords } from '@/components/ui/copy-words'
import type { ThreadAbout } from './thread-about'

/** What somebody was writing when the note was deleted or closed to replies: kept, shown, and good for something else. */
export function StrandedReply({
  note,
  parentId,
  onDiscard,
}: {
  readonly note: ThreadAbout
  readonly parentId: string | null
  readonly onDiscard: () => void
}) {
  const room = useRoomStore()
  const key = replyDraftKey(room.getState(), note.id, parentId)
  // The newest words, also those that are kept only now: they were typed since the box was opened.
  const kept = useDrafts(key).find(([at]) => at === key)?.[1]
  if (!kept) return null
  return (
    <div className="not-sent" role="alert">
      <p className="meta">You can no longer reply here. Your words are kept:</p>
      <p className="body pre">{kept.text}</p>
      <Button size="sm" variant="primary" onClick={() => void postElsewhere(room, note.id, kept)}>
        Write as a note
      </Button>
      <Button size="sm" variant="quiet" onClick={() => void copyWords(kept.text)}>
        Copy
      </Button>
      <Button size="sm" variant="quiet" onClick={onDiscard}>
        Discard
      </Button>
    </div>
  )
}

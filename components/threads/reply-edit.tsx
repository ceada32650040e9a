'use client'

import { useRef, useState } from 'react'
import type { Conflict } from '@/components/annotations/card/conflict'
import { conflictFrom } from '@/components/annotations/card/conflict'
import { ConflictDialog } from '@/components/annotations/card/conflict-dialog'
import { api } from '@/components/api-client'
import { LazyPostEditor } from '@/components/editor/lazy-editor'
import type { Written } from '@/components/editor/post-editor'
import { isEmpty, NOTHING } from '@/components/editor/writing'
import { useRoomStore } from '@/components/room/context'
import { problemWords } from '@/components/room/note-commands'
import { usePeople } from '@/components/room/use-people'
import { Button } from '@/components/ui/button'
import type { ReplyShape } from '@/lib/threads/contract/threads'

/** A reply being changed by its author. */
export function ReplyEdit({
  reply: latest,
  onDone,
}: {
  readonly reply: ReplyShape
  readonly onDone: () => void
}) {
  // What the author sees before him is what he changes; what arrives meanwhile is settled when he saves.
  const [reply] = useState(latest)
  const room = useRoomStore()
  const people = usePeople()
  const before: Written = reply.body ? { doc: reply.body.value, text: reply.body.text } : NOTHING
  const written = useRef(before)
  const [problem, setProblem] = useState<string | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)

  async function save(now = written.current, version = reply.version): Promise<void> {
    if (isEmpty(now)) return
    try {
      const body = { format: 'tiptap' as const, value: now.doc }
      room.mergeReply(await api.threads.editReply({ id: reply.id, version, body }))
      onDone()
    } catch (error) {
      const found = await conflictFrom(error, now)
      setConflict(found)
      setProblem(found ? null : problemWords(error))
    }
  }

  return (
    <div className="reply-box">
      <LazyPostEditor
        label="Your reply"
        placeholder="Your reply"
        initial={before.doc}
        autoFocus
        people={people}
        onChange={(now) => {
          written.current = now
        }}
        onSubmit={() => void save()}
        onEscape={onDone}
      />
      {problem && (
        <p className="meta error" role="alert">
          {problem}
        </p>
      )}
      <div className="composer-foot">
        <span className="push row">
          <Button look="ghost" size="sm" onClick={onDone}>
            Cancel
          </Button>
          <Button look="primary" size="sm" onClick={() => void save()}>
            Save
          </Button>
        </span>
      </div>
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          onClose={() => setConflict(null)}
          onSettle={(settled) => void save(settled, conflict.version)}
          onTheirs={onDone}
        />
      )}
    </div>
  )
}

'use client'

import { useEffect, useState } from 'react'
import { api } from '@/components/api-client'
import { problemWords } from '@/components/room/note-commands'
import { PostBody } from '@/components/threads/post-body'
import { Dialog } from '@/components/ui/dialog'
import { Time } from '@/components/ui/time'
import { useNow } from '@/components/ui/use-now'
import type { BodyShape } from '@/lib/threads/contract/posts'

type Post = { readonly id: string; readonly body: BodyShape | null; readonly threadId?: string }
type Edit = {
  readonly version: number
  readonly body: BodyShape | null
  readonly replacedAt: string
}

/** What a note or reply said before, newest first. */
export function HistoryDialog({
  note,
  onClose,
}: {
  readonly note: Post
  readonly onClose: () => void
}) {
  const now = useNow()
  const [edits, setEdits] = useState<readonly Edit[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { id, threadId, body } = note
  useEffect(() => {
    const ask =
      threadId === undefined ? api.threads.history({ id }) : api.threads.replyHistory({ id })
    ask.then(
      ({ items }) => setEdits(items),
      (error: unknown) => setProblem(problemWords(error)),
    )
  }, [id, threadId])
  return (
    <Dialog title="Earlier versions" open onOpenChange={(open) => open || onClose()} size="wide">
      <ol className="versions">
        <li>
          <p className="meta">Now</p>
          {body ? <PostBody body={body} /> : <p className="meta">Without words</p>}
        </li>
        {edits?.map((edit) => (
          <li key={edit.version}>
            <p className="meta">
              Until <Time at={edit.replacedAt} now={now} />
            </p>
            {edit.body ? <PostBody body={edit.body} /> : <p className="meta">Without words</p>}
          </li>
        ))}
      </ol>
      {edits === null && problem === null && <p className="meta">Looking…</p>}
      {problem && <p role="alert">{problem}</p>}
    </Dialog>
  )
}

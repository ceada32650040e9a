'use client'

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { api } from '@/components/api-client'
import { PostBody } from '@/components/threads/post-body'
import { Avatar } from '@/components/ui/avatar'
import { Time } from '@/components/ui/time'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { ApiProblem } from '@/lib/api/client'
import type { ReplyShape } from '@/lib/threads/contract/threads'
import { PreviewReply } from './preview-reply'

type Loaded = {
  readonly note: AnnotationShape
  readonly replies: readonly ReplyShape[]
  readonly hasMore: boolean
}

type State = Loaded | 'loading' | 'failed' | 'gone'

const SHOWN = 200

/** A conversation read beside the inbox: its passage, its note and what was said. Reading it here is reading it. */
export function ThreadPreview({
  threadId,
  newSince,
  href,
  onRead,
}: {
  readonly threadId: string
  /** When the oldest unread notice of it was given; null: nothing is new. */
  readonly newSince: string | null
  readonly href: string
  readonly onRead: () => void
}) {
  const [state, setState] = useState<State>('loading')
  const read = useRef(onRead)
  useEffect(() => {
    read.current = onRead
  })

  const load = useCallback(
    () =>
      loadThread(threadId).then(
        (loaded) => {
          setState(loaded)
          markRead(threadId, loaded).then(
            () => read.current(),
            () => {},
          )
        },
        (error) => setState(isGone(error) ? 'gone' : 'failed'),
      ),
    [threadId],
  )
  // A new notice of the same conversation brings what is new of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked for again when it changes, not read.
  useEffect(() => {
    void load()
  }, [load, newSince])

  if (state === 'loading') return <p className="meta inbox-state">Loading…</p>
  if (state === 'gone') {
    return (
      <p className="inbox-state">This conversation was deleted, or you can no longer see it.</p>
    )
  }
  if (state === 'failed') {
    return (
      <p className="inbox-state" role="alert">
        The conversation could not be loaded.{' '}
        <button type="button" className="textlink" onClick={() => void load()}>
          Try again
        </button>
      </p>
    )
  }
  return <LoadedThread loaded={state} newSince={newSince} href={href} onReplied={load} />
}

function LoadedThread({
  loaded: { note, replies, hasMore },
  newSince,
  href,
  onReplied,
}: {
  readonly loaded: Loaded
  readonly newSince: string | null
  readonly href: string
  readonly onReplied: () => Promise<void>
}) {
  // What was new when it was opened stays marked while it is read.
  const [since] = useState(newSince)
  const [now] = useState(() => new Date())
  const firstNew = since === null ? -1 : replies.findIndex(({ createdAt }) => createdAt >= since)
  const count = firstNew < 0 ? 0 : replies.length - firstNew
  return (
    <>
      <div className="inbox-thread">
        {note.target && (
          <p className="inbox-passage" dir="auto">
            {tail(note.target.prefix)}
            <mark>{note.target.exact}</mark>
            {head(note.target.suffix)}
          </p>
        )}
        <Post post={note} now={now} />
        {replies.map((reply, at) => (
          <div key={reply.id}>
            {at === firstNew && <p className="inbox-new">{count} new since you were here</p>}
            <Post post={reply} now={now} />
          </div>
        ))}
        {hasMore && (
          <p className="meta">
            There are more replies. <a href={href}>Open in the text</a>
          </p>
        )}
        {note.resolution && <p className="meta">This thread is resolved.</p>}
      </div>
      {note.can.reply && <PreviewReply threadId={note.id} onReplied={onReplied} />}
    </>
  )
}

function Post({
  post: { author, body, createdAt },
  now,
}: {
  readonly post: Pick<ReplyShape, 'author' | 'body' | 'createdAt'>
  readonly now: Date
}): ReactNode {
  const name = author?.name ?? 'Deleted'
  return (
    <article className="inbox-post">
      <Avatar name={name} size={28} />
      <div>
        <p className="inbox-by">
          <strong dir="auto">{name}</strong> <Time className="meta" at={createdAt} now={now} />
        </p>
        {body ? <PostBody body={body} /> : <p className="meta">No words.</p>}
      </div>
    </article>
  )
}

async function loadThread(id: string): Promise<Loaded> {
  const [note, { items, nextCursor }] = await Promise.all([
    api.annotations.get({ id }),
    api.threads.replies({ id, limit: SHOWN }),
  ])
  return { note, replies: items, hasMore: nextCursor !== null }
}

// Ids of posts sort by time: the newest is the last.
async function markRead(id: string, { note, replies }: Loaded): Promise<void> {
  await api.threads.markRead({ id, lastReadId: replies.at(-1)?.id ?? note.id })
}

function isGone(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404
}

// Only whole words of what stands around a passage.
function tail(words: string): string {
  const cut = words.indexOf(' ')
  return cut < 0 || words.startsWith(' ') ? words : `…${words.slice(cut)}`
}

function head(words: string): string {
  const cut = words.lastIndexOf(' ')
  return cut < 0 || words.endsWith(' ') ? words : `${words.slice(0, cut)} …`
}

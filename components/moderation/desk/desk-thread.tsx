'use client'

import { useCallback, useEffect, useState } from 'react'
import { api } from '@/components/api-client'
import { PostBody } from '@/components/threads/post-body'
import { Avatar } from '@/components/ui/avatar'
import { Time } from '@/components/ui/time'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { ApiProblem } from '@/lib/api/client'
import type { ReplyShape } from '@/lib/threads/contract/threads'

type Loaded = { readonly note: AnnotationShape | null; readonly replies: readonly ReplyShape[] }
type State = Loaded | 'loading' | 'failed' | 'gone'

const SHOWN = 200

/** The passage and the conversation that an item stands in, with what it is about brought out. */
export function DeskThread({
  threadId,
  subjectId,
  isClaim,
  excerpt,
  now,
}: {
  readonly threadId: string
  readonly subjectId: string
  readonly isClaim: boolean
  readonly excerpt: string
  readonly now: Date
}) {
  const [state, setState] = useState<State>('loading')
  const load = useCallback(
    () =>
      threadOf(threadId, isClaim).then(setState, (error) =>
        setState(error instanceof ApiProblem && error.status === 404 ? 'gone' : 'failed'),
      ),
    [threadId, isClaim],
  )
  useEffect(() => {
    void load()
  }, [load])
  if (state === 'loading') return <p className="desk-state meta">Loading…</p>
  if (state === 'gone') return <p className="desk-state">It was deleted meanwhile.</p>
  if (state === 'failed') {
    return (
      <p className="desk-state" role="alert">
        The conversation could not be loaded.{' '}
        <button type="button" className="textlink" onClick={() => void load()}>
          Try again
        </button>
      </p>
    )
  }
  const { note, replies } = state
  return (
    <div className="desk-thread">
      {note?.target && (
        <p className="desk-passage" dir="auto">
          {note.target.prefix && `… ${note.target.prefix.replace(/^\S*\s/, '')}`}
          <mark>{note.target.exact}</mark>
          {note.target.suffix && `${note.target.suffix.replace(/\s\S*$/, '')} …`}
        </p>
      )}
      {note ? (
        <Post post={note} now={now} isSubject={note.id === subjectId} />
      ) : (
        <article className="desk-post" aria-current="true">
          <p dir="auto">{excerpt}</p>
        </article>
      )}
      {replies.map((reply) => (
        <Post key={reply.id} post={reply} now={now} isSubject={reply.id === subjectId} />
      ))}
    </div>
  )
}

async function threadOf(id: string, isClaim: boolean): Promise<Loaded> {
  const [note, { items }] = await Promise.all([
    isClaim ? null : api.annotations.get({ id }),
    api.threads.replies({ id, limit: SHOWN }),
  ])
  return { note, replies: items }
}

function Post({
  post: { author, body, createdAt, moderation },
  now,
  isSubject,
}: {
  readonly post: Pick<ReplyShape, 'author' | 'body' | 'createdAt' | 'moderation'>
  readonly now: Date
  readonly isSubject: boolean
}) {
  const name = author?.name ?? 'Deleted'
  return (
    <article className="desk-post" aria-current={isSubject ? 'true' : undefined}>
      <Avatar name={name} size={28} />
      <div>
        <p>
          <strong dir="auto">{name}</strong> <Time className="meta" at={createdAt} now={now} />
          {moderation && <span className="meta"> · hidden from readers</span>}
        </p>
        {body ? <PostBody body={body} /> : <p className="meta">No words.</p>}
      </div>
    </article>
  )
}

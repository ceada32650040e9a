'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { useDrafts } from '@/components/editor/use-drafts'
import { useRoom, useRoomStore } from '@/components/room/context'
import { draftsPrefix, mendReply } from '@/components/room/room-drafts'
import { NO_REPLIES } from '@/components/room/threads'
import { Button } from '@/components/ui/button'
import type { ReplyShape } from '@/lib/threads/contract/threads'
import { ReplyBox } from './reply-box'
import { ReplyItem } from './reply-item'
import { foldedCount, placedReplies } from './reply-tree'
import type { ThreadAbout } from './thread-about'
import { TypingLine } from './typing-line'
import { useCalm } from './use-calm'

/** The answers to a note or claim, and where one answers. */
export function Thread({ note }: { readonly note: ThreadAbout }) {
  const { id, replyCount, can } = note
  const room = useRoomStore()
  const thread = useRoom(({ threads }) => threads.get(id)) ?? NO_REPLIES
  const [unfolded, setUnfolded] = useState(false)
  const { answering, asked, answer, mended, mend } = useAnswering(note)
  useEffect(() => {
    void room.loadReplies(id)
  }, [room, id])
  const placed = useMemo(() => placedReplies(thread.replies), [thread.replies])
  const line = useRef<HTMLDivElement>(null)
  const { shown: visible, held, release, expect } = useCalm(placed, thread.status, line)
  const folded = unfolded ? 0 : foldedCount(visible.length)
  const answered = thread.replies.find((reply) => reply.id === answering) ?? null

  return (
    <>
      {folded > 0 && (
        <button type="button" className="textlink earlier" onClick={() => setUnfolded(true)}>
          Show {folded} earlier {folded === 1 ? 'reply' : 'replies'}
        </button>
      )}
      {visible.length > 0 && (
        <ol className="thread" aria-label={`Replies, ${replyCount}`}>
          {visible.slice(folded).map((place) => (
            <ReplyItem
              key={place.reply.id}
              place={place}
              mayReply={can.reply}
              onReply={() => answer(place.reply.id, true)}
              onMend={() => void mend(place.reply)}
            />
          ))}
        </ol>
      )}
      <ThreadState
        thread={thread}
        replyCount={replyCount}
        onMore={() => {
          expect()
          void room.loadReplies(id)
        }}
      />
      <div className="thread-line" ref={line}>
        {held > 0 && (
          <button type="button" className="pill" onClick={release}>
            {held} new
          </button>
        )}
        <TypingLine threadId={id} />
      </div>
      <ReplyBox
        key={`${answering ?? id}/${mended}`}
        note={note}
        answered={answered}
        asked={asked}
        onDone={() => answer(null)}
      />
    </>
  )
}

function ThreadState({
  thread,
  replyCount,
  onMore,
}: {
  readonly thread: typeof NO_REPLIES
  readonly replyCount: number
  readonly onMore: () => void
}) {
  if (thread.status === 'failed') {
    return (
      <p className="meta" role="alert">
        The replies cannot be loaded now.{' '}
        <button type="button" className="textlink" onClick={onMore}>
          Try again
        </button>
      </p>
    )
  }
  if (thread.status === 'loading') {
    return replyCount > 0 ? <div className="skeleton reply-skeleton" aria-hidden="true" /> : null
  }
  if (thread.nextCursor === null) return null
  return (
    <Button variant="quiet" size="sm" onClick={onMore}>
      Show more replies
    </Button>
  )
}

/** Which reply is answered: the one that was asked for, else the one that a draft answers. */
function useAnswering({ id, author }: ThreadAbout) {
  const room = useRoomStore()
  const drafts = useDrafts(draftsPrefix(room.getState()))
  const [choice, setChoice] = useState<{ parentId: string | null; asked: boolean } | null>(null)
  const [mended, setMended] = useState(0)
  const begun = drafts.flatMap(([, { about }]) =>
    about?.what === 'reply' && about.threadId === id && about.parentId !== null
      ? [about.parentId]
      : [],
  )
  const answer = (parentId: string | null, asked = false) => setChoice({ parentId, asked })
  return {
    answering: choice ? choice.parentId : (begun[0] ?? null),
    asked: choice?.asked ?? false,
    answer,
    /** Rises when a reply was taken back into its box. */
    mended,
    async mend(reply: ReplyShape) {
      await mendReply(room, reply, author?.name ?? 'this thread')
      answer(reply.parentId, true)
      setMended((before) => before + 1)
    },
  }
}

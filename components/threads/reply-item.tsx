'use client'

import dynamic from 'next/dynamic'
import { memo, useState } from 'react'
import { Gone } from '@/components/annotations/card/gone'
import { HistoryDialog } from '@/components/annotations/card/history-dialog'
import { NotSent } from '@/components/annotations/card/not-sent'
import { ReactionPicker } from '@/components/annotations/card/reaction-picker'
import { Reactions } from '@/components/annotations/card/reactions-row'
import { UnsavedLine, useEditing } from '@/components/annotations/card/unsaved-edit'
import { ModeratedLine } from '@/components/moderation/moderated-line'
import { useRoom, useRoomStore } from '@/components/room/context'
import { reactToReply, removeReply, withdrawReply } from '@/components/room/reply-commands'
import { StaffBadge } from '@/components/room/staff-badge'
import { Avatar } from '@/components/ui/avatar'
import { IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuItem } from '@/components/ui/menu'
import { Time } from '@/components/ui/time'
import { useNow } from '@/components/ui/use-now'
import type { ReplyShape } from '@/lib/threads/contract/threads'
import { PostBody } from './post-body'
import { ReplyEdit } from './reply-edit'
import type { PlacedReply } from './reply-tree'

const FlagDialog = dynamic(() =>
  import('@/components/moderation/flag-dialog').then((module) => module.FlagDialog),
)

/** One reply in its place. */
export const ReplyItem = memo(function ReplyItem({
  place: { reply, depth, answers },
  mayReply,
  onReply,
  onMend,
}: {
  readonly place: PlacedReply
  readonly mayReply: boolean
  readonly onReply: () => void
  /** Takes a reply that could not be sent back to where it was written. */
  readonly onMend: () => void
}) {
  const room = useRoomStore()
  const outgoing = useRoom((state) => state.outgoing.get(reply.id))
  const { editing, setEditing, unsaved } = useEditing(reply.id)
  const isEdited = editing !== null && reply.can.edit && !outgoing
  return (
    <li
      className={outgoing?.status === 'sending' ? 'reply is-sending' : 'reply'}
      data-depth={depth}
      id={`reply-${reply.id}`}
    >
      <ReplyByline reply={reply} answers={answers} />
      {reply.deleted && <Gone by={reply.deleted.by} />}
      {reply.moderation && <ModeratedLine moderation={reply.moderation} />}
      {isEdited && (
        <ReplyEdit reply={reply} asked={editing === 'words'} onDone={() => setEditing(null)} />
      )}
      {!isEdited && reply.body && <PostBody body={reply.body} />}
      {!isEdited && unsaved && <UnsavedLine onGoOn={() => setEditing('words')} />}
      {outgoing && outgoing.status !== 'sending' && (
        <NotSent
          outgoing={outgoing}
          words={reply.body?.text ?? ''}
          onMend={onMend}
          onWithdraw={() => withdrawReply(room, reply)}
        />
      )}
      {!isEdited && !outgoing && reply.deleted === null && (
        <>
          <Reactions
            reactions={reply.reactions}
            may={reply.can.react}
            onReact={(emoji) => void reactToReply(room, reply, emoji)}
          />
          <ReplyActions
            reply={reply}
            mayReply={mayReply}
            onReply={onReply}
            onEdit={() => setEditing('words')}
          />
        </>
      )}
    </li>
  )
})

function ReplyByline({
  reply: { author, createdAt, deleted },
  answers,
}: Pick<PlacedReply, 'reply' | 'answers'>) {
  const now = useNow()
  const mine = useRoom(({ me }) => me !== null && me.id === author?.id)
  if (deleted) return null
  return (
    <div className="byline">
      {author && <Avatar name={author.name} size={20} me={mine} />}
      <span className="name">{author?.name}</span>
      <StaffBadge personId={author?.id} />
      {answers && <span className="meta truncate">in answer to {answers}</span>}
      <Time className="when push" at={createdAt} now={now} />
    </div>
  )
}

function ReplyActions({
  reply,
  mayReply,
  onReply,
  onEdit,
}: {
  readonly reply: ReplyShape
  readonly mayReply: boolean
  readonly onReply: () => void
  readonly onEdit: () => void
}) {
  const room = useRoomStore()
  const [history, setHistory] = useState(false)
  const [flagging, setFlagging] = useState(false)
  const { can, reactions, editedAt, author } = reply
  return (
    <div className="acts reply-acts">
      {flagging && (
        <FlagDialog subject={{ kind: 'reply', id: reply.id }} onClose={() => setFlagging(false)} />
      )}
      {mayReply && (
        <button
          type="button"
          className="textlink"
          onClick={onReply}
          aria-label={`Reply to ${author?.name ?? 'this'}`}
        >
          <Icon name="reply" size={14} />
          Reply
        </button>
      )}
      {can.react && reactions.length === 0 && (
        <ReactionPicker onPick={(emoji) => void reactToReply(room, reply, emoji)} />
      )}
      {editedAt && (
        <button type="button" className="textlink meta" onClick={() => setHistory(true)}>
          Edited
        </button>
      )}
      {(can.edit || can.delete || can.flag) && (
        <span className="push">
          <Menu trigger={<IconButton icon="more" label="More on this reply" size="xs" />}>
            {can.flag && (
              <MenuItem icon="flag" onSelect={() => setFlagging(true)}>
                Report…
              </MenuItem>
            )}
            {can.edit && (
              <MenuItem icon="edit" onSelect={onEdit}>
                Edit
              </MenuItem>
            )}
            {can.delete && (
              <MenuItem icon="trash" danger onSelect={() => void removeReply(room, reply)}>
                Delete
              </MenuItem>
            )}
          </Menu>
        </span>
      )}
      {history && <HistoryDialog note={reply} onClose={() => setHistory(false)} />}
    </div>
  )
}

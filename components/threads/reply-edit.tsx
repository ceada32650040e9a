'use client'

import { useRef, useState } from 'react'
import { EditPost } from '@/components/annotations/card/edit-post'
import { EarlyField } from '@/components/editor/early-field'
import type { Written } from '@/components/editor/post-editor'
import { type DraftBook, useDraft } from '@/components/editor/use-draft'
import { NOTHING } from '@/components/editor/writing'
import { useRoomStore } from '@/components/room/context'
import { editReply } from '@/components/room/reply-commands'
import { editDraftKey } from '@/components/room/room-drafts'
import type { ReplyShape } from '@/lib/threads/contract/threads'

type ReplyEditProps = {
  readonly reply: ReplyShape
  /** Whether it was just asked for; else it was begun before and is shown again. */
  readonly asked: boolean
  readonly onDone: () => void
}

/** A reply being changed by its author. */
export function ReplyEdit(props: ReplyEditProps) {
  const room = useRoomStore()
  const { id, threadId } = props.reply
  const about = { what: 'edit' as const, threadId, postId: id }
  const draft = useDraft(editDraftKey(room.getState(), id), about)
  const typed = useRef('')
  if (draft.kept === undefined) {
    if (!props.asked) return null
    return <EarlyField label="Your reply" placeholder="" typed={typed} onEscape={props.onDone} />
  }
  return <ReplyEditForm {...props} draft={draft} typed={typed.current} />
}

function ReplyEditForm({
  reply: latest,
  asked,
  draft,
  typed,
  onDone,
}: ReplyEditProps & { readonly draft: DraftBook; readonly typed: string }) {
  // What the author sees is what they change; what arrives meanwhile is settled when they save.
  const [reply] = useState(latest)
  const room = useRoomStore()
  const { kept } = draft
  const before: Written = reply.body ? { doc: reply.body.value, text: reply.body.text } : NOTHING
  const words = useRef(kept ? { doc: kept.doc ?? before.doc, text: kept.text } : before)
  return (
    <div className="reply-box">
      <EditPost
        label="Your reply"
        before={before}
        version={reply.version}
        draft={draft}
        words={words}
        typed={typed}
        autoFocus={asked}
        fields={{}}
        fault={null}
        onSave={(saved, version) => editReply(room, reply.id, saved.doc, version)}
        onDone={onDone}
        onTheirs={onDone}
      />
    </div>
  )
}

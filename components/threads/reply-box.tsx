'use client'

import { useRef, useState } from 'react'
import { DraftLine } from '@/components/editor/draft-line'
import { EarlyField } from '@/components/editor/early-field'
import { PostField, warmEditor } from '@/components/editor/post-field'
import { type DraftBook, useDraft } from '@/components/editor/use-draft'
import { isEmpty, NOTHING } from '@/components/editor/writing'
import { submitOnKey } from '@/components/keyboard/submit-on-key'
import { useRoomStore } from '@/components/room/context'
import { reply } from '@/components/room/reply-commands'
import { replyAbout, replyDraftKey } from '@/components/room/room-drafts'
import { usePeople } from '@/components/room/use-people'
import { whereabouts } from '@/components/room/whereabouts'
import { Button } from '@/components/ui/button'
import type { ReplyShape } from '@/lib/threads/contract/threads'
import { StrandedReply } from './stranded-reply'
import type { ThreadAbout } from './thread-about'

type ReplyBoxProps = {
  readonly note: ThreadAbout
  /** The reply that is answered, if not the note itself. */
  readonly answered: ReplyShape | null
  /** Whether it was just asked for: it takes the focus. */
  readonly asked: boolean
  readonly onDone: () => void
}

/** Where one answers: a line until it is wanted, or until a draft is found. */
export function ReplyBox(props: ReplyBoxProps) {
  const { note, answered, asked } = props
  const room = useRoomStore()
  const state = room.getState()
  const parentId = answered?.id ?? null
  const name = (answered ?? note).author?.name ?? 'this thread'
  const isNote = state.notes.has(note.id)
  const draft = useDraft(
    replyDraftKey(state, note.id, parentId),
    isNote ? replyAbout(state, { threadId: note.id, parentId, to: name }) : undefined,
  )
  const [wanted, setWanted] = useState(asked)
  const [sent, setSent] = useState(0)
  const typed = useRef('')
  if (!note.can.reply) {
    return <StrandedReply note={note} parentId={parentId} onDiscard={draft.discard} />
  }
  if (draft.kept === undefined && wanted) {
    return (
      <div className="reply-box">
        <EarlyField
          label={`Reply to ${name}`}
          placeholder="Reply"
          typed={typed}
          onEscape={() => setWanted(false)}
        />
      </div>
    )
  }
  if (!wanted && !draft.kept) {
    return (
      <button
        type="button"
        className="input ghostline"
        onPointerEnter={warmEditor}
        onFocus={warmEditor}
        onClick={() => setWanted(true)}
      >
        Reply to {name}
      </button>
    )
  }
  return (
    <ReplyForm
      key={`${draft.turn}/${sent}`}
      {...props}
      name={name}
      draft={{ ...draft, kept: draft.kept ?? null }}
      typed={typed.current}
      wanted={wanted}
      onLeave={() => setWanted(false)}
      onSent={() => {
        typed.current = ''
        setWanted(false)
        setSent(sent + 1)
        draft.leave()
      }}
    />
  )
}

function ReplyForm({
  note,
  answered,
  name,
  draft,
  typed,
  wanted,
  onLeave,
  onSent,
  onDone,
}: ReplyBoxProps & {
  readonly name: string
  readonly draft: DraftBook
  readonly typed: string
  readonly wanted: boolean
  readonly onLeave: () => void
  readonly onSent: () => void
}) {
  const room = useRoomStore()
  const people = usePeople()
  const box = useRef<HTMLDivElement>(null)
  const { kept } = draft
  const written = useRef(kept ? { doc: kept.doc ?? NOTHING.doc, text: kept.text } : NOTHING)
  const [restored, setRestored] = useState(draft.kept !== null)
  const [missing, setMissing] = useState(false)

  function post(): void {
    const { doc, text } = written.current
    setMissing(isEmpty({ text }))
    if (isEmpty({ text })) return
    whereabouts.stopTyping()
    const parentId = answered?.id ?? null
    const made = { threadId: note.id, parentId, body: { value: doc, text } }
    void reply(room, made, () => draft.arrived(text))
    onSent()
    onDone()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside it.
    <div className="reply-box" ref={box} onKeyDown={(event) => submitOnKey(event, post)}>
      {answered && (
        <p className="meta">
          To {name} ·{' '}
          <button type="button" className="textlink" onClick={onDone}>
            Answer the note instead
          </button>
        </p>
      )}
      <PostField
        label={`Reply to ${name}`}
        placeholder="Reply"
        initial={kept?.doc ?? null}
        typed={typed}
        autoFocus={wanted}
        people={people}
        onChange={(now) => {
          written.current = now
          draft.keep(now)
          whereabouts.typeIn(note.id)
        }}
        onSubmit={post}
        onEscape={() => {
          box.current?.closest('.note')?.querySelector<HTMLElement>('.opens')?.focus()
          onLeave()
        }}
      />
      {missing && (
        <p className="meta error" role="alert">
          Write some words first.
        </p>
      )}
      <div className="composer-foot">
        {restored && (
          <DraftLine
            words="Draft restored"
            onDiscard={() => {
              setRestored(false)
              draft.discard()
            }}
          />
        )}
        <Button variant="primary" size="sm" className="push" onClick={post}>
          Reply
        </Button>
      </div>
    </div>
  )
}

'use client'

import { useRef, useState } from 'react'
import { DraftLine } from '@/components/editor/draft-line'
import { draftKey } from '@/components/editor/drafts'
import { LazyPostEditor, warmEditor } from '@/components/editor/lazy-editor'
import { useDraft } from '@/components/editor/use-draft'
import { isEmpty, NOTHING } from '@/components/editor/writing'
import { useRoom, useRoomStore } from '@/components/room/context'
import { reply } from '@/components/room/reply-commands'
import { usePeople } from '@/components/room/use-people'
import { whereabouts } from '@/components/room/whereabouts'
import { Button } from '@/components/ui/button'
import type { ReplyShape } from '@/lib/threads/contract/threads'
import type { ThreadAbout } from './thread-about'

type ReplyBoxProps = {
  readonly note: ThreadAbout
  /** The reply that is answered, if not the note itself. */
  readonly answered: ReplyShape | null
  readonly onDone: () => void
}

/** Where one answers: a line until it is wanted, or until a draft is found. */
export function ReplyBox(props: ReplyBoxProps) {
  const { note, answered } = props
  const me = useRoom((state) => state.me)
  const key = draftKey(me?.id ?? '', [note.readingId, note.groupId, note.id, answered?.id ?? null])
  const draft = useDraft(key)
  const [wanted, setWanted] = useState(answered !== null)
  const [sent, setSent] = useState(0)
  const name = (answered ?? note).author?.name ?? 'this thread'
  if (draft.kept === undefined) return null
  if (!wanted && draft.kept === null) {
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
      draft={draft}
      wanted={wanted}
      onSent={() => {
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
  wanted,
  onSent,
  onDone,
}: ReplyBoxProps & {
  readonly name: string
  readonly draft: ReturnType<typeof useDraft>
  readonly wanted: boolean
  readonly onSent: () => void
}) {
  const room = useRoomStore()
  const people = usePeople()
  const box = useRef<HTMLDivElement>(null)
  const written = useRef(
    draft.kept ? { doc: draft.kept.doc ?? NOTHING.doc, text: draft.kept.text } : NOTHING,
  )
  const [restored, setRestored] = useState(draft.kept !== null)

  function post(): void {
    const { doc, text } = written.current
    if (isEmpty({ text })) return
    whereabouts.stopTyping()
    const parentId = answered?.id ?? null
    const made = { threadId: note.id, parentId, body: { value: doc, text } }
    void reply(room, made, () => draft.arrived(text))
    onSent()
    onDone()
  }

  return (
    <div className="reply-box" ref={box}>
      {answered && (
        <p className="meta">
          To {name} ·{' '}
          <button type="button" className="textlink" onClick={onDone}>
            Answer the note instead
          </button>
        </p>
      )}
      <LazyPostEditor
        label={`Reply to ${name}`}
        placeholder="Reply"
        initial={draft.kept?.doc ?? null}
        autoFocus={wanted}
        people={people}
        onChange={(now) => {
          written.current = now
          draft.keep(now)
          whereabouts.typeIn(note.id)
        }}
        onSubmit={post}
        onEscape={() =>
          box.current?.closest('.note')?.querySelector<HTMLElement>('.opens')?.focus()
        }
      />
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
        <Button look="primary" size="sm" className="push" onClick={post}>
          Reply
        </Button>
      </div>
    </div>
  )
}

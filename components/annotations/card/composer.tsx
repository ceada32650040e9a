'use client'

import { useEffect, useRef, useState } from 'react'
import { DraftLine } from '@/components/editor/draft-line'
import { draftKey } from '@/components/editor/drafts'
import { LazyPostEditor } from '@/components/editor/lazy-editor'
import type { Written } from '@/components/editor/post-editor'
import { type DraftBook, useDraft } from '@/components/editor/use-draft'
import { isEmpty, NOTHING } from '@/components/editor/writing'
import { useRoom, useRoomStore } from '@/components/room/context'
import { annotate } from '@/components/room/note-commands'
import type { NoteKind, Pending, Visibility } from '@/components/room/state'
import { usePeople } from '@/components/room/use-people'
import { Button, IconButton } from '@/components/ui/button'
import { newId } from '@/lib/ids'
import { TagsField, tagsFrom, VisibilityField } from './note-form'
import { StanceChoice } from './stance-choice'

/** Where a new note is written. What is written is kept on this device until it is posted. */
export function Composer({ pending }: { readonly pending: Pending }) {
  const me = useRoom((state) => state.me)
  const readingId = useRoom(({ reading }) => reading.id)
  const groupId = useRoom(({ group }) => group?.id ?? null)
  const { target, sectionId } = pending
  const place = target ? `${target.start}-${target.end}` : (sectionId ?? 'reading')
  const draft = useDraft(draftKey(me?.id ?? '', [readingId, groupId, place]))
  if (draft.kept === undefined) return <div className="note composer" aria-hidden="true" />
  return <ComposerForm key={draft.turn} pending={pending} draft={draft} />
}

function ComposerForm({
  pending,
  draft,
}: {
  readonly pending: Pending
  readonly draft: DraftBook
}) {
  const room = useRoomStore()
  const people = usePeople()
  const { kept } = draft
  const form = useNoteFields(pending, draft)
  const [missing, setMissing] = useState(false)

  function post(): void {
    const { doc, text } = form.written.current
    const wordy = form.kind === 'note' || form.kind === 'question'
    if (isEmpty({ text }) && wordy) {
      setMissing(true)
      return
    }
    const body = isEmpty({ text }) ? null : { value: doc, text }
    const { kind, visibility, tags } = form
    const note = { kind, visibility, tags: tagsFrom(tags), target: pending.target, body }
    const sectionId = pending.sectionId ?? undefined
    const made = pending.target ? note : { ...note, sectionId }
    const id = newId()
    void annotate(room, { ...made, id }, () => draft.arrived(text))
    room.compose(null)
    room.focus(id)
  }

  return (
    <form
      className="note composer"
      aria-label="New note"
      onSubmit={(event) => {
        event.preventDefault()
        post()
      }}
    >
      <div className="spread">
        <StanceChoice value={form.kind} onChange={form.setKind} />
        <IconButton
          icon="close"
          size="xs"
          label="Close; the draft is kept"
          onClick={() => room.compose(null)}
        />
      </div>
      <LazyPostEditor
        label="Your note"
        placeholder={PLACEHOLDERS[form.kind]}
        initial={kept?.doc ?? null}
        autoFocus
        people={people}
        onChange={form.write}
        onSubmit={post}
        onEscape={() => room.compose(null)}
      />
      {missing && (
        <p className="meta error" role="alert">
          Write some words first.
        </p>
      )}
      <TagsField value={form.tags} onChange={form.setTags} />
      <div className="composer-foot">
        <VisibilityField value={form.visibility} onChange={form.setVisibility} />
        <Button type="submit" look="primary" size="sm" className="push">
          Post
        </Button>
      </div>
      {kept && <DraftLine words="Draft restored" onDiscard={draft.discard} />}
    </form>
  )
}

const PLACEHOLDERS: Readonly<Record<NoteKind, string>> = {
  highlight: 'Your note',
  note: 'Your note',
  question: 'What is unclear, or worth asking?',
  support: 'What speaks for it?',
  oppose: 'What speaks against it?',
  nuance: 'What does it leave out?',
}

/** The fields of a new note; each change is kept with the draft. What is typed does not render anything. */
function useNoteFields(pending: Pending, { kept, keep }: DraftBook) {
  const visibilities = useRoom(({ may }) => may.visibilities)
  const written = useRef<Written>(
    kept ? { doc: kept.doc ?? NOTHING.doc, text: kept.text } : NOTHING,
  )
  const [kind, setKind] = useState<NoteKind>(
    pending.kind === 'note' ? (kept?.kind ?? 'note') : pending.kind,
  )
  const [visibility, setVisibility] = useState<Visibility>(
    () =>
      visibilities.find((one) => one === (kept?.visibility ?? 'group')) ??
      visibilities[0] ??
      'private',
  )
  const [tags, setTags] = useState(kept?.tags ?? '')
  useEffect(() => {
    setKind((before) => (pending.kind === 'note' ? before : pending.kind))
  }, [pending.kind])
  const fields = { kind, visibility, tags }
  const latest = useRef(fields)
  useEffect(() => {
    latest.current = fields
    if (!isEmpty(written.current)) keep({ ...written.current, ...fields })
  })
  return {
    ...fields,
    written,
    setKind,
    setVisibility,
    setTags,
    write(now: Written) {
      written.current = now
      keep({ ...now, ...latest.current })
    },
  }
}

'use client'

import { useEffect, useRef, useState } from 'react'
import { DraftLine } from '@/components/editor/draft-line'
import { EarlyField } from '@/components/editor/early-field'
import type { Written } from '@/components/editor/post-editor'
import { PostField } from '@/components/editor/post-field'
import { type DraftBook, useDraft } from '@/components/editor/use-draft'
import { isEmpty, NOTHING } from '@/components/editor/writing'
import { submitOnKey } from '@/components/keyboard/submit-on-key'
import { useWriting } from '@/components/keyboard/writing'
import { useRoom, useRoomStore } from '@/components/room/context'
import { annotate } from '@/components/room/note-commands'
import { noteAbout, noteDraftKey } from '@/components/room/room-drafts'
import type { NoteKind, Pending, Visibility } from '@/components/room/state'
import { usePeople } from '@/components/room/use-people'
import { Button, IconButton } from '@/components/ui/button'
import { needsWords } from '@/lib/annotations/kind'
import { newId } from '@/lib/ids'
import { KindChoice } from './kind-choice'
import { allTags, type Tagging, taggingFault, taggingLine, taggingOf } from './tagging'
import { TagsField } from './tags-field'
import { VisibilityField } from './visibility-field'

/** Where a new note is written. What is written is kept on this device until it is posted. */
export function Composer({ pending }: { readonly pending: Pending }) {
  const room = useRoomStore()
  const state = room.getState()
  const draft = useDraft(noteDraftKey(state, pending), noteAbout(state, pending))
  const typed = useRef('')
  useWriting()
  if (draft.kept === undefined) {
    return (
      <div className="note composer">
        <EarlyField
          label="Your note"
          placeholder={PLACEHOLDERS[pending.kind]}
          typed={typed}
          onEscape={() => room.compose(null)}
        />
      </div>
    )
  }
  return <ComposerForm key={draft.turn} pending={pending} draft={draft} typed={typed.current} />
}

function ComposerForm({
  pending,
  draft,
  typed,
}: {
  readonly pending: Pending
  readonly draft: DraftBook
  readonly typed: string
}) {
  const room = useRoomStore()
  const people = usePeople()
  const { kept } = draft
  const form = useNoteFields(pending, draft)
  const [missing, setMissing] = useState<string | null>(null)

  function post(): void {
    const { kind, visibility, tagging, doc, text } = form.latest()
    const problem = whatIsMissing(kind, text, tagging)
    setMissing(problem)
    if (problem !== null) return
    const body = isEmpty({ text }) ? null : { value: doc, text }
    const note = { kind, visibility, tags: allTags(tagging), target: pending.target, body }
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
      onKeyDown={(event) => submitOnKey(event, post)}
    >
      <div className="spread">
        <KindChoice value={form.kind} onChange={form.setKind} />
        <IconButton
          icon="close"
          size="xs"
          label="Close; the draft is kept"
          onClick={() => room.compose(null)}
        />
      </div>
      <PostField
        label="Your note"
        placeholder={PLACEHOLDERS[form.kind]}
        initial={kept?.doc ?? null}
        typed={typed}
        autoFocus
        people={people}
        onChange={form.write}
        onSubmit={post}
        onEscape={() => room.compose(null)}
      />
      {missing !== null && (
        <p className="meta error" role="alert">
          {missing}
        </p>
      )}
      <TagsField value={form.tagging} onChange={form.setTagging} />
      <div className="composer-foot">
        <VisibilityField value={form.visibility} onChange={form.setVisibility} />
        <Button type="submit" variant="primary" size="sm" className="push">
          Post
        </Button>
      </div>
      {kept && <DraftLine words="Draft restored" onDiscard={draft.discard} />}
    </form>
  )
}

function whatIsMissing(kind: NoteKind, text: string, tagging: Tagging): string | null {
  if (needsWords(kind) && isEmpty({ text })) return 'Write some words first.'
  return taggingFault(tagging)
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
  const [tagging, setTagging] = useState(() => taggingOf(kept?.tags ?? ''))
  useEffect(() => {
    setKind((before) => (pending.kind === 'note' ? before : pending.kind))
  }, [pending.kind])
  const fields = { kind, visibility, tagging }
  const latest = useRef(fields)
  const keeping = useRef(false)
  useEffect(() => {
    latest.current = fields
    const tags = taggingLine(tagging)
    const some = !isEmpty(written.current) || tags !== ''
    // Once something was kept, taking it all away again is kept, too.
    if (some || keeping.current) keep({ ...written.current, kind, visibility, tags })
    keeping.current = some
  })
  return {
    ...fields,
    latest: () => ({ ...latest.current, ...written.current }),
    setKind,
    setVisibility,
    setTagging,
    write(now: Written) {
      written.current = now
      const { tagging: line, ...rest } = latest.current
      keep({ ...now, ...rest, tags: taggingLine(line) })
    },
  }
}

'use client'

import { useEffect, useRef, useState } from 'react'
import { EarlyField } from '@/components/editor/early-field'
import type { Written } from '@/components/editor/post-editor'
import { type DraftBook, useDraft } from '@/components/editor/use-draft'
import { isEmpty, NOTHING } from '@/components/editor/writing'
import { useRoomStore } from '@/components/room/context'
import { editNote } from '@/components/room/note-commands'
import { editDraftKey } from '@/components/room/room-drafts'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { tagsWritten } from '@/lib/annotations/tags'
import { EditPost } from './edit-post'
import { KindChoice } from './kind-choice'
import { allTags, taggingFault, taggingLine, taggingOf } from './tagging'
import { TagsField } from './tags-field'
import type { EditPart } from './unsaved-edit'
import { VisibilityField } from './visibility-field'

type NoteEditProps = {
  readonly note: AnnotationShape
  readonly part: EditPart
  readonly onDone: () => void
}

/** A note being changed by its author. */
export function NoteEdit(props: NoteEditProps) {
  const room = useRoomStore()
  const { id } = props.note
  const about = { what: 'edit' as const, threadId: id, postId: id }
  const draft = useDraft(editDraftKey(room.getState(), id), about)
  const typed = useRef('')
  if (draft.kept === undefined) {
    if (props.part !== 'words') return null
    return <EarlyField label="Your note" placeholder="" typed={typed} onEscape={props.onDone} />
  }
  return <NoteEditForm {...props} draft={draft} typed={typed.current} />
}

function NoteEditForm({
  note: now,
  part,
  draft,
  typed,
  onDone,
}: NoteEditProps & { readonly draft: DraftBook; readonly typed: string }) {
  // What the author sees is what they change; what arrives meanwhile is settled when they save.
  const [note] = useState(now)
  const room = useRoomStore()
  const { kept } = draft
  const before: Written = note.body ? { doc: note.body.value, text: note.body.text } : NOTHING
  const [kind, setKind] = useState(kept?.kind ?? note.kind)
  const [visibility, setVisibility] = useState(kept?.visibility ?? note.visibility)
  const [tagging, setTagging] = useState(() =>
    kept?.tags === undefined ? { tags: note.tags, rest: '' } : taggingOf(kept.tags),
  )
  const fields = { kind, visibility, tags: taggingLine(tagging) }
  const isChanged =
    kind !== note.kind || visibility !== note.visibility || fields.tags !== tagsWritten(note.tags)
  const { keep } = draft
  const words = useRef(kept ? { doc: kept.doc ?? before.doc, text: kept.text } : before)
  useEffect(() => {
    if (!isChanged) return
    const version = kept?.version ?? note.version
    keep({ ...words.current, kind, visibility, tags: fields.tags, version })
  }, [isChanged, kind, visibility, fields.tags, kept, keep, note.version])

  return (
    <div className="note-edit">
      <h3 className="vh" id={`note-${note.id}-by`}>
        Edit your note
      </h3>
      <EditPost
        label="Your note"
        before={before}
        version={note.version}
        draft={draft}
        words={words}
        typed={typed}
        autoFocus={part === 'words'}
        fields={fields}
        isChanged={isChanged}
        fault={taggingFault(tagging)}
        above={<KindChoice value={kind} onChange={setKind} />}
        below={<TagsField value={tagging} first={part === 'tags'} onChange={setTagging} />}
        foot={<VisibilityField value={visibility} onChange={setVisibility} />}
        onSave={(saved, version) => {
          const body = isEmpty(saved)
            ? {}
            : { body: { format: 'tiptap' as const, value: saved.doc } }
          const change = { ...body, kind, visibility, tags: allTags(tagging) }
          return editNote(room, note, change, version)
        }}
        onDone={onDone}
        onTheirs={() => {
          void room.visit(note.id)
          onDone()
        }}
      />
    </div>
  )
}

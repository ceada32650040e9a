'use client'

import { useRef, useState } from 'react'
import { LazyPostEditor } from '@/components/editor/lazy-editor'
import type { Written } from '@/components/editor/post-editor'
import { isEmpty, NOTHING } from '@/components/editor/writing'
import { useRoomStore } from '@/components/room/context'
import { editNote, problemWords } from '@/components/room/note-commands'
import { usePeople } from '@/components/room/use-people'
import { Button } from '@/components/ui/button'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { type Conflict, conflictFrom } from './conflict'
import { ConflictDialog } from './conflict-dialog'
import { TagsField, tagsFrom, tagsWritten, VisibilityField } from './note-form'
import { StanceChoice } from './stance-choice'

/** Where an edit begins. */
export type EditPart = 'words' | 'tags'

/** A note being changed by its author. */
export function NoteEdit({
  note: now,
  part,
  onDone,
}: {
  readonly note: AnnotationShape
  readonly part: EditPart
  readonly onDone: () => void
}) {
  // What the author sees before him is what he changes; what arrives meanwhile is settled when he saves.
  const [note] = useState(now)
  const room = useRoomStore()
  const people = usePeople()
  const before: Written = note.body ? { doc: note.body.value, text: note.body.text } : NOTHING
  const written = useRef(before)
  const [kind, setKind] = useState(note.kind)
  const [visibility, setVisibility] = useState(note.visibility)
  const [tags, setTags] = useState(tagsWritten(note.tags))
  const [problem, setProblem] = useState<string | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)

  async function save(words = written.current, version = note.version): Promise<void> {
    const body = isEmpty(words) ? {} : { body: { format: 'tiptap' as const, value: words.doc } }
    try {
      await editNote(room, note, { ...body, kind, visibility, tags: tagsFrom(tags) }, version)
      onDone()
    } catch (error) {
      const found = await conflictFrom(error, words)
      setConflict(found)
      setProblem(found ? null : problemWords(error))
    }
  }

  return (
    <div className="note-edit">
      <h3 className="vh" id={`note-${note.id}-by`}>
        Edit your note
      </h3>
      <StanceChoice value={kind} onChange={setKind} />
      <LazyPostEditor
        label="Your note"
        placeholder="Your note"
        initial={before.doc}
        autoFocus={part === 'words'}
        people={people}
        onChange={(words) => {
          written.current = words
        }}
        onSubmit={() => void save()}
        onEscape={onDone}
      />
      <TagsField value={tags} first={part === 'tags'} onChange={setTags} />
      {problem && (
        <p className="meta error" role="alert">
          {problem}
        </p>
      )}
      <div className="composer-foot">
        <VisibilityField value={visibility} onChange={setVisibility} />
        <span className="push row">
          <Button look="ghost" size="sm" onClick={onDone}>
            Cancel
          </Button>
          <Button look="primary" size="sm" onClick={() => void save()}>
            Save
          </Button>
        </span>
      </div>
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          onClose={() => setConflict(null)}
          onSettle={(settled) => void save(settled, conflict.version)}
          onTheirs={() => {
            void room.visit(note.id)
            onDone()
          }}
        />
      )}
    </div>
  )
}

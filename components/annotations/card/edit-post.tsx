'use client'

import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { DraftLine } from '@/components/editor/draft-line'
import type { Draft } from '@/components/editor/draft-shape'
import type { Written } from '@/components/editor/post-editor'
import { PostField } from '@/components/editor/post-field'
import type { DraftBook } from '@/components/editor/use-draft'
import { isEmpty } from '@/components/editor/writing'
import { submitOnKey } from '@/components/keyboard/submit-on-key'
import { problemWords } from '@/components/room/note-commands'
import { usePeople } from '@/components/room/use-people'
import { Button } from '@/components/ui/button'
import { type Conflict, conflictFrom } from './conflict'
import { ConflictDialog } from './conflict-dialog'

export type EditPostProps = {
  /** The name of the field, "Your note". */
  readonly label: string
  readonly before: Written
  /** The version that is changed. */
  readonly version: number
  readonly draft: DraftBook
  /** What stands in the editor at a moment. */
  readonly words: RefObject<Written>
  readonly typed: string
  readonly autoFocus: boolean
  /** Fields beside the words: what is kept of them with the draft. */
  readonly fields: Pick<Draft, 'kind' | 'visibility' | 'tags'>
  /** Whether one of them differs from what is saved. */
  readonly isChanged?: boolean
  /** What keeps it from being saved, in words; null: nothing. */
  readonly fault: string | null
  readonly above?: ReactNode
  readonly below?: ReactNode
  readonly foot?: ReactNode
  readonly onSave: (words: Written, version: number) => Promise<void>
  /** It is closed: saved, or kept as a draft. */
  readonly onDone: () => void
  /** The other version stands. */
  readonly onTheirs: () => void
}

/** A note or reply being changed by its author. Every change is kept as a draft until it is saved or discarded. */
export function EditPost(props: EditPostProps) {
  const { label, before, draft, autoFocus, fields, onDone } = props
  const people = usePeople()
  const saving = useSave(props)
  const [asking, setAsking] = useState(false)
  const { kept } = draft
  const changed = useRef(kept !== null)
  const start = kept?.doc ?? before.doc

  function write(words: Written): void {
    changed.current = true
    props.words.current = words
    draft.keep({ ...words, ...fields, version: kept?.version ?? props.version })
  }
  function cancel(): void {
    if (changed.current || props.isChanged) setAsking(true)
    else onDone()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside it.
    <div className="edit-post" onKeyDown={(event) => submitOnKey(event, () => void saving.save())}>
      {props.above}
      <PostField
        label={label}
        placeholder={label}
        initial={start}
        typed={props.typed}
        autoFocus={autoFocus}
        people={people}
        onChange={write}
        onSubmit={() => void saving.save()}
        onEscape={onDone}
      />
      {props.below}
      {saving.problem && (
        <p className="meta error" role="alert">
          {saving.problem}
        </p>
      )}
      <div className="composer-foot">
        {props.foot}
        {kept && !asking && <DraftLine words="Draft restored" onDiscard={() => setAsking(true)} />}
        {asking ? (
          <DiscardChoice
            onKeep={() => setAsking(false)}
            onDiscard={() => {
              draft.discard()
              onDone()
            }}
          />
        ) : (
          <span className="push row">
            <Button variant="ghost" size="sm" onClick={cancel}>
              Cancel
            </Button>
            <Button variant="primary" size="sm" onClick={() => void saving.save()}>
              Save
            </Button>
          </span>
        )}
      </div>
      {saving.conflict && (
        <ConflictDialog
          conflict={saving.conflict}
          onClose={saving.closeConflict}
          onSettle={(settled) => void saving.save(settled, saving.conflict?.version)}
          onTheirs={() => {
            draft.discard()
            props.onTheirs()
          }}
        />
      )}
    </div>
  )
}

/** Asked where an edit would be lost for good, and nowhere else. */
function DiscardChoice({
  onKeep,
  onDiscard,
}: {
  readonly onKeep: () => void
  readonly onDiscard: () => void
}) {
  return (
    <span className="push row" role="alert">
      <span className="meta">Discard your changes?</span>
      <Button size="sm" onClick={onKeep} autoFocus>
        Keep editing
      </Button>
      <Button size="sm" variant="danger" onClick={onDiscard}>
        Discard
      </Button>
    </span>
  )
}

function useSave(props: EditPostProps) {
  const { before, version, draft, words: written, fault, onSave, onDone } = props
  const { kept } = draft
  const [problem, setProblem] = useState<string | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)

  async function save(words = written.current, on = kept?.version ?? version): Promise<void> {
    if (isEmpty(words) && !isEmpty(before)) {
      setProblem('Write some words first. To take it back altogether, delete it.')
      return
    }
    if (fault !== null) {
      setProblem(fault)
      return
    }
    try {
      await onSave(words, on)
      draft.discard()
      onDone()
    } catch (error) {
      const found = await conflictFrom(error, words)
      setConflict(found)
      setProblem(found ? null : problemWords(error))
    }
  }
  return { problem, conflict, save, closeConflict: () => setConflict(null) }
}

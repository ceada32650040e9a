'use client'

import { type FormEvent, useRef, useState } from 'react'
import { NotesPreview } from '@/components/revisions/notes-preview'
import { publishAndWait } from '@/components/revisions/publishing'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFoot } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { ApiProblem } from '@/lib/api/client'
import { newId } from '@/lib/ids'
import type { RevisionShape } from '@/lib/revisions/contract'

/** The last step: why it was revised, and what will become of the notes. */
export function PublishDialog({
  readingId,
  baseRevisionId,
  version,
  onDone,
  onClose,
}: {
  readonly readingId: string
  readonly baseRevisionId: string
  /** Of the draft as it is saved. */
  readonly version: number
  readonly onDone: (revision: RevisionShape) => void
  readonly onClose: () => void
}) {
  const [message, setMessage] = useState('')
  const [missing, setMissing] = useState(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const key = useRef(newId())
  const input = { id: readingId, baseRevisionId, draftVersion: version }

  const publish = async (event: FormEvent) => {
    event.preventDefault()
    setMissing(message.trim() === '')
    if (message.trim() === '') return
    setPending(true)
    setProblem(null)
    try {
      onDone(await publishAndWait({ ...input, message }, key.current))
    } catch (error) {
      if (error instanceof ApiProblem && error.status > 0) key.current = newId()
      setProblem(error instanceof ApiProblem ? error.message : 'It was not published. Try again.')
      setPending(false)
    }
  }
  return (
    <Dialog
      title="Publish this revision"
      description="It becomes the text that everybody reads. The revisions before it stay as they are."
      open
      onOpenChange={(open) => open || pending || onClose()}
    >
      <form onSubmit={(event) => void publish(event)}>
        <Field
          label="What changed, in a line"
          hint="Readers see it beside the news of the revision."
          error={missing ? 'Say in a few words what changed.' : null}
        >
          {(control) => (
            <input
              {...control}
              className="input"
              maxLength={500}
              value={message}
              onChange={(event) => setMessage(event.target.value)}
            />
          )}
        </Field>
        <NotesPreview input={input} />
        {problem && (
          <p className="banner banner-warn" role="alert">
            {problem}
          </p>
        )}
        <DialogFoot>
          <Button onClick={onClose} disabled={pending}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" disabled={pending}>
            {pending ? 'Placing the notes…' : 'Publish'}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

'use client'

import { type FormEvent, useState } from 'react'
import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogFoot } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { notify } from '@/components/ui/toast'
import { ApiProblem } from '@/lib/api/client'
import type { SubjectRef } from '@/lib/moderation/contract/review'
import { WORDS_MAXIMUM } from '@/lib/moderation/contract/words'
import { FLAG_REASONS, type FlagReason, reasonWords } from '@/lib/moderation/reason'

/** Asks a reader why they report a post, and reports it to those who lead the group. */
export function FlagDialog({
  subject,
  onClose,
}: {
  readonly subject: SubjectRef
  readonly onClose: () => void
}) {
  const [reason, setReason] = useState<FlagReason | null>(null)
  const [words, setWords] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (reason === null) return setError('Choose a reason.')
    setSending(true)
    try {
      await api.review.flag({ subject, reason, words })
      notify({ text: 'Reported. The moderators of the group look at it.' })
      onClose()
    } catch (problem) {
      setSending(false)
      setError(problem instanceof ApiProblem ? problem.message : 'It was not sent. Try again.')
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Report this post"
      description="Those who lead the group see who reports it. Its author does not."
    >
      <form onSubmit={(event) => void send(event)}>
        <fieldset className="reasons" aria-label="Reason">
          {FLAG_REASONS.map((each) => (
            <label key={each} className="reason">
              <input
                type="radio"
                name="reason"
                value={each}
                checked={reason === each}
                onChange={() => setReason(each)}
              />
              {reasonWords(each)}
            </label>
          ))}
        </fieldset>
        <Field label="What should they know?" hint="If you like." error={error}>
          {(control) => (
            <textarea
              {...control}
              className="textarea"
              rows={3}
              maxLength={WORDS_MAXIMUM}
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          )}
        </Field>
        <DialogFoot>
          <DialogClose>Cancel</DialogClose>
          <Button type="submit" variant="primary" disabled={isSending}>
            Report
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

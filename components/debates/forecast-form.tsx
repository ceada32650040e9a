'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFoot } from '@/components/ui/dialog'
import { TextArea, TextField } from '@/components/ui/field'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { useDebateStore } from './debate-context'
import { debatesApi } from './debates-api'

/** Where it is asked how likely something is: the question, how it will be decided, until when. */
export function ForecastForm({
  claim: { id },
  onClose,
}: {
  readonly claim: ClaimShape
  readonly onClose: () => void
}) {
  const store = useDebateStore()
  const [question, setQuestion] = useState('')
  const [criteria, setCriteria] = useState('')
  const [dueOn, setDueOn] = useState('')
  const ask = async () => {
    const forecast = { id, question, criteria, dueOn }
    if (await store.ask(() => debatesApi.claims.askForecast(forecast))) onClose()
  }
  return (
    <Dialog title="Ask how likely it is" open onOpenChange={(open) => open || onClose()}>
      <TextField
        label="Question"
        placeholder="Will … before …?"
        value={question}
        onChange={({ target }) => setQuestion(target.value)}
      />
      <TextArea
        label="How it will be decided"
        hint="Who must report what, so that nobody can argue about it afterwards."
        rows={2}
        value={criteria}
        onChange={({ target }) => setCriteria(target.value)}
      />
      <TextField
        label="Until"
        type="date"
        value={dueOn}
        onChange={({ target }) => setDueOn(target.value)}
      />
      <DialogFoot>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="primary"
          disabled={question.trim() === '' || criteria.trim() === '' || dueOn === ''}
          onClick={() => void ask()}
        >
          Ask it
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

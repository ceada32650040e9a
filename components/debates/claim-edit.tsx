'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { ApiProblem } from '@/lib/api/client'
import { TEXT_MAXIMUM } from '@/lib/debates/claim'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { useDebateStore } from './debate-context'
import { reasonOf } from './debate-store'
import { debatesApi } from './debates-api'

/** Changes the words of a claim. Where somebody was quicker, both wordings are shown and one's own is kept. */
export function ClaimEdit({
  claim,
  onDone,
}: {
  readonly claim: ClaimShape
  readonly onDone: () => void
}) {
  const store = useDebateStore()
  const [text, setText] = useState(claim.text)
  const [explanation, setExplanation] = useState(claim.explanation)
  const [version, setVersion] = useState(claim.version)
  const [problem, setProblem] = useState<string | null>(null)
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    try {
      store.merge(await debatesApi.claims.edit({ id: claim.id, version, text, explanation }))
      onDone()
    } catch (error) {
      const stale = error instanceof ApiProblem && error.code === 'stale'
      if (!stale) return setProblem(reasonOf(error))
      const current = await debatesApi.claims.get({ id: claim.id })
      setVersion(current.version)
      setProblem(`It now says: “${current.text}” Save again to put your words in its place.`)
    }
  }
  return (
    <form className="claim-edit" onSubmit={(event) => void save(event)}>
      <TextArea
        label="Claim"
        rows={3}
        value={text}
        error={problem}
        hint={`${text.trim().length} of ${TEXT_MAXIMUM}`}
        onChange={({ target }) => setText(target.value)}
      />
      <TextArea
        label="Explanation"
        rows={3}
        value={explanation}
        onChange={({ target }) => setExplanation(target.value)}
      />
      <div className="row">
        <Button variant="primary" size="sm" type="submit" disabled={text.trim() === ''}>
          Save
        </Button>
        <Button variant="ghost" size="sm" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

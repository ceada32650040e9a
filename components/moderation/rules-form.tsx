'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { notify } from '@/components/ui/toast'
import { ApiProblem } from '@/lib/api/client'
import type { HouseRules } from '@/lib/moderation/contract/house-rules'
import { holdingDraft, holdingFrom } from './holding-draft'
import { HoldingFields } from './holding-fields'

const LOGS: readonly { readonly value: HouseRules['log']; readonly label: string }[] = [
  { value: 'nothing', label: 'Nothing' },
  { value: 'numbers', label: 'Numbers alone' },
  { value: 'decisions', label: 'Every decision, without names' },
]

/** Where an owner writes the rules of a group, a line each, and says what waits for approval and what members see of its log. */
export function RulesForm({
  groupId,
  start,
}: {
  readonly groupId: string
  readonly start: HouseRules
}) {
  const router = useRouter()
  const [rules, setRules] = useState(start.rules.join('\n'))
  const [holding, setHolding] = useState(() => holdingDraft(start))
  const [log, setLog] = useState(start.log)
  const [error, setError] = useState<string | null>(null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const held = holdingFrom(holding)
    if (held === null) return
    const lines = rules.split('\n').flatMap((line) => line.trim() || [])
    try {
      await api.review.setRules({ id: groupId, rules: lines, log, ...held })
      setError(null)
      notify({ text: 'Saved' })
      router.refresh()
    } catch (problem) {
      setError(problem instanceof ApiProblem ? problem.message : 'It was not saved. Try again.')
    }
  }
  return (
    <form className="rules-form" onSubmit={(event) => void send(event)}>
      <h2 className="section-title">Change them</h2>
      <Field label="Rules, a line each" hint="Decisions cite them by number." error={error}>
        {(control) => (
          <textarea
            {...control}
            className="textarea"
            rows={8}
            value={rules}
            onChange={({ target }) => setRules(target.value)}
          />
        )}
      </Field>
      <HoldingFields draft={holding} onChange={setHolding} />
      <Field label="What members see of the moderation log">
        {(control) => (
          <Select
            {...control}
            value={log}
            options={LOGS}
            onChange={({ target }) => {
              const found = LOGS.find(({ value }) => value === target.value)
              if (found) setLog(found.value)
            }}
          />
        )}
      </Field>
      <Button type="submit" variant="primary">
        Save
      </Button>
    </form>
  )
}

'use client'

import { type FormEvent, useState } from 'react'
import { useChange } from '@/components/groups/use-change'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { PersonShape } from '@/lib/api/shapes'
import type { ExtensionShape } from '@/lib/assignments/contract'
import { momentOfWallTime, momentWords } from '@/lib/time-zone'
import { assignmentsApi } from './assignments-api'
import { TimeField } from './time-field'

/** Who may hand in later, and how to say so. */
export function Extensions({
  id,
  extensions,
  students,
  circles,
  timeZone,
}: {
  readonly id: string
  readonly extensions: readonly ExtensionShape[]
  readonly students: readonly PersonShape[]
  readonly circles: readonly PersonShape[]
  readonly timeZone: string
}) {
  const { pending, change } = useChange()
  const { assignments } = assignmentsApi
  return (
    <section className="overview-part" aria-labelledby="extensions">
      <h2 className="section-title" id="extensions">
        Extensions
      </h2>
      {extensions.length === 0 && <p className="meta">Nobody has another due time.</p>}
      <ul className="extension-list">
        {extensions.map(({ receiver, dueAt }) => (
          <li key={receiver.id}>
            <bdi className="strong">{receiver.name}</bdi>
            <span className="meta">until {momentWords(new Date(dueAt), timeZone)}</span>
            <Button
              size="sm"
              disabled={pending}
              aria-label={`Take back the extension of ${receiver.name}`}
              onClick={() =>
                change(() => assignments.withdrawExtension({ id, forId: receiver.id }))
              }
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
      <ExtensionForm
        {...{ students, circles, timeZone, pending }}
        onGive={(given) => change(() => assignments.extend({ id, ...given }))}
      />
    </section>
  )
}

type Given = {
  readonly forId: string
  readonly for: 'person' | 'circle'
  readonly dueAt: string
}

function ExtensionForm({
  students,
  circles,
  timeZone,
  pending,
  onGive,
}: {
  readonly students: readonly PersonShape[]
  readonly circles: readonly PersonShape[]
  readonly timeZone: string
  readonly pending: boolean
  readonly onGive: (given: Given) => void
}) {
  const [forId, setForId] = useState('')
  const [until, setUntil] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const found = momentOfWallTime(until, timeZone)
    if (found.kind !== 'moment') {
      setProblem(
        found.kind === 'skipped'
          ? 'Clocks go forward over this time: it does not exist that day.'
          : 'Type a whole date and time.',
      )
      return
    }
    setProblem(null)
    const isCircle = circles.some(({ id }) => id === forId)
    onGive({ forId, for: isCircle ? 'circle' : 'person', dueAt: found.at.toISOString() })
  }
  return (
    <form className="extension-form" onSubmit={submit} noValidate>
      <Field label="For">
        {(control) => (
          <Select
            {...control}
            required
            value={forId}
            options={[
              { value: '', label: 'Choose …' },
              ...circles.map(({ id, name }) => ({ value: id, label: name })),
              ...students.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => setForId(event.currentTarget.value)}
          />
        )}
      </Field>
      <TimeField
        label="Due instead"
        value={until}
        timeZone={timeZone}
        error={problem ?? undefined}
        onChange={setUntil}
      />
      <Button type="submit" disabled={pending || forId === ''}>
        Give extension
      </Button>
    </form>
  )
}

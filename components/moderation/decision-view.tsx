'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { api } from '@/components/api-client'
import { submitOnKey } from '@/components/keyboard/submit-on-key'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { ApiProblem } from '@/lib/api/client'
import type { DecisionShape } from '@/lib/moderation/contract/review'
import { WORDS_MAXIMUM } from '@/lib/moderation/contract/words'
import { decisionWords } from './desk-words'

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** What was decided, by which rule and why, and how to have somebody else look at it. */
export function DecisionView({
  decision,
  group,
}: {
  readonly decision: DecisionShape
  readonly group: { readonly name: string }
}) {
  const { kind, reason, rule, words, by, at, until, undone, appeal, can, appealableUntil } =
    decision
  return (
    <article className="decision">
      <p className="meta" dir="auto">
        {group.name}
      </p>
      <h1 className="page-title">{decisionWords(kind, reason)}</h1>
      <p className="meta">
        by {by?.name ?? 'a moderator'}, {DAY.format(new Date(at))}
        {until && `, until ${DAY.format(new Date(until))}`}
      </p>
      {rule && (
        <p dir="auto">
          <strong>Rule {rule.number}:</strong> {rule.words}
        </p>
      )}
      {words && (
        <blockquote className="decision-words" dir="auto">
          {words}
        </blockquote>
      )}
      {undone && <p role="status">This was taken back on {DAY.format(new Date(undone.at))}.</p>}
      {appeal && <AppealLine appeal={appeal} />}
      {can.appeal && <AppealForm id={decision.id} until={appealableUntil} />}
    </article>
  )
}

function AppealLine({ appeal }: { readonly appeal: NonNullable<DecisionShape['appeal']> }) {
  const state =
    appeal.granted === null
      ? 'Somebody else looks at it.'
      : appeal.granted
        ? 'It was granted.'
        : 'It was declined: the decision stands.'
  return (
    <section className="decision-appeal">
      <h2 className="section-title">Your appeal</h2>
      <blockquote className="decision-words" dir="auto">
        {appeal.words}
      </blockquote>
      <p role="status">{state}</p>
    </section>
  )
}

function AppealForm({ id, until }: { readonly id: string; readonly until: string }) {
  const router = useRouter()
  const [words, setWords] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() === '') return setError('Say why it should be looked at again.')
    setSending(true)
    try {
      await api.review.appeal({ id, words })
      router.refresh()
    } catch (problem) {
      setSending(false)
      setError(problem instanceof ApiProblem ? problem.message : 'It was not sent. Try again.')
    }
  }
  return (
    <form
      className="decision-appeal"
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        const form = event.currentTarget
        submitOnKey(event, () => form.requestSubmit())
      }}
    >
      <h2 className="section-title">Appeal</h2>
      <Field
        label="Why should somebody else look at this?"
        hint={`Open until ${DAY.format(new Date(until))}. Whoever decided does not decide the appeal.`}
        error={error}
      >
        {(control) => (
          <textarea
            {...control}
            className="textarea"
            rows={4}
            maxLength={WORDS_MAXIMUM}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" disabled={isSending}>
        Send the appeal
      </Button>
    </form>
  )
}

'use client'

import { useState } from 'react'
import { useChange } from '@/components/groups/use-change'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { MessageShape } from '@/lib/grading/contract'
import { momentWordsShort } from '@/lib/time-zone'
import { gradingApi } from './grading-api'

/** What a student and staff say to each other about a grade; nobody else reads it. */
export function GradeMessages({
  assignmentId: id,
  personId,
  messages,
  timeZone,
  mayRequest,
  maySettle = false,
}: {
  readonly assignmentId: string
  readonly personId: string
  readonly messages: readonly MessageShape[]
  readonly timeZone: string
  /** Whether the viewer may ask for the grade to be looked at once more. */
  readonly mayRequest: boolean
  readonly maySettle?: boolean
}) {
  const { pending, change } = useChange()
  const [words, setWords] = useState('')
  const { grading } = gradingApi
  const send = (isRequest: boolean) =>
    change(
      () => grading.say({ id, personId, words, isRequest }),
      () => setWords(''),
    )
  const isEmpty = words.trim() === ''
  return (
    <section className="grade-messages" aria-label="Conversation about the grade">
      <h3 className="strong">Conversation</h3>
      <p className="meta">Only the student and those who lead the course read this.</p>
      <ol>
        {messages.map((message) => (
          <li key={message.id}>
            <p className="byline">
              <span className="name">{message.author.name}</span>
              {message.isRequest && (
                <span className={message.settledAt ? 'badge badge-ok' : 'badge badge-warn'}>
                  {message.settledAt ? 'Regrade request, settled' : 'Regrade request'}
                </span>
              )}
              <time className="meta" dateTime={message.at}>
                {momentWordsShort(new Date(message.at), timeZone)}
              </time>
            </p>
            <p className="message-words">{message.words}</p>
            {maySettle && message.isRequest && message.settledAt === null && (
              <Button
                size="sm"
                disabled={pending}
                onClick={() =>
                  change(() => grading.settle({ id, personId, messageId: message.id }))
                }
              >
                Settled
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Field label="Message">
        {(control) => (
          <textarea
            className="input"
            rows={3}
            maxLength={5000}
            {...control}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className="row">
        <Button disabled={pending || isEmpty} onClick={() => send(false)}>
          Send
        </Button>
        {mayRequest && (
          <Button disabled={pending || isEmpty} onClick={() => send(true)}>
            Ask for a regrade
          </Button>
        )}
      </div>
    </section>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { api } from '@/components/api-client'
import { Button, ButtonLink } from '@/components/ui/button'
import { ApiProblem } from '@/lib/api/client'
import { newId } from '@/lib/ids'
import { NewReadingDetails, type ShelfOption } from './new-reading-details'
import { NewReadingText } from './new-reading-text'
import { type DraftErrors, emptyDraft, errorsIn, inputFrom } from './reading-draft'
import { useReadingDraft } from './use-reading-draft'

/** Adds a text to a shelf. What is typed survives a reload and a failed attempt. */
export function NewReadingForm({
  personId,
  shelves,
  shelf,
}: {
  readonly personId: string
  readonly shelves: readonly ShelfOption[]
  /** The shelf that one came from, or an empty word. */
  readonly shelf: string
}) {
  const router = useRouter()
  const { draft, restored, change, discard, forget } = useReadingDraft(
    `${personId}/new-reading`,
    emptyDraft(shelf),
  )
  const [errors, setErrors] = useState<DraftErrors>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const key = useRef(newId())

  const add = async () => {
    setPending(true)
    setProblem(null)
    try {
      const input = inputFrom(draft)
      const made = await api.readings.create(input, { context: { idempotencyKey: key.current } })
      await forget()
      const group = shelves.find(({ id }) => id === draft.groupId)
      router.push(`/readings/${made.slug}${group ? `?group=${group.slug}` : ''}`)
    } catch (error) {
      // A refused text is another one when it comes again; one that did not arrive is the same.
      if (error instanceof ApiProblem && error.status > 0) key.current = newId()
      setProblem(wordsFor(error))
      setPending(false)
    }
  }
  const submitted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const found = errorsIn(draft)
    setErrors(found)
    const [first] = Object.keys(found)
    if (first === undefined) void add()
    else event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
  }
  return (
    <form className="new-reading" onSubmit={submitted} noValidate>
      {restored && (
        <p className="banner" role="status">
          Your draft was kept here.
          <button type="button" className="textlink push" onClick={discard}>
            Discard it
          </button>
        </p>
      )}
      <NewReadingDetails draft={draft} errors={errors} shelves={shelves} onChange={change} />
      <NewReadingText draft={draft} error={errors.text} onChange={change} />
      {problem && (
        <p className="banner banner-warn" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <Button look="primary" size="lg" type="submit" disabled={pending}>
          {pending ? 'Adding…' : 'Add the reading'}
        </Button>
        <ButtonLink look="ghost" size="lg" href="/">
          Cancel
        </ButtonLink>
      </div>
    </form>
  )
}

function wordsFor(error: unknown): string {
  if (!(error instanceof ApiProblem)) return 'Something went wrong. Your draft is kept; try again.'
  return `${error.message} Your draft is kept.`
}

'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'
import { ApiProblem } from '@/lib/api/client'
import { newId } from '@/lib/ids'
import { addressIn, type HandedOver } from './handed-over'
import { NewReadingDetails, type ShelfOption } from './new-reading-details'
import { emptyDraft, errorsIn, inputFrom, type ReadingDraft, titleIn } from './reading-draft'
import { ReadingSource } from './reading-source'
import { useBeginImport } from './use-begin-import'
import { useCheckedForm } from './use-checked-form'
import { detectedLanguage, useDetectedLanguage } from './use-detected-language'
import { useReadingDraft } from './use-reading-draft'

const LONG_MS = 15_000

type Props = {
  readonly personId: string
  readonly shelves: readonly ShelfOption[]
  /** The group that one came from, or an empty word. */
  readonly shelf: string
}

/** Adds a text: first the words, from wherever they are; then what can be known of them is filled in. What is typed survives. */
export function NewReadingForm({ personId, shelves, shelf }: Props) {
  const kept = useReadingDraft(`${personId}/new-reading`, emptyDraft(shelf))
  const { draft, change } = kept
  const detected = useDetectedLanguage(draft.text)
  const adding = useAdding(kept, shelves)
  const take = (text: string) => change(textAnd(draft, text))
  const { importing, handOver } = useHandOver({ kept, shelves, take })
  const isText = draft.text.trim() !== '' && addressIn(draft.text) === null
  return (
    <form className="new-reading" onSubmit={adding.submitted} noValidate>
      {kept.restored && draft.text !== '' && (
        <p className="banner" role="status">
          Your draft was kept here.
          <button type="button" className="textlink push" onClick={kept.discard}>
            Discard it
          </button>
        </p>
      )}
      <ReadingSource
        draft={draft}
        language={draft.language || detected}
        error={adding.errors.text}
        importing={importing}
        onText={(text) => {
          importing.forgive()
          take(text)
        }}
        onHandedOver={handOver}
      />
      {importing.problem && <Problem>{importing.problem}</Problem>}
      {isText && !importing.sending && (
        <>
          <NewReadingDetails
            draft={draft}
            detected={detected}
            errors={adding.errors}
            shelves={shelves}
            onChange={change}
          />
          {adding.problem && <Problem>{adding.problem}</Problem>}
          <div className="row">
            <Button variant="primary" size="lg" type="submit" disabled={adding.isPending}>
              {adding.isPending ? 'Adding…' : 'Add the reading'}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}

function Problem({ children }: { readonly children: string }) {
  return (
    <p className="banner banner-warn" role="alert">
      {children}
    </p>
  )
}

/** A text in the draft. A title that came from the text follows it; one that was typed stays. */
function textAnd(draft: ReadingDraft, text: string): Partial<ReadingDraft> {
  const isFromText = draft.title.trim() === '' || draft.title === titleIn(draft.text)
  return isFromText ? { text, title: titleIn(text) ?? '' } : { text }
}

/** Taking what is pasted, dropped or chosen: a file and a text with its form become an import, plain words go into the field. */
function useHandOver({
  kept: { draft, forget },
  shelves,
  take,
}: {
  readonly kept: ReturnType<typeof useReadingDraft>
  readonly shelves: readonly ShelfOption[]
  readonly take: (text: string) => void
}) {
  const router = useRouter()
  const group = shelves.find(({ id }) => id === draft.groupId)
  const query = group ? `?group=${encodeURIComponent(group.slug)}` : ''
  const importing = useBeginImport((id) => {
    // An address has done its work; words that stand there wait for their turn.
    if (addressIn(draft.text) !== null) void forget()
    router.push(`/imports/${id}${query}`)
  })

  const importFormed = (html: string) =>
    importing.importFile(new File([html], 'Pasted text.html', { type: 'text/html' }))
  const offer = (text: string, label: string, html: string) =>
    notify({ text, duration: LONG_MS, action: { label, run: () => void importFormed(html) } })

  const handOver = (given: HandedOver): boolean => {
    if (given.kind === 'words') return false
    if (given.kind === 'file') {
      void importing.importFile(given.file)
      return true
    }
    // Among words that stand there already it can only be words.
    if (draft.text.trim() !== '') {
      offer('Pasted as plain text.', 'Import it with its formatting instead', given.html)
      return false
    }
    void importFormed(given.html).then((arrived) => {
      if (arrived) return
      take(given.words)
      offer('Pasted as plain text, without its formatting.', 'Try again', given.html)
    })
    return true
  }
  return { importing, handOver }
}

function useAdding(
  { draft, forget }: ReturnType<typeof useReadingDraft>,
  shelves: readonly ShelfOption[],
) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)
  const key = useRef(newId())

  const add = async () => {
    setPending(true)
    setProblem(null)
    try {
      const language = draft.language || (await detectedLanguage(draft.text))
      const made = await api.readings.create(inputFrom({ ...draft, language }), {
        context: { idempotencyKey: key.current },
      })
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
  const { errors, submitted } = useCheckedForm(() => errorsIn(draft), add)
  return { problem, isPending, errors, submitted }
}

function wordsFor(error: unknown): string {
  if (!(error instanceof ApiProblem)) return 'Something went wrong. Your draft is kept; try again.'
  return `${error.message} Your draft is kept.`
}

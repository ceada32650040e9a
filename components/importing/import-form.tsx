'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import { ApiProblem } from '@/lib/api/client'
import { newId } from '@/lib/ids'
import type { ImportShape } from '@/lib/importing/contract'
import { MOST_CHAPTERS } from '@/lib/importing/import'
import { ChapterChoice, type Divide } from './chapter-choice'
import { NewReadingDetails, type ShelfOption } from './new-reading-details'
import { detailErrorsIn, detailsFrom, emptyDraft, type ReadingDraft } from './reading-draft'
import { useCheckedForm } from './use-checked-form'
import { useReadingDraft } from './use-reading-draft'

/** What is said about a text that was brought in, and saving it. What is typed survives a reload. */
export function ImportForm({
  imported,
  personId,
  shelves,
  shelf,
}: {
  readonly imported: ImportShape
  readonly personId: string
  readonly shelves: readonly ShelfOption[]
  readonly shelf: string
}) {
  const router = useRouter()
  const [initial] = useState(() => draftFrom(imported, shelf))
  const { draft, change, forget } = useReadingDraft(`${personId}/import/${imported.id}`, initial)
  const [divide, setDivide] = useState<Divide>('whole')
  const [problem, setProblem] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)
  const [key] = useState(newId)

  const act = async (run: () => Promise<string>) => {
    setPending(true)
    setProblem(null)
    try {
      const next = await run()
      await forget()
      router.push(next)
    } catch (error) {
      setProblem(
        error instanceof ApiProblem
          ? error.message
          : 'Something went wrong. Nothing is lost: try again.',
      )
      setPending(false)
    }
  }
  const save = async () => {
    const { items } = await api.readings.createImported(
      { id: imported.id, divide, ...detailsFrom(draft) },
      { context: { idempotencyKey: key } },
    )
    const group = shelves.find(({ id }) => id === draft.groupId)
    const [only, ...others] = items
    return only && others.length === 0
      ? `/readings/${only.slug}${group ? `?group=${group.slug}` : ''}`
      : '/'
  }
  const drop = async () => {
    await api.imports.cancel({ id: imported.id })
    return '/readings/new'
  }
  const { errors, submitted } = useCheckedForm(
    () => detailErrorsIn(draft),
    () => act(save),
  )
  return (
    <form className="new-reading import-form" onSubmit={submitted} noValidate>
      <NewReadingDetails draft={draft} errors={errors} shelves={shelves} onChange={change} />
      {imported.parts.length > 1 && imported.parts.length <= MOST_CHAPTERS && (
        <ChapterChoice parts={imported.parts} value={divide} onChange={setDivide} />
      )}
      {problem && (
        <p className="banner banner-warn" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <Button variant="primary" size="lg" type="submit" disabled={isPending}>
          {savingWords(isPending, divide, imported.parts.length)}
        </Button>
        <Button variant="ghost" size="lg" disabled={isPending} onClick={() => void act(drop)}>
          Discard
        </Button>
      </div>
    </form>
  )
}

function savingWords(isPending: boolean, divide: Divide, chapters: number): string {
  if (isPending) return 'Saving…'
  return divide === 'whole' ? 'Save the reading' : `Save ${chapters} readings`
}

function draftFrom({ metadata, name, address }: ImportShape, shelf: string): ReadingDraft {
  const said = metadata ?? {
    title: '',
    authors: [],
    dated: '',
    sourceUrl: '',
    licence: '',
    language: 'en',
  }
  return {
    ...emptyDraft(shelf),
    title: said.title || (address === null ? name.replace(/\.[^.]{1,8}$/, '') : ''),
    authors: said.authors.join('; '),
    dated: said.dated,
    sourceUrl: said.sourceUrl,
    licence: said.licence,
    language: said.language || 'en',
  }
}

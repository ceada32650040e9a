'use client'

import Link from 'next/link'
import { useState } from 'react'
import { api } from '@/components/api-client'
import { problemWords } from '@/components/room/note-commands'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'
import type { EditStart } from './edit-start'

/** The draft was begun on a revision that is not the newest any more: what happened since, and the two ways on. */
export function OldBase({
  start: { reading, base, currentNumber, currentId },
  version,
  onAnew,
}: {
  readonly start: EditStart
  readonly version: number
  readonly onAnew: () => void
}) {
  const [pending, setPending] = useState(false)
  const run = async (work: () => Promise<unknown>) => {
    setPending(true)
    try {
      await work()
      location.reload()
    } catch (error) {
      notify({ text: problemWords(error) })
      setPending(false)
    }
  }
  const goOn = async () => {
    const { draft } = await api.revisions.getDraft({ id: reading.id })
    if (!draft) return onAnew()
    await api.revisions.keepDraft({
      id: reading.id,
      baseRevisionId: currentId,
      version: draft.version,
      doc: draft.doc,
      edits: null,
    })
  }
  const changes = `/readings/${reading.slug}/revisions/changes?from=${base.number}&to=${currentNumber}`
  return (
    <div className="banner banner-warn old-base" role="alert">
      <p>
        <b>Revision {currentNumber} was published since this draft was begun</b> on revision{' '}
        {base.number}. To publish this text, it must take the place of that one.{' '}
        <Link href={changes}>What changed meanwhile</Link>
      </p>
      <Button size="sm" disabled={pending} onClick={() => void run(goOn)}>
        Go on over revision {currentNumber}
      </Button>
      <Button
        variant="quiet"
        size="sm"
        disabled={pending || version === 0}
        onClick={() => void run(() => api.revisions.discardDraft({ id: reading.id }))}
      >
        Throw this draft away
      </Button>
    </div>
  )
}

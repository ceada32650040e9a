'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import type { ImportShape } from '@/lib/importing/contract'
import { useImportProgress } from './use-import-progress'
import { progressWords } from './words'

/** How far a text is read, and stopping it. */
export function ImportProgress({ initial }: { readonly initial: ImportShape }) {
  const router = useRouter()
  const { shown, isAway } = useImportProgress(initial)
  const [isStopping, setStopping] = useState(false)

  const stop = async () => {
    setStopping(true)
    try {
      await api.imports.cancel({ id: initial.id })
      router.refresh()
    } catch {
      setStopping(false)
    }
  }
  const { done, total } = shown.progress
  return (
    <section className="import-progress" aria-label="Progress">
      <progress aria-label="Read" {...(total ? { max: total, value: done } : {})} />
      <p role="status">
        {isAway ? 'The server cannot be reached. It goes on reading there.' : progressWords(shown)}
      </p>
      <p className="meta">You may leave this page: you will be told when it is ready.</p>
      <Button onClick={() => void stop()} disabled={isStopping}>
        {isStopping ? 'Stopping…' : 'Stop'}
      </Button>
    </section>
  )
}

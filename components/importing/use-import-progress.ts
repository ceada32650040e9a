'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { api } from '@/components/api-client'
import { ApiProblem } from '@/lib/api/client'
import type { ImportShape } from '@/lib/importing/contract'
import { isOpen } from '@/lib/importing/import'

const ASK_MS = 800

/** How far an import is, asked again and again until it is over; then the page is made anew. `isAway`: the server does not answer. */
export function useImportProgress(initial: ImportShape) {
  const router = useRouter()
  const [shown, setShown] = useState(initial)
  const [isAway, setAway] = useState(false)
  const { id } = initial

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const next = (now: ImportShape | null, away: boolean) => {
      setAway(away)
      if (now) setShown(now)
      if (now && !isOpen(now.state)) router.refresh()
      else timer = setTimeout(ask, ASK_MS)
    }
    let isHere = true
    function ask(): void {
      api.imports.get({ id }).then(
        (now) => isHere && next(now, false),
        (error: unknown) => isHere && next(null, error instanceof ApiProblem && error.status === 0),
      )
    }
    timer = setTimeout(ask, ASK_MS)
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [id, router])

  return { shown, isAway }
}

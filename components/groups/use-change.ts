'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { notify } from '@/components/ui/toast'

/**
 * Runs a change through the API, then reads the page anew. What went wrong is said in the words of the API, and the page stays
 * as it was.
 */
export function useChange(): {
  readonly pending: boolean
  readonly change: (work: () => Promise<unknown>, after?: () => void) => void
} {
  const router = useRouter()
  const [running, setRunning] = useState(false)
  const [refreshing, startRefresh] = useTransition()

  async function run(work: () => Promise<unknown>, after?: () => void): Promise<void> {
    setRunning(true)
    try {
      await work()
      after?.()
      startRefresh(() => router.refresh())
    } catch (error) {
      notify({
        text: error instanceof Error ? error.message : 'That did not work. Nothing changed.',
      })
    } finally {
      setRunning(false)
    }
  }

  return { pending: running || refreshing, change: (work, after) => void run(work, after) }
}

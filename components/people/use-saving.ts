'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { ApiProblem } from '@/lib/api/client'

/** How a change stands: under way, done (in words), or refused (in the words of the API). */
export type Saving = {
  readonly pending: boolean
  readonly done: string | null
  readonly problem: string | null
  /** The API's code of the problem. */
  readonly code: string | null
  /** Runs a change through the API, then reads the page anew. `words` say what was done. */
  readonly save: (work: () => Promise<unknown>, words: string) => void
}

/** Keeps what came of a change beside the form that asked for it, where it is read. */
export function useSaving(): Saving {
  const router = useRouter()
  const [running, setRunning] = useState(false)
  const [refreshing, startRefresh] = useTransition()
  const [done, setDone] = useState<string | null>(null)
  const [problem, setProblem] = useState<{ code: string; words: string } | null>(null)

  async function run(work: () => Promise<unknown>, words: string): Promise<void> {
    setRunning(true)
    setDone(null)
    setProblem(null)
    try {
      await work()
      setDone(words)
      startRefresh(() => router.refresh())
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setRunning(false)
    }
  }

  return {
    pending: running || refreshing,
    done,
    problem: problem?.words ?? null,
    code: problem?.code ?? null,
    save: (work, words) => void run(work, words),
  }
}

function problemOf(error: unknown): { code: string; words: string } {
  if (error instanceof ApiProblem) return { code: error.code, words: error.message }
  return { code: 'unknown', words: 'That did not work. Nothing changed: try again.' }
}

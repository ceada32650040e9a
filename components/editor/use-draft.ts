'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Draft, DraftAbout } from './draft-shape'
import { forgetDraft, forgetSent, keepDraft, keepLastWords, keptDraft } from './drafts'

const PAUSE_MS = 250

export type DraftBook = {
  /** Undefined while it is looked up; null when there is none. */
  readonly kept: Draft | null | undefined
  /** Rises when the draft was discarded: the editor begins anew. */
  readonly turn: number
  readonly keep: (draft: Draft) => void
  /** Begins anew after sending; what was sent stays kept until it has arrived. */
  readonly leave: () => void
  /** What was sent has arrived, or is kept among what is to be sent. */
  readonly arrived: (text: string) => void
  /** Forgets it and begins anew. */
  readonly discard: () => void
}

/** The draft at a key: looked up once, kept a quarter of a second after each change and at once when the page is left. */
export function useDraft(key: string, about?: DraftAbout): DraftBook {
  const [kept, setKept] = useState<Draft | null>()
  const [turn, setTurn] = useState(0)
  const waiting = useRef<{ draft: Draft; timer: ReturnType<typeof setTimeout> } | null>(null)
  const whereabouts = useRef(about)

  const flush = useCallback(() => {
    if (!waiting.current) return
    clearTimeout(waiting.current.timer)
    const { draft } = waiting.current
    waiting.current = null
    void keepDraft(key, draft)
  }, [key])

  useEffect(() => {
    let away = false
    void keptDraft(key).then((draft) => {
      if (!away) setKept(draft)
    })
    const goAway = () => {
      if (waiting.current) keepLastWords(key, waiting.current.draft)
      flush()
    }
    window.addEventListener('pagehide', goAway)
    return () => {
      away = true
      window.removeEventListener('pagehide', goAway)
      flush()
    }
  }, [key, flush])

  const keep = useCallback(
    (draft: Draft) => {
      if (waiting.current) clearTimeout(waiting.current.timer)
      const dated = { ...draft, about: whereabouts.current, at: new Date().toISOString() }
      waiting.current = { draft: dated, timer: setTimeout(flush, PAUSE_MS) }
    },
    [flush],
  )
  const renew = useCallback(() => {
    setKept(null)
    setTurn((before) => before + 1)
  }, [])
  const leave = useCallback(() => {
    flush()
    renew()
  }, [flush, renew])
  const arrived = useCallback(
    (text: string) => {
      flush()
      void forgetSent(key, text)
    },
    [key, flush],
  )
  const discard = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
    void forgetDraft(key)
    renew()
  }, [key, renew])
  return { kept, turn, keep, leave, arrived, discard }
}

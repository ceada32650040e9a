'use client'

import { useEffect, useRef, useState } from 'react'
import {
  changedIn,
  keepLastReading,
  keepReading,
  keptReading,
  type ReadingDraft,
} from './reading-draft'

const PAUSE_MS = 300

/**
 * The draft of a form, `initial` until somebody types. What is typed is kept in the browser, after a moment and when the page or the
 * form goes away, under `place`; `restored` when it came from there.
 */
export function useReadingDraft(place: string, initial: ReadingDraft) {
  const [draft, setDraft] = useState<ReadingDraft>(initial)
  const [restored, setRestored] = useState(false)
  const touched = useRef(false)
  const offered = useRef(initial)
  const latest = useRef(draft)

  useEffect(() => {
    let here = true
    void keptReading(place).then((kept) => {
      if (!here || !kept || touched.current) return
      setDraft({ ...offered.current, ...kept })
      setRestored(true)
    })
    return () => {
      here = false
    }
  }, [place])

  useEffect(() => {
    latest.current = draft
  }, [draft])

  useEffect(
    () => () => {
      if (touched.current) void keepReading(place, changedIn(latest.current, offered.current))
    },
    [place],
  )

  useEffect(() => {
    if (!touched.current) return
    const changed = () => changedIn(draft, offered.current)
    const timer = setTimeout(() => void keepReading(place, changed()), PAUSE_MS)
    const goAway = () => {
      if (touched.current) keepLastReading(place, changed())
    }
    window.addEventListener('pagehide', goAway)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', goAway)
    }
  }, [draft, place])

  return {
    draft,
    restored,
    change: (part: Partial<ReadingDraft>) => {
      touched.current = true
      setDraft((current) => ({ ...current, ...part }))
    },
    discard: () => {
      touched.current = false
      setDraft(initial)
      setRestored(false)
      void keepReading(place, null)
    },
    /** It has arrived: nothing is kept any more. */
    forget: async () => {
      touched.current = false
      await keepReading(place, null)
    },
  }
}

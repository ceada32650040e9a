'use client'

import { useEffect, useRef, useState } from 'react'
import { emptyDraft, keepReading, keptReading, type ReadingDraft } from './reading-draft'

const PAUSE_MS = 300

/** The draft of the form. What is typed is kept in the browser after a moment; `restored` when it came from there. */
export function useReadingDraft(personId: string, groupId: string) {
  const [draft, setDraft] = useState<ReadingDraft>(() => emptyDraft(groupId))
  const [restored, setRestored] = useState(false)
  const touched = useRef(false)

  useEffect(() => {
    let here = true
    void keptReading(personId).then((kept) => {
      if (!here || !kept || touched.current) return
      setDraft(kept)
      setRestored(true)
    })
    return () => {
      here = false
    }
  }, [personId])

  useEffect(() => {
    if (!touched.current) return
    const timer = setTimeout(() => void keepReading(personId, draft), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft, personId])

  return {
    draft,
    restored,
    change: (part: Partial<ReadingDraft>) => {
      touched.current = true
      setDraft((current) => ({ ...current, ...part }))
    },
    discard: () => {
      touched.current = false
      setDraft(emptyDraft(groupId))
      setRestored(false)
      void keepReading(personId, null)
    },
    /** It has arrived: nothing is kept any more. */
    forget: async () => {
      touched.current = false
      await keepReading(personId, null)
    },
  }
}

'use client'

import { useEffect, useState } from 'react'
import type { Draft } from './draft-shape'
import { keptDrafts, onDraftChange } from './drafts'

export type KeptDrafts = readonly (readonly [string, Draft])[]

/** The drafts whose keys begin so, the newest first; looked up again whenever one is kept or forgotten. */
export function useDrafts(prefix: string): KeptDrafts {
  const [drafts, setDrafts] = useState<KeptDrafts>([])
  useEffect(() => {
    let away = false
    const look = () =>
      void keptDrafts(prefix).then((found) => {
        if (!away) setDrafts(found)
      })
    look()
    const stop = onDraftChange((key) => {
      if (key.startsWith(prefix)) look()
    })
    return () => {
      away = true
      stop()
    }
  }, [prefix])
  return drafts
}

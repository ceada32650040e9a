'use client'

import { useSyncExternalStore } from 'react'

/** From here on notes stand in the margin; below they come in a sheet. */
const MARGIN = '(min-width: 1120px)'
const SIDE = '(min-width: 760px)'

export type Width = 'margin' | 'side' | 'phone'

function subscribe(changed: () => void): () => void {
  const queries = [matchMedia(MARGIN), matchMedia(SIDE)]
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
  }
}

function width(): Width {
  if (matchMedia(MARGIN).matches) return 'margin'
  return matchMedia(SIDE).matches ? 'side' : 'phone'
}

/** How much room there is for notes; null on the server. */
export function useWidth(): Width | null {
  return useSyncExternalStore<Width | null>(subscribe, width, () => null)
}

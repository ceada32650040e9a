'use client'

import { IconButton } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'
import { useDebate, useDebateStore } from './debate-context'
import { reasonOf } from './debate-store'

/** Which of the theses is shown, and the way to the others. */
export function ThesisNav() {
  const store = useDebateStore()
  const theses = useDebate(({ debate }) => debate.theses)
  const shown = useDebate(({ debate }) => debate.thesisId)
  const standing = theses.filter(({ adopted }) => adopted)
  const at = standing.findIndex(({ id }) => id === shown)
  if (at < 0 || standing.length < 2) return null
  const go = (step: number) => {
    const next = standing[(at + step + standing.length) % standing.length]
    store.show(next?.id).catch((error: unknown) => notify({ text: reasonOf(error) }))
  }
  return (
    <span className="row thesis-nav">
      <span className="meta num" aria-live="polite">
        Thesis {at + 1} of {standing.length}
      </span>
      <IconButton icon="left" size="xs" label="Thesis before" onClick={() => go(-1)} />
      <IconButton icon="right" size="xs" label="Next thesis" onClick={() => go(1)} />
    </span>
  )
}

import { useEffect } from 'react'
import { notify } from '@/components/ui/toast'
import { useDebateStore } from './debate-context'
import type { DebateStore } from './debate-store'

/** `#claims=…` in the address names the way from the thesis to a claim; `#write=…` a form with a draft. */
export function useAddress(): void {
  const store = useDebateStore()
  useEffect(() => {
    const look = () => {
      const [, way] = /^#claims=([\w.-]+)$/.exec(location.hash) ?? []
      // What cannot be loaded now is not marked: the debate itself is there.
      if (way) store.mark(way.split('.')).catch(() => {})
      const [, form] = /^#write=([\w.~-]+)$/.exec(location.hash) ?? []
      if (form) void openForm(store, form)
    }
    look()
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [store])
}

/** The part of an address that opens a form again, below a thesis and by a way. */
export function formHash(thesisId: string, way: readonly string[], form: string): string {
  return `#write=${[thesisId, form, ...way].join('~')}`
}

async function openForm(store: DebateStore, hash: string): Promise<void> {
  const [thesisId = '', form = '', ...way] = hash.split('~')
  // The next press on the same draft is a change of the address again.
  history.replaceState(null, '', location.pathname + location.search)
  const isThere = await store.write(thesisId, way, form).catch(() => false)
  if (isThere) return
  notify({
    text: 'What this was written for is no longer here. Your words are kept among your drafts.',
  })
}

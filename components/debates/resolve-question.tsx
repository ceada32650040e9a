'use client'

import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { useDebateStore } from './debate-context'
import { debatesApi } from './debates-api'

/** Settles a question, or opens it again. */
export function ResolveQuestion({ claim: { id, can, resolved } }: { readonly claim: ClaimShape }) {
  const store = useDebateStore()
  if (!can.resolve) return null
  const change = async () => {
    await (resolved ? api.threads.reopen({ id }) : api.threads.resolve({ id }))
    return debatesApi.claims.get({ id })
  }
  return (
    <Button size="sm" variant="ghost" icon="resolve" onClick={() => void store.ask(change)}>
      {resolved ? 'Open it again' : 'Settle it'}
    </Button>
  )
}

import { useEffect, useState } from 'react'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { useDebate } from './debate-context'
import { keyOf } from './debate-state'

/** Which of some folded claims is open: the one that is pressed, or the way to the marked one leads through. */
export function useMarkedOpen(claims: readonly ClaimShape[]) {
  const onTheWay = useDebate(({ marked }) => marked[0] ?? null)
  const led = claims.find((claim) => keyOf(claim) === onTheWay)?.id ?? null
  const [open, setOpen] = useState<string | null>(null)
  useEffect(() => {
    if (led !== null) setOpen(led)
  }, [led])
  return [open, setOpen] as const
}

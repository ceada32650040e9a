import { useState } from 'react'
import type { Relation } from '@/lib/debates/claim'
import { useDebate, useDebateStore } from './debate-context'
import { formKey } from './debate-state'

/** Whether the form for a claim is open: since it was asked for here, or since a draft led to it. */
export function useWriting(parentId: string, relation: Relation | null) {
  const store = useDebateStore()
  const isLed = useDebate(({ writing }) => writing === formKey(parentId, relation))
  const [isOpen, setOpen] = useState(false)
  const set = (open: boolean) => {
    setOpen(open)
    if (!open && isLed) store.endWriting()
  }
  return [isOpen || isLed, set] as const
}

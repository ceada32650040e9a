'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { assignmentsApi } from '@/components/assignments/assignments-api'
import { notify } from '@/components/ui/toast'
import type { CirclesShape } from '@/lib/circles/contract'
import { circlesInput, type DraftCircle, savedCircles } from './arranging'

/** Circles while they are arranged: nothing is told to the server before it is saved, and what was saved can be undone. */
export function useCircles(
  place: { groupId: string; assignmentId: string | null; students: ReadonlySet<string> },
  start: CirclesShape,
) {
  const router = useRouter()
  const [saved, setSaved] = useState(() => savedCircles(start, place.students))
  const [circles, setCircles] = useState(saved)
  const [pending, setPending] = useState(false)

  async function store(wanted: readonly DraftCircle[]): Promise<boolean> {
    setPending(true)
    try {
      const { groupId: id, assignmentId } = place
      const answer = await assignmentsApi.circles.arrange({
        id,
        ...(assignmentId === null ? {} : { assignmentId }),
        circles: circlesInput(wanted),
      })
      const now = savedCircles(answer, place.students)
      setSaved(now)
      setCircles(now)
      router.refresh()
      return true
    } catch (error) {
      notify({ text: error instanceof Error ? error.message : 'That did not work.' })
      return false
    } finally {
      setPending(false)
    }
  }

  async function save(): Promise<void> {
    const before = saved
    if (!(await store(circles))) return
    // Circles that ended do not come back: people are put into new ones of the same name.
    const again = before.map((circle) => ({ ...circle, id: null }))
    notify({
      text: 'Circles saved',
      action: { label: 'Undo', run: () => void store(again) },
    })
  }

  return {
    circles,
    saved,
    pending,
    setCircles,
    discard: () => setCircles(saved),
    save: () => void save(),
  }
}

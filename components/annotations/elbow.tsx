'use client'

import { type RefObject, useEffect, useState } from 'react'
import { COMPOSER } from './margin-engine'
import { useRoom } from './room-context'
import type { RoomState } from './room-state'

/** The line from an open card to the line of text it is about. */
export function Elbow({
  id,
  column,
}: {
  readonly id: string
  readonly column: RefObject<HTMLElement | null>
}) {
  const geometry = useRoom((state) => state.geometry)
  const start = useRoom((state) => targetOf(state, id)?.start)
  const end = useRoom((state) => targetOf(state, id)?.end)
  const [length, setLength] = useState(0)
  useEffect(() => {
    if (!geometry?.endOf || start === undefined || end === undefined) return
    const measure = () => {
      const from = geometry.endOf?.(start, end)
      const to = column.current?.getBoundingClientRect().left
      setLength(from && to ? Math.max(0, Math.round(to - from) - 2) : 0)
    }
    measure()
    return geometry.observe(measure)
  }, [geometry, start, end, column])
  return <span className="elbow" style={{ inlineSize: length }} aria-hidden="true" />
}

function targetOf({ notes, pending }: RoomState, id: string) {
  return id === COMPOSER ? pending?.target : notes.get(id)?.target
}

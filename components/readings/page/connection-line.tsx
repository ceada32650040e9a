'use client'

import { useEffect, useState } from 'react'
import { useRoom } from '@/components/room/context'

const PATIENCE_MS = 3_000

/** Says when the line to the server is broken, and that nothing is lost. A short gap is not worth a word. */
export function ConnectionLine() {
  const connection = useRoom((state) => state.connection)
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (connection === 'live') return
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [connection])
  return (
    <span className="connection" role="status">
      {late && connection === 'connecting' && 'Reconnecting… what you write is kept.'}
      {late && connection === 'offline' && 'You are offline. What you write is kept.'}
    </span>
  )
}

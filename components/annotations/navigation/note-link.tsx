'use client'

import { useEffect, useState } from 'react'
import { useRoom, useRoomStore } from '@/components/room/context'
import { ApiProblem } from '@/lib/api/client'

/**
 * Follows `#note=…` in the address: to the passage, the open card and its heading, or says plainly why not. `#place=…` asks for the
 * passage that the note shall stand on.
 */
export function NoteLink() {
  const room = useRoomStore()
  const ready = useRoom(({ geometry }) => geometry !== null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    if (!ready) return
    const follow = () => {
      const [, what, id] = /^#(note|place)=([\w-]+)$/.exec(location.hash) ?? []
      if (!id) return
      setProblem(null)
      room.visit(id).then(
        () => what === 'place' && room.choosePlace(id),
        (error: unknown) => setProblem(whyNot(error)),
      )
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [ready, room])
  if (problem === null) return null
  return (
    <div className="banner note-problem" role="alert">
      {problem}
      <button type="button" className="textlink push" onClick={() => setProblem(null)}>
        Close
      </button>
    </div>
  )
}

function whyNot(error: unknown): string {
  const gone = error instanceof ApiProblem && [401, 403, 404].includes(error.status)
  return gone
    ? 'This link leads to a note that you may not see, or that was deleted.'
    : 'The note that this link leads to cannot be loaded now. Reload to try again.'
}

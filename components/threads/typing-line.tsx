'use client'

import { useRoom } from '@/components/room/context'
import type { RoomState } from '@/components/room/state'

/** Who else writes in a thread now. */
export function TypingLine({ threadId }: { readonly threadId: string }) {
  // A string, so that a step of somebody else's renders nothing here.
  const names = useRoom((state) => writersIn(state, threadId))
  if (names === '') return null
  return (
    <p className="meta typing" role="status">
      {names}
      <span className="ell">…</span>
    </p>
  )
}

function writersIn({ presence, me }: RoomState, threadId: string): string {
  const names = presence
    .filter(({ id, typingIn }) => typingIn === threadId && id !== me?.id)
    .map(({ name }) => name)
  if (names.length === 0) return ''
  if (names.length === 1) return `${names[0]} is writing`
  if (names.length === 2) return `${names[0]} and ${names[1]} are writing`
  return `${names[0]} and ${names.length - 1} others are writing`
}

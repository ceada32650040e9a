'use client'

import { useRoom } from '@/components/room/context'
import { Avatars } from '@/components/ui/avatar'

const SHOWN = 3

/** Who has this text open now, besides oneself. */
export function PresenceHere() {
  const presence = useRoom((state) => state.presence)
  const me = useRoom((state) => state.me)
  const others = presence.filter(({ id }) => id !== me?.id)
  if (others.length === 0) return null
  const names = others.map(({ name }) => name)
  return (
    <span className="presence hide-s" title={`Here now: ${names.join(', ')}`}>
      <Avatars people={others.slice(0, SHOWN)} size={28} label={`Here now: ${names.join(', ')}`} />
      <span className="meta">
        <b className="livedot" />
        {presence.length} here
      </span>
    </span>
  )
}

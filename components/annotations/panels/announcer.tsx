'use client'

import { useRoom } from '@/components/room/context'

/** Says to screen readers what others have just written and whether one's own has arrived. */
export function Announcer() {
  const said = useRoom((state) => state.said)
  return (
    <div className="vh" role="status" aria-live="polite">
      <span key={said.turn}>{said.words}</span>
    </div>
  )
}

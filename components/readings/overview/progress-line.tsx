'use client'

import { usePlace } from '@/components/readings/article/article-context'
import { useRoom } from '@/components/room/context'

/** How far one has read, as a line under the header. */
export function ProgressLine() {
  const length = useRoom(({ reading }) => reading.sections.at(-1)?.end ?? 1)
  const share = usePlace(({ to }) => Math.round((to / Math.max(1, length)) * 1000) / 1000)
  return (
    <span className="progress-line" role="presentation">
      {share !== null && <i style={{ transform: `scaleX(${Math.min(1, share)})` }} />}
    </span>
  )
}

import { shownSegments } from '@/components/room/coverage'
import type { RoomStore } from '@/components/room/store'
import { highlightPainter } from './highlight-painter'
import type { TextIndex } from './text-index'

/** Keeps the marks as the room's segments are. Returns how to stop. */
export function keepPainted(room: RoomStore, index: TextIndex): () => void {
  const painter = highlightPainter(index)
  let painted = shownSegments(room.getState())
  painter.paint(painted)
  const idle = whenIdle(() => painter.adopt())
  const unsubscribe = room.subscribe(() => {
    const segments = shownSegments(room.getState())
    if (segments === painted) return
    painted = segments
    painter.paint(segments)
  })
  return () => {
    idle()
    unsubscribe()
  }
}

/** The server's marks get their buttons when nothing else waits. Returns how to call it off. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, 200)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(work, { timeout: 1_000 })
  return () => cancelIdleCallback(handle)
}

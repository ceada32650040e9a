// Which part of the text is in the window, asked of the layout once a frame while scrolling and told only when it changes.

import type { PassageGeometry } from '@/components/room/passage-geometry'

/** Offsets of the first and the last text in the window, and of the line that the eye rests on. */
export type Place = { readonly from: number; readonly to: number; readonly eye: number }

export type ReadingPlace = {
  readonly current: () => Place
  readonly subscribe: (listener: () => void) => () => void
  readonly stop: () => void
}

const HEADER = 52
const EYE = 0.3

/** Watches the window. Call `stop` when the text goes. */
export function readingPlace(geometry: PassageGeometry): ReadingPlace {
  const listeners = new Set<() => void>()
  let place = look(geometry)
  let frame = 0
  const update = () => {
    frame = 0
    const next = look(geometry)
    if (next.from === place.from && next.to === place.to && next.eye === place.eye) return
    place = next
    for (const listener of listeners) listener()
  }
  const later = () => {
    frame ||= requestAnimationFrame(update)
  }
  window.addEventListener('scroll', later, { passive: true })
  const stopObserving = geometry.observe(later)
  return {
    current: () => place,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', later)
      stopObserving()
    },
  }
}

function look(geometry: PassageGeometry): Place {
  const top = scrollY + HEADER
  const { from, to } = geometry.textBetween(top, scrollY + innerHeight)
  const line = scrollY + HEADER + (innerHeight - HEADER) * EYE
  return { from, to, eye: geometry.textBetween(line, line).from }
}

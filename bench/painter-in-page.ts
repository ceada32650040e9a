// What is measured of our painting inside a page: bundled by itself and run against the real article in the real browser.

import { highlightPainter } from '@/components/readings/article/highlight-painter'
import { indexText } from '@/components/readings/article/text-index'
import { raise, type Segment, segmentsOf } from '@/lib/text/segments'

type Place = { readonly start: number; readonly end: number }

declare global {
  interface Window {
    colloquyPainting?: {
      /** Takes the places in: how they come into the page is not measured. */
      keep(places: readonly Place[]): void
      /** Flattens and paints all places that were kept, and lays the page out. */
      all(): void
      /** Takes all marks away. */
      none(): void
      /** Adds one place to what is painted, as the room does when somebody writes. */
      one(place: Place): void
    }
  }
}

const root = document.querySelector<HTMLElement>('#text > article')
if (!root) throw new Error('the page has no article')
const painter = highlightPainter(indexText(root))
let painted: readonly Segment[] = []
let kept: readonly Place[] = []

function show(segments: readonly Segment[]): void {
  painted = segments
  painter.paint(segments)
  root?.getBoundingClientRect()
}

window.colloquyPainting = {
  keep(places) {
    kept = places
  },
  all: () => show(segmentsOf(kept.map(annotated))),
  none: () => show([]),
  one: (place) => show(raise(painted, annotated(place))),
}

function annotated({ start, end }: Place) {
  return { start, end, mine: false, private: false, resolved: false }
}

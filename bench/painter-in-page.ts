// What is measured of our painting inside a page: bundled by itself and run against the real article in the real browser.

import { highlightPainter } from '@/components/readings/highlight-painter'
import { indexText } from '@/components/readings/text-index'
import { segmentsOf } from '@/lib/text/segments'

type Place = { readonly start: number; readonly end: number }
type Times = { readonly all: readonly number[]; readonly one: readonly number[] }

declare global {
  interface Window {
    colloquyPainting?: (places: readonly Place[], more: readonly Place[]) => Times
  }
}

const TURNS = 5

// Milliseconds to flatten and paint all places and lay the page out, several times; then to add each of `more` to them.
window.colloquyPainting = (places, more) => {
  const root = document.querySelector<HTMLElement>('#text > article')
  if (!root) throw new Error('the page has no article')
  const painter = highlightPainter(indexText(root))
  const show = (shown: readonly Place[]) => {
    const began = performance.now()
    painter.paint(segmentsOf(shown.map(annotated)))
    root.getBoundingClientRect()
    return performance.now() - began
  }
  const all = Array.from({ length: TURNS }, () => {
    painter.paint([])
    root.getBoundingClientRect()
    return show(places)
  })
  const one = more.map((place) => {
    show(places)
    return show([...places, place])
  })
  return { all, one }
}

function annotated({ start, end }: Place) {
  return { start, end, mine: false, private: false, resolved: false }
}

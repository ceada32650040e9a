import type { PassageGeometry } from '@/components/room/passage-geometry'
import { pulse } from './pulse'
import type { TextIndex } from './text-index'

/** Where a passage is brought to when it is revealed: so much of the window above it. */
const ABOVE = 0.28

/** Where passages lie on the page, read from the layout as it is now. */
export function articleGeometry(root: HTMLElement, index: TextIndex): PassageGeometry {
  const firstLine = (start: number, end: number): DOMRect | null => {
    const rects = index.rangeOf(start, end)?.getClientRects() ?? []
    return [...rects].find(({ width }) => width > 0) ?? null
  }
  return {
    topOf: (start, end) => {
      const line = firstLine(start, end)
      return line && line.top + scrollY
    },
    textBetween: (top, bottom) => textBetween(index, top - scrollY, bottom - scrollY),
    textOf: (start, end) => index.textOf(start, end),
    observe: (moved) => observeLayout(root, moved),
    reveal: (start, end) => {
      scrollTo(index, start, end)
      pulse(root, index, start, end)
    },
  }
}

function scrollTo(index: TextIndex, start: number, end: number): void {
  const top = index.rangeOf(start, end)?.getClientRects()[0]?.top
  if (top === undefined) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const far = Math.abs(top) > innerHeight * 3
  // Over a long way the eye gains nothing from the flight, and text that was never laid out would make it miss.
  window.scrollTo({
    top: top + scrollY - innerHeight * ABOVE,
    behavior: calm || far ? 'instant' : 'smooth',
  })
}

/** The offsets of what lies between two heights of the window. Asks the layout about log n blocks. */
function textBetween(
  { blocks }: TextIndex,
  top: number,
  bottom: number,
): { from: number; to: number } {
  const first = firstBlock(blocks.length, (at) => bottomOf(blocks[at]?.element) >= top)
  const after = firstBlock(blocks.length, (at) => topOf(blocks[at]?.element) > bottom)
  const from = blocks[Math.min(first, blocks.length - 1)]?.start ?? 0
  return { from, to: Math.max(from, blocks[after - 1]?.end ?? from) }
}

function topOf(element: Element | undefined): number {
  return element?.getBoundingClientRect().top ?? 0
}

function bottomOf(element: Element | undefined): number {
  return element?.getBoundingClientRect().bottom ?? 0
}

/** The first of n for which something holds that holds for all after it; n when for none. */
function firstBlock(length: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function observeLayout(root: HTMLElement, moved: () => void): () => void {
  const observer = new ResizeObserver(moved)
  observer.observe(root)
  observer.observe(document.documentElement)
  document.fonts.addEventListener('loadingdone', moved)
  return () => {
    observer.disconnect()
    document.fonts.removeEventListener('loadingdone', moved)
  }
}

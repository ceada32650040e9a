// Keeps the marks of the article true to the segments without React: only blocks whose marks change are touched, so that the cost
// of one more note is one block's, whatever the number of notes. What a reader has selected or focused there stays so.

import type { Segment } from '@/lib/text/segments'
import { markWords } from './mark-words'
import { segmentOfMark, unwrapMarks, wrapMarks } from './mark-wrap'
import { type IndexedBlock, placeIn, type TextIndex, textOfBlock } from './text-index'

export type HighlightPainter = {
  /** Shows these segments: disjoint and sorted. Gives the number of blocks that were touched. */
  readonly paint: (segments: readonly Segment[]) => number
  /** Puts into each of the server's marks what makes it reachable by keyboard and screen reader. */
  readonly adopt: () => void
}

/** The painter of an article; learns from the page what is painted already. */
export function highlightPainter(index: TextIndex): HighlightPainter {
  const painted = new Map(index.blocks.map((block) => [block, signature(paintedIn(block))]))
  return {
    paint(segments) {
      let touched = 0
      for (const [block, within] of dealt(segments, index.blocks)) {
        const wanted = signature(within)
        if (painted.get(block) === wanted) continue
        repaint(index, block, within)
        painted.set(block, wanted)
        touched += 1
      }
      return touched
    },
    adopt() {
      for (const block of index.blocks) addButtons(block)
    },
  }
}

function paintedIn({ element }: IndexedBlock): Segment[] {
  return [...element.querySelectorAll<HTMLElement>('mark.hl')].map(segmentOfMark)
}

function signature(segments: readonly Segment[]): string {
  return segments.map(({ start, end, level, state }) => `${start}-${end}:${level}${state}`).join()
}

/** Each block with the segments in it, cut at its borders. One pass over both. */
export function dealt<Block extends { readonly start: number; readonly end: number }>(
  segments: readonly Segment[],
  blocks: readonly Block[],
): [Block, Segment[]][] {
  let next = 0
  return blocks.map((block) => {
    while ((segments[next]?.end ?? Number.POSITIVE_INFINITY) <= block.start) next += 1
    const within: Segment[] = []
    for (let at = next; at < segments.length; at += 1) {
      const segment = segments[at]
      if (!segment || segment.start >= block.end) break
      within.push({
        ...segment,
        start: Math.max(segment.start, block.start),
        end: Math.min(segment.end, block.end),
      })
    }
    return [block, within]
  })
}

function repaint(index: TextIndex, block: IndexedBlock, segments: readonly Segment[]): void {
  const restore = keepPlace(index, block)
  unwrapMarks(block.element)
  wrapMarks(block.element, block.start, segments)
  addButtons(block)
  restore()
}

/** A nameless box would be skipped by nobody's Tab key: each mark begins with a button that says what it holds. */
function addButtons({ element }: IndexedBlock): void {
  for (const mark of element.querySelectorAll<HTMLElement>('mark.hl')) {
    if (mark.querySelector('[data-aside]')) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'mark-button'
    button.dataset.aside = ''
    button.setAttribute('aria-label', markWords(segmentOfMark(mark), textOfBlock(mark)))
    mark.prepend(button)
  }
}

/** Remembers what is selected or focused in a block by offsets, since its nodes are about to change. */
function keepPlace(index: TextIndex, { element }: IndexedBlock): () => void {
  const focused = document.activeElement?.closest<HTMLElement>('mark.hl')
  const focusedStart = focused && element.contains(focused) ? focused.dataset.start : undefined
  const selection = keepSelection(index, element)
  return () => {
    selection()
    if (focusedStart === undefined) return
    const mark = element.querySelector<HTMLElement>(`mark[data-start="${focusedStart}"]`)
    mark?.querySelector('button')?.focus({ preventScroll: true })
  }
}

function keepSelection(index: TextIndex, element: HTMLElement): () => void {
  const selection = document.getSelection()
  if (!selection?.anchorNode || !selection.focusNode || selection.isCollapsed) return () => {}
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  if (!element.contains(anchorNode) && !element.contains(focusNode)) return () => {}
  const anchor = index.offsetAt(anchorNode, anchorOffset)
  const focus = index.offsetAt(focusNode, focusOffset)
  return () => {
    const from = nodePlace(index, anchor)
    const to = nodePlace(index, focus)
    if (from && to) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }
}

function nodePlace(index: TextIndex, offset: number | null) {
  const block = offset === null ? null : index.blockAt(offset)
  return block && offset !== null ? placeIn(block.element, offset - block.start, 'previous') : null
}

// Marks in one block of the article, put in and taken out so that what remains is what the server would have sent: a mark is the
// outermost inline element of its run, and nothing stays split where a mark has been.

import type { Segment } from '@/lib/text/segments'
import { placeIn } from './text-index'

/** Takes all marks, and all that is ours, out of a block. */
export function unwrapMarks(block: HTMLElement): void {
  for (const aside of block.querySelectorAll('[data-aside]')) aside.remove()
  for (const mark of block.querySelectorAll('mark.hl')) mark.replaceWith(...mark.childNodes)
  joinSplit(block)
  block.normalize()
}

/** Puts marks into a block without any. Segments are disjoint, sorted and cut at the block's borders; `start` is the block's. */
export function wrapMarks(block: HTMLElement, start: number, segments: readonly Segment[]): void {
  const inline = inlineRoot(block)
  for (const segment of segments.toReversed()) {
    const end = splitAt(inline, segment.end - start)
    const first = splitAt(inline, segment.start - start)
    if (!first) continue
    const mark = markFor(segment)
    first.before(mark)
    moveUntil(mark, first, end)
  }
}

/** What a mark in the page stands for. */
export function segmentOfMark(mark: HTMLElement): Segment {
  const { start, end, level, state } = mark.dataset
  return {
    start: Number(start),
    end: Number(end),
    level: levelFrom(level),
    state: state === 'mine' || state === 'private' || state === 'resolved' ? state : 'others',
  }
}

function levelFrom(level: string | undefined): Segment['level'] {
  if (level === '2') return 2
  if (level === '3') return 3
  return level === '4' ? 4 : 1
}

function markFor({ start, end, level, state }: Segment): HTMLElement {
  const mark = document.createElement('mark')
  mark.className = 'hl'
  mark.dataset.level = String(level)
  mark.dataset.state = state
  mark.dataset.start = String(start)
  mark.dataset.end = String(end)
  return mark
}

/** The element whose children are inline: a code block keeps its words one deeper. */
function inlineRoot(block: HTMLElement): Element {
  const only = block.childElementCount === 1 ? block.firstElementChild : null
  const deeper = only?.matches('pre > code, li > p, td > p, th > p, blockquote > p')
  return deeper && only ? only : block
}

type Inner = Element | Text

/** Splits inline elements at so many characters; gives the root's child that begins there, or null at the end. */
function splitAt(root: Element, length: number): Inner | null {
  const place = placeIn(root, length, 'next')
  if (!place) return null
  let node = leafAt(place)
  while (node?.parentElement && node.parentElement !== root) {
    node = splitParent(node, node.parentElement)
  }
  return node
}

function leafAt({ node, offset }: { node: Node; offset: number }): Inner | null {
  if (!(node instanceof Text)) return inner(node.childNodes[offset])
  if (offset === 0) return node
  return offset < node.length ? node.splitText(offset) : null
}

function inner(node: Node | null | undefined): Inner | null {
  return node instanceof Element || node instanceof Text ? node : null
}

function splitParent(node: Inner, parent: Element): Inner {
  if (!node.previousSibling) return parent
  // Half a formula cannot be drawn: from now on its words are shown.
  if (parent.classList.contains('formula')) parent.setAttribute('data-cut', '')
  const rest = inner(parent.cloneNode(false))
  if (!(rest instanceof Element)) return parent
  parent.after(rest)
  moveUntil(rest, node, null)
  return rest
}

function moveUntil(target: Element, first: Inner, end: Node | null): void {
  let node: Node | null = first
  while (node && node !== end) {
    const next: Node | null = node.nextSibling
    target.append(node)
    node = next
  }
}

/** Joins neighbours that were one element before a mark's edge split them. */
function joinSplit(parent: Element): void {
  for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
    if (child instanceof HTMLBRElement) continue
    for (let next = child.nextSibling; isTwin(child, next); next = child.nextSibling) {
      child.append(...next.childNodes)
      next.remove()
    }
    joinSplit(child)
  }
}

function isTwin(one: Element, other: Node | null): other is Element {
  if (!(other instanceof Element) || other.hasAttribute('data-start')) return false
  return one.cloneNode(false).isEqualNode(other.cloneNode(false))
}

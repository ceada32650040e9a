// The article in the page and the text that offsets count in, both ways. A block is an element that holds text directly and
// says where it begins (`data-start`); what lies in `[data-aside]` is ours (a button in a mark), what lies in `[data-drawn]` a
// picture of the words beside it: neither is the text's.
// Blocks are found once; inside a block the way is walked each time, since marks come and go in it.

/** `text.slice(start, end)` of the revision is what the element says. UTF-16 offsets. */
export type IndexedBlock = {
  readonly element: HTMLElement
  readonly start: number
  readonly end: number
}

export type TextIndex = {
  readonly blocks: readonly IndexedBlock[]
  /** The offset of a place in the page; between blocks it is that of the next. Null behind the last. */
  readonly offsetAt: (node: Node, offset: number) => number | null
  /** The range of elements that says `text.slice(start, end)`, without the white space between blocks. Null when it is nowhere. */
  readonly rangeOf: (start: number, end: number) => Range | null
  /** The block that an offset lies in; the newline behind a block belongs to it. */
  readonly blockAt: (offset: number) => IndexedBlock | null
  /** What the page says from start to end, blocks joined by newlines. */
  readonly textOf: (start: number, end: number) => string
}

const BLOCKS = '[data-start]:not(mark, .para)'

/** Indexes what is under `root`. Linear in the length of the text; everything after that is logarithmic and one block's length. */
export function indexText(root: HTMLElement): TextIndex {
  const blocks = [...root.querySelectorAll<HTMLElement>(BLOCKS)].flatMap(indexedBlock)
  return {
    blocks,
    offsetAt: (node, offset) => offsetAt(blocks, node, offset),
    rangeOf: (start, end) => rangeOf(blocks, start, end),
    blockAt: (offset) => blocks[lastStartingAt(blocks, offset)] ?? null,
    textOf: (start, end) =>
      touching(blocks, start, end)
        .map((block) =>
          textOfBlock(block.element).slice(Math.max(0, start - block.start), end - block.start),
        )
        .join('\n'),
  }
}

/** The blocks that share at least one character with a range. */
export function touching<Block extends { readonly start: number; readonly end: number }>(
  blocks: readonly Block[],
  start: number,
  end: number,
): readonly Block[] {
  const first = Math.max(0, lastStartingAt(blocks, start))
  const found: Block[] = []
  for (let at = first; at < blocks.length; at += 1) {
    const block = blocks[at]
    if (!block || block.start >= end) break
    if (block.end > start) found.push(block)
  }
  return found
}

/** What a block says, without what is ours in it. */
export function textOfBlock(element: Element): string {
  return leavesOf(element)
    .map((leaf) => (leaf instanceof Text ? leaf.data : '\n'))
    .join('')
}

function indexedBlock(element: HTMLElement): IndexedBlock[] {
  const start = Number(element.dataset.start)
  const length = leavesOf(element).reduce((sum, leaf) => sum + sizeOf(leaf), 0)
  return length > 0 && Number.isInteger(start) ? [{ element, start, end: start + length }] : []
}

function lastStartingAt(blocks: readonly { readonly start: number }[], offset: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

type Leaf = Text | HTMLBRElement

/** What offsets count in a block: its characters, and one for each line break. */
export function leavesOf(block: Node): Leaf[] {
  const leaves: Leaf[] = []
  const visit = (node: Node): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child instanceof Text) leaves.push(child)
      else if (child instanceof HTMLBRElement) leaves.push(child)
      else if (!isAside(child) && !isBlock(child)) visit(child)
    }
  }
  visit(block)
  return leaves
}

function isAside(node: Node): boolean {
  if (!(node instanceof HTMLElement)) return false
  return node.dataset.aside !== undefined || node.dataset.drawn !== undefined
}

function isBlock(node: Node): boolean {
  return node instanceof HTMLElement && node.matches(BLOCKS)
}

function sizeOf(leaf: Leaf): number {
  return leaf instanceof Text ? leaf.length : 1
}

function offsetAt(blocks: readonly IndexedBlock[], node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const holder = element?.closest(BLOCKS)
  const block = blocks.find((candidate) => candidate.element === holder)
  if (block) return block.start + lengthBefore(block.element, node, offset)
  return blocks.find((candidate) => !isBefore(candidate.element, node, offset))?.start ?? null
}

function lengthBefore(block: Node, node: Node, offset: number): number {
  let length = 0
  for (const leaf of leavesOf(block)) {
    if (leaf === node) return length + (leaf instanceof Text ? Math.min(offset, leaf.length) : 0)
    if (!isBefore(leaf, node, offset)) break
    length += sizeOf(leaf)
  }
  return length
}

/** Whether a node begins before a place in the page. */
function isBefore(candidate: Node, node: Node, offset: number): boolean {
  if (node === candidate || !node.contains(candidate)) return precedes(candidate, node)
  const next = node.childNodes[offset]
  return next === undefined || (!next.contains(candidate) && precedes(candidate, next))
}

function precedes(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

function rangeOf(blocks: readonly IndexedBlock[], start: number, end: number): Range | null {
  const within = touching(blocks, start, end)
  const first = within[0]
  const last = within.at(-1)
  if (!first || !last) return null
  const range = document.createRange()
  const from = placeIn(first.element, Math.max(0, start - first.start), 'next')
  const to = placeIn(last.element, Math.min(end, last.end) - last.start, 'previous')
  if (!from || !to) return null
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

/** The place so many characters into a block; between two leaves it is at the next one's beginning or the previous one's end. */
export function placeIn(
  block: Node,
  length: number,
  at: 'next' | 'previous',
): { readonly node: Node; readonly offset: number } | null {
  let left = length
  for (const leaf of leavesOf(block)) {
    const size = sizeOf(leaf)
    if (left < size || (left === size && at === 'previous')) return placeAtLeaf(leaf, left)
    left -= size
  }
  return lastPlace(block)
}

function lastPlace(block: Node): { node: Node; offset: number } | null {
  const last = leavesOf(block).at(-1)
  return last ? placeAtLeaf(last, sizeOf(last)) : null
}

function placeAtLeaf(leaf: Leaf, length: number): { node: Node; offset: number } {
  if (leaf instanceof Text) return { node: leaf, offset: length }
  const parent = leaf.parentNode ?? leaf
  return { node: parent, offset: [...parent.childNodes].indexOf(leaf) + length }
}

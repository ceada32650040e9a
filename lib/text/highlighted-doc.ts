// A document made ready for rendering: offsets on its textblocks, its words wrapped in highlights, the words of links in one node.

import { type DocNode, inlineText, isTextblock } from './doc-node'
import type { ReadingText, TextBlock } from './document'
import { isSameFormula, keptDrawing } from './formulas/mathml'
import { type Segment, segmentsWithin } from './segments'

/** The document by lib/text/render-extensions.ts. `reading` is readingText(doc). */
export function highlightedDoc(
  doc: DocNode,
  { blocks }: ReadingText,
  segments: readonly Segment[],
): DocNode {
  const levels = headingLevels(doc)
  let next = 0
  const visit = (node: DocNode): DocNode => {
    if (!isTextblock(node)) {
      return node.content ? { ...node, content: node.content.map(visit) } : node
    }
    const block = node.content?.length ? blocks[next++] : undefined
    if (!block) return node
    const { start, end } = block
    return {
      ...node,
      attrs: { ...node.attrs, ...shownLevel(node, levels), start, end },
      content: wrapped(node.content ?? [], block, segmentsWithin(segments, start, end)),
    }
  }
  return withFirstSigns(visit(doc))
}

// The page's own title is its first heading: whatever levels an author used, his highest is shown as the second, none is skipped.
function headingLevels(doc: DocNode): readonly unknown[] {
  const levels = (doc.content ?? []).flatMap(({ type, attrs }) =>
    type === 'heading' ? [Number(attrs?.level)] : [],
  )
  return [...new Set(levels)].sort((one, other) => one - other)
}

function shownLevel({ type, attrs }: DocNode, levels: readonly unknown[]): { level?: number } {
  if (type !== 'heading') return {}
  const rank = levels.indexOf(attrs?.level)
  return { level: Math.min(6, (rank === -1 ? levels.length : rank) + 2) }
}

/** Inline nodes of a textblock, with those under a segment inside a highlight. Segments lie inside the block. */
function wrapped(
  inline: readonly DocNode[],
  block: TextBlock,
  segments: readonly Segment[],
): DocNode[] {
  const take = takerOf(inline)
  let offset = block.start
  const content = segments.flatMap((segment) => {
    const bare = withLinkedWords(take(segment.start - offset))
    offset = segment.end
    const { start, end, level, state } = segment
    const words = withLinkedWords(take(end - start))
    return [...bare, { type: 'highlight', attrs: { start, end, level, state }, content: words }]
  })
  return [...content, ...withLinkedWords(take(block.end - offset))]
}

/** A function that gives the next so many code units of some inline nodes, cutting text where it must. */
function takerOf(inline: readonly DocNode[]): (length: number) => DocNode[] {
  let next = 0
  let within = 0
  return (length) => {
    const taken: DocNode[] = []
    let left = length
    for (let node = inline[next]; node && left > 0; node = inline[next]) {
      const end = inlineText(node).length
      const to = Math.min(end, within + left)
      taken.push(sliced(node, within, to))
      left -= to - within
      within = to === end ? 0 : to
      if (to === end) next += 1
    }
    return taken
  }
}

function sliced(node: DocNode, from: number, to: number): DocNode {
  return node.text === undefined ? node : { ...node, text: node.text.slice(from, to) }
}

// The words of a link, and those of a footnote's sign, as one element each: adjacent elements would be as many stops for the keyboard.
function withLinkedWords(inline: readonly DocNode[]): DocNode[] {
  const content: { node: DocNode; inner: DocNode[] | null }[] = []
  for (const node of inline) {
    const holder = holderOf(node)
    const last = content.at(-1)
    if (!holder) content.push({ node, inner: null })
    else if (last?.inner && isSameHolder(last.node, holder)) last.inner.push(bare(node))
    else content.push({ node: holder, inner: [bare(node)] })
  }
  return content.map(({ node, inner }) => (inner ? { ...node, content: inner } : node))
}

// A sign wins over a link: one element cannot lead to two places.
function holderOf({ marks = [] }: DocNode): DocNode | null {
  const sign = marks.find(({ type }) => type === 'footnoteRef')
  if (sign) return { type: 'signWords', attrs: { note: sign.attrs?.note ?? null } }
  const link = marks.find(({ type }) => type === 'link')
  return link ? { type: 'linkedWords', attrs: { href: link.attrs?.href ?? null } } : null
}

function isSameHolder(one: DocNode, other: DocNode): boolean {
  return (
    one.type === other.type &&
    one.attrs?.href === other.attrs?.href &&
    one.attrs?.note === other.attrs?.note
  )
}

function bare(node: DocNode): DocNode {
  return { ...node, marks: (node.marks ?? []).filter(({ type }) => !HOLDERS.has(type)) }
}

const HOLDERS: ReadonlySet<string> = new Set(['link', 'footnoteRef'])

// A formula is drawn where its words are whole: not where somebody has changed them, nor where a highlight begins or ends in them.
function withTrueDrawing(node: DocNode): DocNode {
  const drawing = node.marks?.find(({ type }) => type === 'math')?.attrs?.drawing
  if (!drawing || isSameFormula(keptDrawing(drawing)?.words ?? '', node.text ?? '')) return node
  const marks = (node.marks ?? []).map((mark) => (mark.type === 'math' ? { type: 'math' } : mark))
  return { ...node, marks }
}

/** The document with `isFirst` on the first sign of each note. */
function withFirstSigns(doc: DocNode): DocNode {
  const seen = new Set<unknown>()
  const visit = (node: DocNode): DocNode => {
    if (node.text !== undefined) return withTrueDrawing(node)
    if (node.type !== 'signWords') {
      return node.content ? { ...node, content: node.content.map(visit) } : node
    }
    const isFirst = seen.has(node.attrs?.note) ? null : 1
    seen.add(node.attrs?.note)
    return { ...node, attrs: { ...node.attrs, isFirst } }
  }
  return visit(doc)
}

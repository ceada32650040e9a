// A document as the one string that offsets count in, and the way back: where each block and each section stands in it.
// Offsets are UTF-16 code units. Blocks are separated by one newline; a line break inside a block is a newline as well.

import { isAssetId } from './asset-address'
import { type DocNode, isTextblock, textblockText } from './doc-node'

export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'item'
  | 'quote'
  | 'cell'
  | 'code'
  | 'caption'
  | 'footnote'

/** A textblock with words in it: `text.slice(start, end)` is what it says. `top` is the index of the doc's child that holds it. */
export type TextBlock = {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly kind: BlockKind
  readonly top: number
}

export type ReadingText = { readonly text: string; readonly blocks: readonly TextBlock[] }

/** The text of a document in normal form, and its blocks in order. Textblocks without words are not among them. Linear. */
export function readingText(doc: DocNode): ReadingText {
  const texts: string[] = []
  const blocks: TextBlock[] = []
  let start = 0
  const visit = (node: DocNode, top: number, kind: BlockKind): void => {
    if (!isTextblock(node)) {
      for (const child of node.content ?? []) visit(child, top, kindInside(node, kind))
      return
    }
    const text = textblockText(node)
    if (text === '') return
    const end = start + text.length
    blocks.push({ index: blocks.length, start, end, kind: kindOf(node, kind), top })
    texts.push(text)
    start = end + 1
  }
  for (const [top, node] of (doc.content ?? []).entries()) visit(node, top, 'paragraph')
  return { text: texts.join('\n'), blocks }
}

/** The ids of the pictures in a document, each once. Linear. */
export function assetIdsIn(doc: DocNode): string[] {
  const ids = new Set<string>()
  const visit = ({ type, attrs, content }: DocNode): void => {
    if (type === 'image' && isAssetId(attrs?.src)) ids.add(attrs.src)
    for (const child of content ?? []) visit(child)
  }
  visit(doc)
  return [...ids]
}

/** A heading with what follows it up to the next heading of any level. `ordinal` counts from 0; level 0 is the opening. */
export type DocSection = {
  /** Null for the opening and for a heading that was given no id yet. */
  readonly sectionId: string | null
  readonly title: string
  readonly level: number
  readonly ordinal: number
  readonly start: number
  readonly end: number
}

const OPENING = 'Opening'

/** The sections of a document, in order and covering all of its text. Only headings at the top level make one. */
export function sectionsOf(
  doc: DocNode,
  blocks: readonly TextBlock[] = readingText(doc).blocks,
): DocSection[] {
  const tops = doc.content ?? []
  const sections: DocSection[] = []
  for (const block of blocks) {
    const heading = headingAt(tops, block)
    const last = sections.at(-1)
    if (last && !heading) sections[sections.length - 1] = { ...last, end: block.end }
    else sections.push(sectionFrom(heading, block, sections.length))
  }
  return sections
}

/** The section that a place in the text lies in; undefined only in a document without text. */
export function sectionAt<S extends { readonly start: number }>(
  sections: readonly S[],
  offset: number,
): S | undefined {
  return sections.findLast(({ start }) => start <= offset) ?? sections[0]
}

/** The document with an id on every heading that makes a section; missing ids and second uses of one are made by `newId`. */
export function withSectionIds(doc: DocNode, newId: () => string): DocNode {
  const used = new Set<unknown>()
  const content = (doc.content ?? []).map((node) => {
    if (node.type !== 'heading') return node
    const given = node.attrs?.sectionId
    const sectionId = given && !used.has(given) ? given : newId()
    used.add(sectionId)
    return { ...node, attrs: { ...node.attrs, sectionId } }
  })
  return { ...doc, content }
}

function headingAt(tops: readonly DocNode[], block: TextBlock): DocNode | undefined {
  const top = tops[block.top]
  return top?.type === 'heading' ? top : undefined
}

function sectionFrom(heading: DocNode | undefined, block: TextBlock, ordinal: number): DocSection {
  const { start, end } = block
  if (!heading) return { sectionId: null, title: OPENING, level: 0, ordinal, start, end }
  const { sectionId, level } = heading.attrs ?? {}
  return {
    sectionId: typeof sectionId === 'string' ? sectionId : null,
    title: textblockText(heading).replaceAll('\n', ' '),
    level: typeof level === 'number' ? level : 2,
    ordinal,
    start,
    end,
  }
}

function kindInside(node: DocNode, kind: BlockKind): BlockKind {
  if (node.type === 'listItem') return 'item'
  if (node.type === 'blockquote') return 'quote'
  if (node.type === 'footnote') return 'footnote'
  return node.type === 'tableCell' || node.type === 'tableHeader' ? 'cell' : kind
}

function kindOf(node: DocNode, inside: BlockKind): BlockKind {
  if (node.type === 'heading' || node.type === 'caption') return node.type
  return node.type === 'codeBlock' ? 'code' : inside
}

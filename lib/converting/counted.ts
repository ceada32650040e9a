// What a text consists of, counted for the preview before it is saved.

import type { DocNode } from '@/lib/text/doc-node'
import { readingText, sectionsOf } from '@/lib/text/document'
import { wordCount } from '@/lib/text/word-count'

export type Counts = {
  readonly words: number
  readonly sections: number
  readonly paragraphs: number
  readonly lists: number
  readonly quotes: number
  readonly tables: number
  readonly code: number
  readonly pictures: number
  readonly footnotes: number
  readonly formulas: number
  readonly links: number
}

const NODES: Readonly<Record<string, Exclude<keyof Counts, 'words' | 'sections'>>> = {
  paragraph: 'paragraphs',
  bulletList: 'lists',
  orderedList: 'lists',
  blockquote: 'quotes',
  table: 'tables',
  image: 'pictures',
  footnote: 'footnotes',
}

/** Counts of a document in normal form. Linear. */
export function counted(doc: DocNode, language: string): Counts {
  const reading = readingText(doc)
  const sums = {
    paragraphs: 0,
    lists: 0,
    quotes: 0,
    tables: 0,
    code: 0,
    pictures: 0,
    footnotes: 0,
    formulas: 0,
    links: 0,
  }
  const visit = (node: DocNode): void => {
    const kind = kindOf(node)
    if (kind) sums[kind] += 1
    if (node.marks?.some(({ type }) => type === 'math')) sums.formulas += 1
    if (node.marks?.some(({ type }) => type === 'link')) sums.links += 1
    for (const child of node.content ?? []) visit(child)
  }
  visit(doc)
  const sections = sectionsOf(doc, reading.blocks).filter(({ level }) => level > 0).length
  return { words: wordCount(reading.text, language), sections, ...sums }
}

function kindOf({ type, attrs }: DocNode) {
  if (type === 'codeBlock') return attrs?.language === 'math' ? 'formulas' : 'code'
  return NODES[type]
}

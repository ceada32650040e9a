// Pictures, and what is written under pictures and tables.

import type { DocNode } from '@/lib/text/doc-node'
import { isBeacon, pictureSource, type Scope } from './html-page'
import { attribute, childrenOf, type HtmlElement, isElement } from './html-tree'
import { paragraph, pushBlock } from './sink'

/** Puts a picture into the text where it is stored; else it is counted as missing. */
export function image(node: HtmlElement, { page, sink }: Scope): void {
  const source = pictureSource(node)
  if (source === null || isBeacon(node)) return
  const stored = page.pictures.get(source)
  // Why it is not there was counted by who looked for it.
  if (!stored) return
  pushBlock(sink, {
    type: 'image',
    attrs: {
      src: stored.id,
      alt: attribute(node, 'alt') ?? '',
      title: attribute(node, 'title'),
      width: stored.width,
      height: stored.height,
    },
  })
}

/** A picture or a table with its caption. */
export function captioned(node: DocNode, words: readonly DocNode[]): DocNode {
  return { type: 'figure', content: [node, { type: 'caption', content: words }] }
}

/** What is in a figure; the last picture or table of it carries the caption. `inner` converts what is inside of an element. */
export function figure(
  node: HtmlElement,
  { sink }: Scope,
  inner: (part: HtmlElement) => readonly DocNode[],
): void {
  const isCaption = (child: HtmlElement['children'][number]) =>
    isElement(child) && child.tagName === 'figcaption'
  const blocks = [
    ...inner({ ...node, children: node.children.filter((child) => !isCaption(child)) }),
  ]
  const words = childrenOf(node)
    .filter(isElement)
    .filter(isCaption)
    .flatMap(inner)
    .flatMap(({ content, type }) => (type === 'paragraph' ? (content ?? []) : []))
  const last = blocks.at(-1)
  if (words.length === 0) pushBlock(sink, ...blocks)
  else if (last?.type === 'image' || last?.type === 'table') {
    pushBlock(sink, ...blocks.slice(0, -1), captioned(last, words))
  } else pushBlock(sink, ...blocks, paragraph(words))
}

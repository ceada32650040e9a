// Documents as HTML, on the server, without a DOM. Text is escaped by the renderer; links pass safeHref once more.

import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { renderToHTMLString } from '@tiptap/static-renderer/pm/html-string'
import type { DocNode } from './doc-node'
import { type DocSection, readingText, sectionsOf, type TextBlock } from './document'
import { highlightedDoc } from './highlighted-doc'
import { postExtensions, postSchema } from './post-schema'
import { renderExtensions } from './render-extensions'
import type { Segment } from './segments'

const renderSchema = getSchema(renderExtensions)

// No text in normal form holds this character.
const SEPARATOR = '\u0000'

export type RenderedSection = Pick<DocSection, 'sectionId' | 'title' | 'level'> & {
  /** The section's blocks, heading included. */
  readonly html: string
}

/**
 * A parsed reading as HTML, section by section, with its segments as `<mark class="hl" data-level data-state data-start data-end>`:
 * the outermost element of its words, one for each textblock it lies in. Each child of the document stands in a
 * `<div class="para" data-block data-start data-end>`; each textblock carries `data-start` and `data-end`. Offsets are UTF-16; a
 * `<br>` counts one. Linear.
 */
export function renderReading(doc: DocNode, segments: readonly Segment[]): RenderedSection[] {
  const reading = readingText(doc)
  const html = renderToHTMLString({
    content: Node.fromJSON(renderSchema, highlightedDoc(doc, reading, segments)),
    extensions: renderExtensions,
    options: { nodeMapping: { doc: ({ children }) => [children ?? []].flat().join(SEPARATOR) } },
  }).split(SEPARATOR)
  const offsets = offsetsByTop(reading.blocks)
  const paras = (doc.content ?? []).map((_, top) => para(html[top] ?? '', top, offsets))
  const sections = sectionsOf(doc, reading.blocks)
  const tops = sections.map(({ start }) => topAt(reading.blocks, start))
  return sections.map(({ sectionId, title, level }, ordinal) => {
    // A rule before the first words belongs to the first section.
    const from = ordinal === 0 ? 0 : tops[ordinal]
    return { sectionId, title, level, html: paras.slice(from, tops[ordinal + 1]).join('') }
  })
}

/** A parsed post as HTML, for mail and for pages without JavaScript. */
export function renderPost(doc: DocNode): string {
  return renderToHTMLString({
    content: Node.fromJSON(postSchema, doc),
    extensions: postExtensions,
  })
}

/** Which child of the document the block that begins at an offset lies in. */
function topAt(blocks: readonly TextBlock[], offset: number): number | undefined {
  return blocks.find(({ start }) => start === offset)?.top
}

function para(html: string, top: number, blocks: ReadonlyMap<number, Offsets>): string {
  const offsets = blocks.get(top)
  const attributes = offsets ? ` data-start="${offsets.start}" data-end="${offsets.end}"` : ''
  return `<div class="para" data-block="${top}"${attributes}>${html}</div>`
}

type Offsets = { readonly start: number; readonly end: number }

/** From the first to the last offset under each child of the document that has text. */
function offsetsByTop(blocks: readonly TextBlock[]): ReadonlyMap<number, Offsets> {
  const offsets = new Map<number, Offsets>()
  for (const { top, start, end } of blocks) {
    offsets.set(top, { start: offsets.get(top)?.start ?? start, end })
  }
  return offsets
}

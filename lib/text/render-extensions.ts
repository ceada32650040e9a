// What only the rendering of a reading knows, on top of the reading's own extensions: where each textblock stands in the text, and the
// highlights. A highlight is an inline node rather than a mark, since marks are written out anew for each run of equal text: as a
// node it is one element around all of its words, and links inside it are one element as well.

import { type AnyExtension, Extension, Node } from '@tiptap/core'
import type { DOMOutputSpec } from '@tiptap/pm/model'
import { isSameFormula, keptDrawing, type MathNode } from './formulas/mathml'
import { readingExtensions } from './reading-schema'
import { safeHref } from './safe-href'
import { Footnote, footnoteElementIds, MathMark } from './scholar-extensions'
import { LINK_REL } from './text-extensions'

const hidden = { default: null, rendered: false }

const BlockOffsets = Extension.create({
  name: 'blockOffsets',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading', 'codeBlock', 'caption'],
      attributes: {
        start: {
          default: null,
          renderHTML: ({ start }) => (start === null ? {} : { 'data-start': start }),
        },
        end: {
          default: null,
          renderHTML: ({ end }) => (end === null ? {} : { 'data-end': end }),
        },
      },
    },
  ],
})

/** The words of one segment in one textblock. */
const Highlight = Node.create({
  name: 'highlight',
  group: 'inline',
  inline: true,
  content: 'inline*',
  addAttributes: () => ({ start: hidden, end: hidden, level: hidden, state: hidden }),
  renderHTML: ({ node: { attrs } }) => [
    'mark',
    {
      class: 'hl',
      'data-level': attrs.level,
      'data-state': attrs.state,
      'data-start': attrs.start,
      'data-end': attrs.end,
    },
    0,
  ],
})

/** The words of one link, whatever their other marks. */
const LinkedWords = Node.create({
  name: 'linkedWords',
  group: 'inline',
  inline: true,
  content: 'inline*',
  addAttributes: () => ({ href: hidden }),
  renderHTML: ({ node: { attrs } }) => {
    const href = safeHref(attrs.href)
    return href === null ? ['span', 0] : ['a', { href, rel: LINK_REL }, 0]
  },
})

/** The words of one footnote's sign. The first sign of a note is where the way back leads. */
const SignWords = Node.create({
  name: 'signWords',
  group: 'inline',
  inline: true,
  content: 'inline*',
  addAttributes: () => ({ note: hidden, isFirst: hidden }),
  renderHTML: ({ node: { attrs } }) => {
    const ids = footnoteElementIds(String(attrs.note))
    return [
      'a',
      {
        class: 'footnote-sign',
        role: 'doc-noteref',
        href: `#${ids.note}`,
        ...(attrs.isFirst && { id: ids.sign }),
      },
      0,
    ]
  },
})

// The way back stands outside of every textblock, so that no offset counts it.
const FootnoteWithWayBack = Footnote.extend({
  renderHTML: ({ node: { attrs } }) => {
    if (attrs.note === null) return ['div', { class: 'footnote', role: 'note' }, ['div', 0]]
    const ids = footnoteElementIds(String(attrs.note))
    const back = { class: 'footnote-back', href: `#${ids.sign}`, 'aria-label': 'Back to the text' }
    return ['div', { class: 'footnote', role: 'note', id: ids.note }, ['div', 0], ['a', back]]
  },
})

// What is drawn stands beside the words, which are what offsets count; screen readers and whoever copies get the words.
const DrawnMath = MathMark.extend({
  renderHTML: ({ mark }) => {
    const words = ['code', { 'data-math': 'inline' }, 0]
    const drawn = drawnIn(mark.attrs.drawing)
    return drawn
      ? ['span', { class: 'formula' }, words, ['span', DRAWN, drawn]]
      : ['code', { 'data-math': 'inline' }, 0]
  },
})

const DRAWN = { 'data-drawn': '', 'aria-hidden': 'true' }

function drawnIn(drawing: unknown): DOMOutputSpec | null {
  const kept = keptDrawing(drawing)
  return kept && specOf(kept.math)
}

function specOf({ name, attrs, children }: MathNode): [string, ...unknown[]] {
  return [
    name,
    attrs,
    ...children.map((child) => (typeof child === 'string' ? child : specOf(child))),
  ]
}

function withDrawnBlocks(extension: AnyExtension): AnyExtension {
  if (!(extension instanceof Node) || extension.name !== 'codeBlock') return extension
  return extension.extend({
    renderHTML({ node, HTMLAttributes }) {
      const code = [
        'code',
        node.attrs.language ? { class: `language-${node.attrs.language}` } : {},
        0,
      ]
      const kept = keptDrawing(node.attrs.drawing)
      const isTrue = kept !== null && isSameFormula(kept.words, node.textContent)
      return isTrue
        ? [
            'div',
            { class: 'formula-block' },
            ['div', DRAWN, specOf(kept.math)],
            ['pre', HTMLAttributes, code],
          ]
        : ['pre', HTMLAttributes, code]
    },
  })
}

export const renderExtensions: AnyExtension[] = [
  ...readingExtensions.map((extension) => {
    if (extension.name === Footnote.name) return FootnoteWithWayBack
    return extension.name === MathMark.name ? DrawnMath : withDrawnBlocks(extension)
  }),
  BlockOffsets,
  Highlight,
  LinkedWords,
  SignWords,
]

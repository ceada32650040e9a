// What only the rendering of a reading knows, on top of the reading's own extensions: where each textblock stands in the text, and the
// highlights. A highlight is an inline node rather than a mark, since marks are written out anew for each run of equal text: as a
// node it is one element around all of its words, and links inside it are one element as well.

import { type AnyExtension, Extension, Node } from '@tiptap/core'
import { readingExtensions } from './reading-schema'
import { safeHref } from './safe-href'
import { LINK_REL } from './text-extensions'

const hidden = { default: null, rendered: false }

const BlockOffsets = Extension.create({
  name: 'blockOffsets',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading', 'codeBlock'],
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

export const renderExtensions: AnyExtension[] = [
  ...readingExtensions,
  BlockOffsets,
  Highlight,
  LinkedWords,
]

// Pictures and what is written under a picture or a table. A caption is words like any other: it counts in the text and can be
// annotated. A picture counts for nothing, as a rule does.

import { type AnyExtension, Node } from '@tiptap/core'
import { assetAddress, assetIdFrom, isAssetId } from './asset-address'

const number = (name: string) => ({
  default: null,
  parseHTML: (element: HTMLElement) =>
    Number.parseInt(element.getAttribute(name) ?? '', 10) || null,
})

const Image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: null, parseHTML: (element) => assetIdFrom(element.getAttribute('src')) },
    alt: { default: '', parseHTML: (element) => element.getAttribute('alt') ?? '' },
    title: { default: null, parseHTML: (element) => element.getAttribute('title') },
    width: number('width'),
    height: number('height'),
  }),
  // A picture from elsewhere is left out: it has to be stored first.
  parseHTML: () => [
    {
      tag: 'img',
      getAttrs: (element) => (assetIdFrom(element.getAttribute('src')) ? null : false),
    },
  ],
  renderHTML: ({ node: { attrs } }) => [
    'img',
    {
      ...(isAssetId(attrs.src) && { src: assetAddress(attrs.src) }),
      alt: attrs.alt ?? '',
      ...(attrs.title && { title: attrs.title }),
      ...(attrs.width && { width: attrs.width }),
      ...(attrs.height && { height: attrs.height }),
      loading: 'lazy',
      decoding: 'async',
    },
  ],
})

const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: '(image | table) caption',
  isolating: true,
  parseHTML: () => [{ tag: 'figure' }],
  renderHTML: () => ['figure', 0],
})

const Caption = Node.create({
  name: 'caption',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: ({ HTMLAttributes }) => ['figcaption', HTMLAttributes, 0],
})

/** Nodes `image`, `figure` and `caption`. */
export const figureExtensions: AnyExtension[] = [Image, Figure, Caption]

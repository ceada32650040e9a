// Documents as somebody might send them, for property tests: words that do not sit still under normalising, cut by marks at any place.

import fc from 'fast-check'
import type { DocMark, DocNode } from './doc-node'

const words = fc
  .array(
    fc.constantFrom(
      'a',
      'word',
      ' ',
      '  ',
      '\n',
      '\t',
      'e',
      '\u0301',
      '\u0304',
      '\u1100',
      '\u1161',
      '\u11a8',
      '🧭',
      '\ud800',
      '\u0000',
      '\u00a0',
      '\r\n',
      '.',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''))

const marks = fc.subarray<DocMark>([
  { type: 'bold' },
  { type: 'italic' },
  { type: 'link', attrs: { href: 'https://example.org/' } },
  { type: 'footnoteRef', attrs: { note: '1' } },
  { type: 'superscript' },
  { type: 'math' },
])

const inline = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ type: fc.constant('text'), text: words, marks }) },
    { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
  ),
  { maxLength: 6 },
)

const paragraph = inline.map((content) => ({ type: 'paragraph', content }))
const heading = fc.record({
  type: fc.constant('heading'),
  attrs: fc.record({ level: fc.integer({ min: 1, max: 6 }) }),
  content: inline,
})
const code = words.map((text) => ({ type: 'codeBlock', content: [{ type: 'text', text }] }))
const rule = fc.constant({ type: 'horizontalRule' })

const image = fc.constantFrom('a', 'b').map((digit) => ({
  type: 'image',
  attrs: { src: digit.repeat(64), alt: 'A map', title: null, width: 20, height: null },
}))
const figure = fc.tuple(image, inline).map(([picture, content]) => ({
  type: 'figure',
  content: [picture, { type: 'caption', content }],
}))

const { block } = fc.letrec<{ block: DocNode }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    heading,
    code,
    rule,
    image,
    figure,
    fc
      .array(tie('block'), { minLength: 1, maxLength: 2 })
      .map((content) => ({ type: 'footnote', attrs: { note: '1' }, content })),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((content) => ({ type: 'blockquote', content })),
    fc
      .array(fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 })), {
        minLength: 1,
        maxLength: 3,
      })
      .map((items) => ({
        type: 'bulletList',
        content: items.map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] })),
      })),
    fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((cells) => ({
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: cells.map((cell) => ({ type: 'tableCell', content: [cell] })),
        },
      ],
    })),
  ),
}))

/** Any document that the reading schema takes, not in normal form. */
export const anyDoc: fc.Arbitrary<DocNode> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((content) => ({ type: 'doc', content }))

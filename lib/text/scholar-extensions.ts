// What learned texts need beside the basics: footnotes, formulas, and small letters above and below the line.
// The sign of a footnote and a formula are words with a mark, not nodes of their own: they count in the text as what they show, and
// a highlight may begin inside them. A formula is its source (TeX or plain).

import { type AnyExtension, Extension, Mark, Node } from '@tiptap/core'

const noteAttribute = {
  note: {
    default: null,
    parseHTML: (element: HTMLElement) => element.getAttribute('data-footnote'),
    renderHTML: ({ note }: Record<string, unknown>) => (note ? { 'data-footnote': note } : {}),
  },
}

// What is drawn of a formula lives in the document alone: it is worked out anew where a formula is.
const drawingAttribute = { drawing: { default: null, rendered: false } }

/** The id of the element that holds a footnote, and that of the sign which leads there first. */
export function footnoteElementIds(note: string): { readonly note: string; readonly sign: string } {
  return { note: `footnote-${note}`, sign: `footnote-sign-${note}` }
}

const FootnoteRef = Mark.create({
  name: 'footnoteRef',
  inclusive: false,
  // Before the link, which would take the element for its own.
  priority: 1100,
  addAttributes: () => noteAttribute,
  parseHTML: () => [{ tag: 'a[data-footnote]', priority: 60 }],
  renderHTML: ({ HTMLAttributes, mark }) => [
    'a',
    {
      ...HTMLAttributes,
      class: 'footnote-sign',
      href: `#${footnoteElementIds(String(mark.attrs.note)).note}`,
    },
    0,
  ],
})

/** A footnote's own words, wherever they stand: at the end of the text, of a chapter, or under the paragraph. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => noteAttribute,
  parseHTML: () => [{ tag: 'div[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, class: 'footnote' }, 0],
})

/** Words of a formula: TeX, or the line that it says. */
export const MathMark = Mark.create({
  name: 'math',
  excludes: '',
  addAttributes: () => drawingAttribute,
  parseHTML: () => [{ tag: 'code[data-math]', priority: 60 }],
  renderHTML: () => ['code', { 'data-math': 'inline' }, 0],
})

const Drawings = Extension.create({
  name: 'drawings',
  addGlobalAttributes: () => [{ types: ['codeBlock'], attributes: drawingAttribute }],
})

const Subscript = Mark.create({
  name: 'subscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
})

const Superscript = Mark.create({
  name: 'superscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
})

/** Node `footnote`, marks `footnoteRef`, `math`, `subscript` and `superscript`. */
export const scholarExtensions: AnyExtension[] = [
  FootnoteRef,
  Footnote,
  MathMark,
  Drawings,
  Subscript,
  Superscript,
]

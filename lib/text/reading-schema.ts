// What a reading may consist of. The editor, the server's rendering and the check of what comes in all use this one schema.

import { type AnyExtension, Extension, getSchema } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import type { Schema } from '@tiptap/pm/model'
import { checkBounds, READING_BOUNDS, READING_TEXT_MAXIMUM } from './bounds'
import { cleanDoc, type DocRules } from './clean-doc'
import {
  cellAttrs,
  codeBlockAttrs,
  footnoteAttrs,
  footnoteRefAttrs,
  headingAttrs,
  imageAttrs,
  linkAttrs,
  mathAttrs,
  noAttrs,
  orderedListAttrs,
} from './doc-attrs'
import type { DocNode } from './doc-node'
import { figureExtensions } from './figure-extensions'
import { checkedDoc, finishDoc } from './finish-doc'
import { scholarExtensions } from './scholar-extensions'
import { textExtensions } from './text-extensions'

// The heading's section by its own name, so that the browser finds a section without knowing the document.
const SectionId = Extension.create({
  name: 'sectionId',
  addGlobalAttributes: () => [
    {
      types: ['heading'],
      attributes: {
        sectionId: {
          default: null,
          keepOnSplit: false,
          parseHTML: (element) => element.getAttribute('data-section'),
          renderHTML: ({ sectionId }) => (sectionId ? { 'data-section': sectionId } : {}),
        },
      },
    },
  ],
})

// TipTap writes widths and alignment as inline styles, which a strict content security policy refuses.
const PlainTable = Table.extend({
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
})

const alignment = {
  default: null,
  parseHTML: (element: HTMLElement) => element.getAttribute('data-align'),
  renderHTML: ({ align }: Record<string, unknown>) => (align ? { 'data-align': align } : {}),
}

/** TipTap's extensions of a reading, for the editor and for rendering. */
export const readingExtensions: AnyExtension[] = [
  ...textExtensions({ underline: {} }),
  SectionId,
  PlainTable.configure({ resizable: false }),
  TableRow,
  TableHeader.extend({
    addAttributes() {
      return { ...this.parent?.(), align: alignment }
    },
  }),
  TableCell.extend({
    addAttributes() {
      return { ...this.parent?.(), align: alignment }
    },
  }),
  ...figureExtensions,
  ...scholarExtensions,
]

/** The ProseMirror schema of a reading. */
export const readingSchema: Schema = getSchema(readingExtensions)

const rules: DocRules = {
  nodes: new Map([
    ['doc', noAttrs],
    ['paragraph', noAttrs],
    ['heading', headingAttrs],
    ['bulletList', noAttrs],
    ['orderedList', orderedListAttrs],
    ['listItem', noAttrs],
    ['blockquote', noAttrs],
    ['codeBlock', codeBlockAttrs],
    ['table', noAttrs],
    ['tableRow', noAttrs],
    ['tableHeader', cellAttrs],
    ['tableCell', cellAttrs],
    ['horizontalRule', noAttrs],
    ['hardBreak', noAttrs],
    ['image', imageAttrs],
    ['figure', noAttrs],
    ['caption', noAttrs],
    ['footnote', footnoteAttrs],
  ]),
  marks: new Map([
    ['link', linkAttrs],
    ['footnoteRef', footnoteRefAttrs],
    ['bold', noAttrs],
    ['italic', noAttrs],
    ['underline', noAttrs],
    ['strike', noAttrs],
    ['subscript', noAttrs],
    ['superscript', noAttrs],
    ['code', noAttrs],
    ['math', mathAttrs],
  ]),
}

/**
 * A reading's document from TipTap JSON of unknown origin, in normal form: its textblocks joined by newlines are the text of the
 * revision. Unsafe links lose the link and keep the words. Throws Malformed (too deep, unknown or misplaced nodes) and TooLarge.
 */
export function parseReadingDoc(json: unknown): DocNode {
  checkBounds(json, READING_BOUNDS)
  return finishDoc(cleanDoc(json, rules), readingSchema, READING_TEXT_MAXIMUM)
}

/**
 * A document that is still being written: known nodes, marks and attributes only, in its places, but not yet in normal form, so that an
 * empty line stays one. Throws as parseReadingDoc does.
 */
export function checkedReadingDoc(json: unknown): DocNode {
  checkBounds(json, READING_BOUNDS)
  return checkedDoc(cleanDoc(json, rules), readingSchema, READING_TEXT_MAXIMUM)
}

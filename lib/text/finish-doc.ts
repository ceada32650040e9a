// The last step on the way in, for documents of either kind and from either source: normal form, and ProseMirror's own judgement.

import { Node, type Schema } from '@tiptap/pm/model'
import { Malformed, TooLarge } from '@/lib/errors'
import type { DocNode } from './doc-node'
import { readingText } from './document'
import { normaliseDoc } from './normalise-doc'

/**
 * The document in normal form. Throws TooLarge when its plain text is longer than `textMaximum` UTF-16 code units, Malformed when
 * its nodes stand where the schema does not let them.
 */
export function finishDoc(doc: DocNode, schema: Schema, textMaximum: number): DocNode {
  return checkedDoc(normaliseDoc(doc), schema, textMaximum)
}

/** The document as it is. Throws as finishDoc does. */
export function checkedDoc(doc: DocNode, schema: Schema, textMaximum: number): DocNode {
  if (readingText(doc).text.length > textMaximum) {
    throw new TooLarge(
      'text-too-long',
      `The text is longer than ${textMaximum.toLocaleString('en')} characters. Shorten or divide it.`,
    )
  }
  requireSchema(doc, schema)
  return doc
}

// ProseMirror throws RangeErrors that name its own types; whoever sent the document is told that it is his.
function requireSchema(doc: DocNode, schema: Schema): void {
  try {
    Node.fromJSON(schema, doc).check()
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : 'unknown'
    throw new Malformed('doc-malformed', `This is not a document that can be kept. ${why}`)
  }
}

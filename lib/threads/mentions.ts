// Whom a body names. A mention is believed of nobody: who is meant, and what they are called, the server says.

import type { DocNode } from '@/lib/text/doc-node'

/** The ids of the people that a document mentions, each once. Recursive: run checkBounds first. */
export function mentionedIds(doc: DocNode): ReadonlySet<string> {
  const id = doc.type === 'mention' ? doc.attrs?.id : null
  const inner = (doc.content ?? []).flatMap((node) => [...mentionedIds(node)])
  return new Set(typeof id === 'string' ? [id, ...inner] : inner)
}

/** The document with each mention under the person's own name; one of anybody who is not among them is plain text, as it was typed. */
export function withMentions(doc: DocNode, names: ReadonlyMap<string, string>): DocNode {
  if (doc.type === 'mention') return mentionOf(doc, names)
  return doc.content
    ? { ...doc, content: doc.content.map((node) => withMentions(node, names)) }
    : doc
}

function mentionOf(node: DocNode, names: ReadonlyMap<string, string>): DocNode {
  const id = node.attrs?.id
  const name = typeof id === 'string' ? names.get(id) : undefined
  if (typeof id === 'string' && name !== undefined) {
    return { ...node, attrs: { ...node.attrs, id, label: name } }
  }
  const text = `@${node.attrs?.label ?? ''}`
  return node.marks ? { type: 'text', text, marks: node.marks } : { type: 'text', text }
}

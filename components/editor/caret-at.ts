// Where a caret of the plain field stands in the editor's document: the plain lines are those of plain-text.ts.

import type { Node } from '@tiptap/pm/model'

/** The position in a document of an offset (UTF-16) in its plain lines; behind the last line: its end. O(document). */
export function caretAt(doc: Node, offset: number): number {
  let left = offset
  let end = 0
  let found: number | null = null
  doc.descendants((node, at) => {
    if (found !== null || !node.isTextblock) return found === null
    found = caretIn(node, at + 1, left)
    left -= node.children.reduce((sum, child) => sum + lengthOf(child), 0) + 1
    end = at + 1 + node.content.size
    return false
  })
  return found ?? end
}

function caretIn(line: Node, start: number, offset: number): number | null {
  let left = offset
  let at = start
  for (const child of line.children) {
    const length = lengthOf(child)
    if (left < length && child.isText) return at + left
    if (left <= 0) return at
    left -= length
    at += child.nodeSize
  }
  return left <= 0 ? at : null
}

function lengthOf(node: Node): number {
  if (node.type.name === 'mention') return String(node.attrs.label ?? '').length + 1
  return node.nodeSize
}

// The words of an editor's document as plain lines, and back: what stands in the plain field until the editor has come.

import type { JSONContent } from '@tiptap/core'
import type { Written } from './post-editor'
import { NOTHING } from './writing'

/** A document as plain lines: one a block. */
export function linesOf(doc: JSONContent | null): string {
  return (doc?.content ?? []).map(wordsOf).join('\n')
}

/** What stands in a plain field that began with the lines of a document: the same document where nothing was changed, with more
 * behind it where something was added, else the plain words. */
export function carriedOver(initial: JSONContent | null, lines: string): Written {
  const before = linesOf(initial)
  if (lines === before) return { doc: initial ?? NOTHING.doc, text: before }
  const kept = before !== '' && lines.startsWith(`${before}\n`) ? (initial?.content ?? []) : []
  const added = kept.length > 0 ? lines.slice(before.length + 1) : lines
  return { doc: { type: 'doc', content: [...kept, ...paragraphs(added)] }, text: lines }
}

function paragraphs(lines: string): JSONContent[] {
  return lines
    .split('\n')
    .map((text) =>
      text === ''
        ? { type: 'paragraph' }
        : { type: 'paragraph', content: [{ type: 'text', text }] },
    )
}

function wordsOf(node: JSONContent): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'mention') return `@${String(node.attrs?.label ?? '')}`
  if (node.type === 'hardBreak') return '\n'
  const isBlock = node.content?.some(({ type }) => type !== undefined && BLOCKS.has(type)) ?? false
  return (node.content ?? []).map(wordsOf).join(isBlock ? '\n' : '')
}

const BLOCKS = new Set([
  'paragraph',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
])

// A document in normal form: the words of its textblocks, joined by newlines, are already the text that offsets count in.
// Textblocks without a word are dropped, save where the schema needs one (a table cell, the head of a list item, an empty document).
// A figure that has lost its caption is its picture or table alone; one that has lost these is a paragraph.

import { type DocMark, type DocNode, inlineText, isTextblock } from './doc-node'
import { composingLength, harmless, normaliseText } from './normalise'

const EMPTY_PARAGRAPH: DocNode = { type: 'paragraph' }
const KEPT_EMPTY = new Set(['doc', 'tableCell', 'tableHeader'])
// Text and line breaks outside a textblock are left for the schema to refuse, not lost in silence.
const LEFT_ALONE = new Set(['horizontalRule', 'hardBreak', 'mention', 'text', 'image'])

/** The document in normal form. Idempotent. Recursive: run checkBounds first. */
export function normaliseDoc(doc: DocNode): DocNode {
  return normaliseBlock(doc) ?? doc
}

function normaliseBlock(node: DocNode): DocNode | null {
  if (LEFT_ALONE.has(node.type)) return node
  const content = isTextblock(node)
    ? normaliseWords(node)
    : (node.content ?? []).flatMap((child) => normaliseBlock(child) ?? [])
  if (node.type === 'listItem' && content.length > 0 && content[0]?.type !== 'paragraph') {
    return { ...node, content: [EMPTY_PARAGRAPH, ...content] }
  }
  if (node.type === 'figure') return figureOf(node, content)
  if (content.length > 0) return { ...node, content }
  return KEPT_EMPTY.has(node.type) ? { ...node, content: [EMPTY_PARAGRAPH] } : null
}

function figureOf(node: DocNode, content: readonly DocNode[]): DocNode | null {
  const [only, ...others] = content
  if (others.length > 0) return { ...node, content }
  return only?.type === 'caption' ? { ...only, type: 'paragraph' } : (only ?? null)
}

function normaliseWords(node: DocNode): readonly DocNode[] {
  return node.type === 'codeBlock'
    ? normaliseCode(node.content ?? [])
    : normaliseInline(node.content ?? [])
}

function normaliseCode(content: readonly DocNode[]): readonly DocNode[] {
  if (!content.every(({ type }) => type === 'text' || type === 'hardBreak')) return content
  const text = normaliseText(content.map(inlineText).join(''))
  const trimmed = text.replace(/^\n+/, '').trimEnd()
  return trimmed === '' ? [] : [{ type: 'text', text: trimmed }]
}

type Run = { text: string; readonly marks: readonly DocMark[] | undefined }

/**
 * Line breaks inside text nodes and runs of spaces become one space, as a browser shows them; none stands at the ends of a line.
 * What composes with the character before it moves to that character's node, so that NFC holds across marks as well.
 */
function normaliseInline(content: readonly DocNode[]): DocNode[] {
  const pieces: (Run | DocNode)[] = []
  for (const node of content) {
    if (node.type === 'text') addText(pieces, node)
    else if (node.type !== 'hardBreak') pieces.push(node)
    else if (trimTail(pieces)) pieces.push(node)
  }
  while (trimTail(pieces) && isBreak(pieces.at(-1))) pieces.pop()
  return pieces.map((piece) => (isRun(piece) ? textNode(piece) : piece))
}

function addText(pieces: (Run | DocNode)[], node: DocNode): void {
  const before = pieces.at(-1)
  const words = harmless(node.text ?? '').replace(/[ \t\n]+/g, ' ')
  const text = isSpaceBefore(before) ? words.replace(/^ /, '') : words
  if (!before || !isRun(before)) {
    if (text !== '') pieces.push({ text, marks: node.marks })
    return
  }
  const taken = isSameMarks(before.marks, node.marks)
    ? text.length
    : composingLength(before.text, text)
  before.text += text.slice(0, taken)
  if (taken < text.length) pieces.push({ text: text.slice(taken), marks: node.marks })
}

/** Drops the spaces at the end; false when nothing is left. */
function trimTail(pieces: (Run | DocNode)[]): boolean {
  for (let last = pieces.at(-1); last && isRun(last); last = pieces.at(-1)) {
    last.text = last.text.trimEnd()
    if (last.text !== '') return true
    pieces.pop()
  }
  return pieces.length > 0
}

function isSpaceBefore(before: Run | DocNode | undefined): boolean {
  if (!before || isBreak(before)) return true
  return isRun(before) && before.text.endsWith(' ')
}

function isRun(piece: Run | DocNode): piece is Run {
  return !('type' in piece)
}

function isBreak(piece: Run | DocNode | undefined): boolean {
  return piece !== undefined && 'type' in piece && piece.type === 'hardBreak'
}

function isSameMarks(one: Run['marks'] = [], other: Run['marks'] = []): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function textNode({ text, marks }: Run): DocNode {
  const normal = text.normalize('NFC')
  return marks ? { type: 'text', text: normal, marks } : { type: 'text', text: normal }
}

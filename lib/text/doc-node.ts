// A document as plain ProseMirror JSON. Everything that needs no editor (offsets, sections, words) works on this type, so that
// neither ProseMirror nor TipTap is loaded for it.

export type DocAttrs = Readonly<Record<string, string | number | null>>

export type DocMark = { readonly type: string; readonly attrs?: DocAttrs }

/** A node of a parsed document. Comes out of parseReadingDoc, parsePostDoc, readingFromMarkdown or postFromMarkdown. */
export type DocNode = {
  readonly type: string
  readonly attrs?: DocAttrs
  readonly content?: readonly DocNode[]
  readonly marks?: readonly DocMark[]
  readonly text?: string
}

/** Whether a stored body is a document. It was checked when it came in: only its outermost form is looked at. */
export function isDocNode(body: unknown): body is DocNode {
  return typeof body === 'object' && body !== null && 'type' in body && body.type === 'doc'
}

const TEXTBLOCKS = new Set(['paragraph', 'heading', 'codeBlock', 'caption'])

/** Whether a node holds text directly: a paragraph, a heading, a code block, a caption. */
export function isTextblock(node: DocNode): boolean {
  return TEXTBLOCKS.has(node.type)
}

/** What an inline node says in plain text: a line break is one newline, a mention its label. */
export function inlineText(node: DocNode): string {
  if (node.type === 'hardBreak') return '\n'
  if (node.type === 'mention') return `@${node.attrs?.label ?? ''}`
  return node.text ?? ''
}

/** The plain text of a textblock. */
export function textblockText(node: DocNode): string {
  return (node.content ?? []).map(inlineText).join('')
}

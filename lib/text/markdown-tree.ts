// From the Markdown parser's tree to ours. Recursive: the depth of the tree is checked before.

import type remarkParse from 'remark-parse'
import type { Plugin } from 'unified'
import { linkAttrs } from './doc-attrs'
import type { DocMark, DocNode } from './doc-node'
import { tooDeep } from './markdown-bounds'

/** A post has neither headings nor tables nor rules. */
export type Dialect = 'reading' | 'post'

export type MarkdownTree =
  typeof remarkParse extends Plugin<infer _, infer _, infer Tree> ? Tree : never
type MarkdownNode = MarkdownTree['children'][number]
type Known<Type extends MarkdownNode['type']> = Extract<MarkdownNode, { type: Type }>

type Scope = {
  readonly dialect: Dialect
  /** Where `[text][name]` leads, by normalised name. */
  readonly addresses: ReadonlyMap<string, string>
  /** What each footnote is called here, by normalised name. */
  readonly notes: ReadonlyMap<string, string>
}

const DEPTH_MAXIMUM = 60

/** Throws Malformed for a tree nested too deep to walk by recursion. Linear, no recursion itself. */
export function checkTree(tree: MarkdownTree): void {
  const open = tree.children.map((node) => ({ node, depth: 1 }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next
    if (depth > DEPTH_MAXIMUM) throw tooDeep()
    if ('children' in node) {
      for (const child of node.children) open.push({ node: child, depth: depth + 1 })
    }
  }
}

/** The document that a Markdown tree describes, not yet in normal form. */
export function docFromTree(tree: MarkdownTree, dialect: Dialect): DocNode {
  const scope = { dialect, ...definitionsIn(tree) }
  return { type: 'doc', content: blocks(tree.children, scope) }
}

function blocks(nodes: readonly MarkdownNode[], scope: Scope): DocNode[] {
  return nodes.flatMap((node) => block(node, scope))
}

function block(node: MarkdownNode, scope: Scope): DocNode[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(inlines(node.children, scope, []))]
    case 'heading':
      return [heading(node, scope)]
    case 'blockquote':
      return [{ type: 'blockquote', content: blocks(node.children, scope) }]
    case 'list':
      return [list(node, scope)]
    case 'code':
      return [code(node)]
    case 'table':
      return table(node, scope)
    case 'thematicBreak':
      return scope.dialect === 'reading' ? [{ type: 'horizontalRule' }] : []
    case 'html':
      return [paragraph(texts(node.value, []))]
    case 'footnoteDefinition':
      return footnote(node, scope)
    default:
      return []
  }
}

function heading(node: Known<'heading'>, scope: Scope): DocNode {
  if (scope.dialect === 'post') {
    return paragraph(inlines(node.children, scope, [{ type: 'bold' }]))
  }
  const attrs = { level: node.depth, sectionId: null }
  return { type: 'heading', attrs, content: inlines(node.children, scope, []) }
}

function list(node: Known<'list'>, scope: Scope): DocNode {
  const content = node.children.map((item) => ({
    type: 'listItem',
    content: withTaskBox(item.checked, blocks(item.children, scope)),
  }))
  return node.ordered
    ? { type: 'orderedList', attrs: { start: node.start ?? 1 }, content }
    : { type: 'bulletList', content }
}

function withTaskBox(checked: boolean | null | undefined, content: DocNode[]): DocNode[] {
  if (typeof checked !== 'boolean') return content
  const box = texts(checked ? '☑ ' : '☐ ', [])
  const [first, ...rest] = content
  return first?.type === 'paragraph'
    ? [paragraph([...box, ...(first.content ?? [])]), ...rest]
    : [paragraph(box), ...content]
}

function code(node: Known<'code'>): DocNode {
  const language = node.lang && /^[\w+#.-]{1,40}$/.test(node.lang) ? node.lang : null
  return { type: 'codeBlock', attrs: { language }, content: texts(node.value, []) }
}

function table(node: Known<'table'>, scope: Scope): DocNode[] {
  if (scope.dialect === 'post') {
    return node.children.map((row) =>
      paragraph(
        row.children.flatMap((cell, column) => [
          ...texts(column > 0 ? ' | ' : '', []),
          ...inlines(cell.children, scope, []),
        ]),
      ),
    )
  }
  const rows = node.children.map((row, index) => ({
    type: 'tableRow',
    content: row.children.map((cell, column) => ({
      type: index === 0 ? 'tableHeader' : 'tableCell',
      attrs: { colspan: 1, rowspan: 1, align: node.align?.[column] ?? null },
      content: [paragraph(inlines(cell.children, scope, []))],
    })),
  }))
  return [{ type: 'table', content: rows }]
}

// A note stands where it was written, under the sign that refers to it.
function footnote(node: Known<'footnoteDefinition'>, scope: Scope): DocNode[] {
  const sign = texts(`[${node.label ?? node.identifier}] `, [])
  const [first, ...rest] = blocks(node.children, scope)
  const content =
    first?.type === 'paragraph'
      ? [paragraph([...sign, ...(first.content ?? [])]), ...rest]
      : [paragraph(sign), ...(first ? [first, ...rest] : [])]
  const note = scope.notes.get(node.identifier.toUpperCase()) ?? null
  return scope.dialect === 'reading' ? [{ type: 'footnote', attrs: { note }, content }] : content
}

function signMarks(identifier: string, { dialect, notes }: Scope, marks: Marks): Marks {
  const note = notes.get(identifier.toUpperCase())
  return dialect === 'reading' && note !== undefined
    ? withMark(marks, { type: 'footnoteRef', attrs: { note } })
    : marks
}

type Marks = readonly DocMark[]

function inlines(nodes: readonly MarkdownNode[], scope: Scope, marks: Marks): DocNode[] {
  return nodes.flatMap((node) => inline(node, scope, marks))
}

function inline(node: MarkdownNode, scope: Scope, marks: Marks): DocNode[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return texts(node.value, marks)
    case 'inlineCode':
      return texts(node.value, withMark(marks, { type: 'code' }))
    case 'strong':
      return inlines(node.children, scope, withMark(marks, { type: 'bold' }))
    case 'emphasis':
      return inlines(node.children, scope, withMark(marks, { type: 'italic' }))
    case 'delete':
      return inlines(node.children, scope, withMark(marks, { type: 'strike' }))
    case 'break':
      return [{ type: 'hardBreak' }]
    case 'link':
      return inlines(node.children, scope, withLink(marks, node.url))
    case 'linkReference':
      return inlines(node.children, scope, withLink(marks, addressOf(node.identifier, scope)))
    case 'image':
      return texts(node.alt ?? '', withLink(marks, node.url))
    case 'imageReference':
      return texts(node.alt ?? '', withLink(marks, addressOf(node.identifier, scope)))
    case 'footnoteReference':
      return texts(`[${node.label ?? node.identifier}]`, signMarks(node.identifier, scope, marks))
    default:
      return []
  }
}

const MARK_ORDER = ['link', 'footnoteRef', 'bold', 'italic', 'strike', 'code']

function withMark(marks: Marks, mark: DocMark): Marks {
  return [...marks.filter(({ type }) => type !== mark.type), mark].sort(
    (one, other) => MARK_ORDER.indexOf(one.type) - MARK_ORDER.indexOf(other.type),
  )
}

function withLink(marks: Marks, href: string | undefined): Marks {
  const attrs = linkAttrs({ href })
  return attrs ? withMark(marks, { type: 'link', attrs }) : marks
}

function addressOf(name: string, { addresses }: Scope): string | undefined {
  return addresses.get(name.toUpperCase())
}

// The first definition of a name counts, as CommonMark says.
function definitionsIn(tree: MarkdownTree): Pick<Scope, 'addresses' | 'notes'> {
  const addresses = new Map<string, string>()
  const notes = new Map<string, string>()
  const open: MarkdownNode[] = [...tree.children].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'definition') keepFirst(addresses, node.identifier, node.url)
    if (node.type === 'footnoteDefinition') {
      keepFirst(notes, node.identifier, String(notes.size + 1))
    }
    if ('children' in node) for (const child of node.children.toReversed()) open.push(child)
  }
  return { addresses, notes }
}

function keepFirst(names: Map<string, string>, identifier: string, value: string): void {
  const name = identifier.toUpperCase()
  if (!names.has(name)) names.set(name, value)
}

function texts(text: string, marks: Marks): DocNode[] {
  if (text === '') return []
  return [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }]
}

function paragraph(content: readonly DocNode[]): DocNode {
  return { type: 'paragraph', content }
}

// From a tree of HTML to blocks of ours. Everything unknown is looked through: what matters is the words. What is known not to belong
// in a text (scripts, forms, what is hidden) is left out and counted.

import { linkAttrs } from '@/lib/text/doc-attrs'
import type { DocAttrs, DocMark, DocNode } from '@/lib/text/doc-node'
import type { DroppedKind } from './converted'
import { captioned, figure, image } from './html-figure'
import { LIST_PARTS, type Listing, listBlocks } from './html-list'
import { marksWithin, withMark } from './html-marks'
import { type Formula, formulaOf, isFormulaShown } from './html-math'
import type { Note } from './html-notes'
import type { Page, Scope } from './html-page'
import { cellNode, isLayout, rowsIn, type TableRows } from './html-table'
import {
  attribute,
  childrenOf,
  classesOf,
  firstElement,
  type HtmlElement,
  type HtmlNode,
  type HtmlRoot,
  isElement,
  textOf,
} from './html-tree'
import { dropsAs, isLineBreaking } from './html-words'
import { blocksOf, endLine, openSink, paragraph, pushBlock } from './sink'

/** The blocks of a page, not yet in normal form. Recursive: parseHtml has bounded the depth. */
export function blocksFromHtml(root: HtmlRoot | HtmlElement, page: Page): readonly DocNode[] {
  return inner(root, { page, marks: [] })
}

function inner(
  node: HtmlRoot | HtmlElement,
  { page, marks, wrap }: { page: Page; marks: readonly DocMark[]; wrap?: Scope['sink']['wrap'] },
): readonly DocNode[] {
  const sink = openSink(wrap)
  walk(childrenOf(node), { page, sink, marks })
  return blocksOf(sink)
}

function walk(nodes: readonly HtmlNode[], scope: Scope): void {
  for (const node of nodes) {
    if (node.type === 'text') addWords(node.value, scope)
    else if (isElement(node)) element(node, scope)
  }
}

function addWords(text: string, { page, sink, marks }: Scope): void {
  page.passed?.(text.length)
  if (text !== '') {
    sink.line.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text })
  }
}

function element(node: HtmlElement, scope: Scope): void {
  const { page } = scope
  if (isFormulaShown(node) || page.notes.backLinks.has(node)) return
  const formula = formulaOf(node)
  const dropped = formula ? null : dropsAs(node)
  if (formula) addFormula(formula, scope)
  else if (dropped !== null) countDropped(dropped, scope)
  else if (page.notes.bodies.has(node)) pushBlock(scope.sink, ...footnote(node, page))
  else (ELEMENTS[node.tagName] ?? through)(node, scope)
}

function countDropped(dropped: DroppedKind | 'silently', { page }: Scope): void {
  if (dropped !== 'silently') page.tally.drop(dropped)
}

function through(node: HtmlElement, scope: Scope): void {
  const breaks = isLineBreaking(node.tagName)
  if (breaks) endLine(scope.sink)
  walk(childrenOf(node), { ...scope, marks: marksWithin(node, scope.marks) })
  if (breaks) endLine(scope.sink)
}

const ELEMENTS: Readonly<Record<string, (node: HtmlElement, scope: Scope) => void>> = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  p: paragraphOrCaption,
  ul: listOrWords,
  ol: listOrWords,
  menu: listOrWords,
  dir: listOrWords,
  blockquote: (node, scope) => {
    const content = inner(node, { page: scope.page, marks: [] })
    if (content.length > 0) pushBlock(scope.sink, { type: 'blockquote', content })
  },
  pre: code,
  table,
  figure: (node, scope) =>
    figure(node, scope, (part) => inner(part, { page: scope.page, marks: [] })),
  img: image,
  hr: (_, { sink }) => pushBlock(sink, { type: 'horizontalRule' }),
  br: (_, { sink }) => {
    sink.line.push({ type: 'hardBreak' })
  },
  a: link,
  q: (node, scope) => {
    addWords('“', scope)
    through(node, scope)
    addWords('”', scope)
  },
  ruby,
  svg: drawing,
  input: tick,
  dt: (node, { sink, page, marks }) =>
    pushBlock(sink, ...inner(node, { page, marks: withMark(marks, { type: 'bold' }) })),
}

function heading(node: HtmlElement, { page, sink }: Scope): void {
  const level = Number(node.tagName.slice(1))
  const wrap = (content: readonly DocNode[]): DocNode => ({
    type: 'heading',
    attrs: { level, sectionId: null },
    content,
  })
  pushBlock(sink, ...inner(node, { page, marks: [], wrap }))
}

function paragraphOrCaption(node: HtmlElement, scope: Scope): void {
  const content = inner(node, { page: scope.page, marks: marksWithin(node, scope.marks) })
  endLine(scope.sink)
  const last = scope.sink.blocks.at(-1)
  const words = content[0]
  const isCaption = classesOf(node).includes('caption') && content.length === 1
  if (
    isCaption &&
    words?.type === 'paragraph' &&
    (last?.type === 'image' || last?.type === 'table')
  ) {
    scope.sink.blocks.pop()
    scope.sink.blocks.push(captioned(last, words.content ?? []))
  } else scope.sink.blocks.push(...content)
  scope.sink.caption = isCaption && last?.type !== 'image' ? (words ?? null) : null
}

const listing: Listing = {
  inner: (node, page) => inner(node, { page, marks: [] }),
  note: footnote,
}

function listOrWords(node: HtmlElement, scope: Scope): void {
  // Old pages indent by lists without items: what stands there is no item of anything.
  if (!childrenOf(node).some((child) => isElement(child) && LIST_PARTS.has(child.tagName))) {
    through(node, scope)
  } else pushBlock(scope.sink, ...listBlocks(node, scope.page, listing))
}

// The reading of a word in small letters stands behind it in brackets; many pages have brackets of their own for this.
function ruby(node: HtmlElement, scope: Scope): void {
  const isBracketed = childrenOf(node).some((part) => isElement(part) && part.tagName === 'rp')
  for (const child of childrenOf(node)) {
    const isAid = isElement(child) && (child.tagName === 'rt' || child.tagName === 'rtc')
    const isBare = isAid && !isBracketed && textOf(child).trim() !== ''
    if (isBare) addWords('(', scope)
    walk([child], scope)
    if (isBare) addWords(')', scope)
  }
}

/** A tick in a text says something; a field to be filled in does not. */
function tick(node: HtmlElement, scope: Scope): void {
  const type = (attribute(node, 'type') ?? '').toLowerCase()
  const isChecked = attribute(node, 'checked') !== null
  if (type === 'checkbox') addWords(isChecked ? '☑ ' : '☐ ', scope)
  else if (type === 'radio') addWords(isChecked ? '◉ ' : '○ ', scope)
  else if (type !== 'hidden') scope.page.tally.drop('form')
}

/** A picture that is wrapped in a drawing, as covers of books are; what else is drawn is left out. */
function drawing(node: HtmlElement, scope: Scope): void {
  const pictures = childrenOf(node).filter(isElement).flatMap(imagesIn)
  for (const picture of pictures) image(picture, scope)
  if (pictures.length === 0) scope.page.tally.drop('drawing')
}

function imagesIn(node: HtmlElement): HtmlElement[] {
  if (node.tagName === 'image') return [node]
  return childrenOf(node).filter(isElement).flatMap(imagesIn)
}

function code(node: HtmlElement, { page, sink }: Scope): void {
  const inside = firstElement(node, 'code')
  const classes = [...classesOf(node), ...(inside ? classesOf(inside) : [])]
  const named = classes.find((name) => /^lang(uage)?-/.test(name))?.replace(/^lang(uage)?-/, '')
  const language = named && /^[\w+#.-]{1,40}$/.test(named) ? named : null
  const text = textOf(node)
  page.passed?.(text.length)
  if (text.trim() !== '') {
    pushBlock(sink, { type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text }] })
  }
}

function table(node: HtmlElement, scope: Scope): void {
  const found = rowsIn(node)
  if (isLayout(node, found)) through(node, scope)
  else pushBlock(scope.sink, withCaptionBefore(tableNode(found, scope), scope.sink))
}

// Word processors write the caption of a table above it.
function withCaptionBefore(made: DocNode, sink: Scope['sink']): DocNode {
  endLine(sink)
  const before = sink.blocks.at(-1)
  if (made.type !== 'table' || !before || before !== sink.caption) return made
  sink.blocks.pop()
  return captioned(made, before.content ?? [])
}

function tableNode({ rows, caption }: TableRows, { page }: Scope): DocNode {
  const content = rows.map((cells) => ({
    type: 'tableRow',
    content: cells.map((cell) => cellNode(cell, inner(cell, { page, marks: [] }))),
  }))
  const made: DocNode = { type: 'table', content }
  const words = (caption ? inner(caption, { page, marks: [] }) : []).flatMap((block) =>
    block.type === 'paragraph' ? (block.content ?? []) : [],
  )
  return words.length > 0 ? captioned(made, words) : made
}

function link(node: HtmlElement, scope: Scope): void {
  const sign = scope.page.notes.signs.get(node)
  if (sign) addSign(sign, scope)
  else {
    const marks = marksWithin(node, scope.marks)
    const attrs = addressOf(node, scope.page)
    const linked = attrs ? withMark(marks, { type: 'link', attrs }) : marks
    walk(childrenOf(node), { ...scope, marks: linked })
  }
}

function addSign({ note, label }: Note, scope: Scope): void {
  const around = scope.marks.filter(({ type }) => type !== 'superscript')
  const marks = withMark(around, { type: 'footnoteRef', attrs: { note } })
  addWords(`[${label}]`, { ...scope, marks })
}

// Where a link leads; null for an anchor, and for what must not be, which is counted.
function addressOf(node: HtmlElement, { base, tally }: Page): DocAttrs | null {
  const href = attribute(node, 'href')
  if (href === null) return null
  const attrs = href.startsWith('#') ? null : linkAttrs({ href: absolute(href, base) })
  if (attrs === null) tally.drop(href.startsWith('#') ? 'inner-link' : 'unsafe-link')
  return attrs
}

function absolute(href: string, base: string | null): string {
  const at = href.trim()
  return base !== null && URL.canParse(at, base) ? new URL(at, base).href : at
}

function addFormula({ source, isBlock, drawing }: Formula, scope: Scope): void {
  if (source === '') return
  const drawn: DocAttrs = drawing === null ? {} : { drawing }
  if (isBlock) {
    const content = [{ type: 'text', text: source }]
    pushBlock(scope.sink, { type: 'codeBlock', attrs: { language: 'math', ...drawn }, content })
  } else {
    const mark = drawing === null ? { type: 'math' } : { type: 'math', attrs: drawn }
    addWords(source, { ...scope, marks: withMark(scope.marks, mark) })
  }
}

// The note's own sign stands before its words, as in a plain text: `[1] See there.`
function footnote(node: HtmlElement, page: Page): readonly DocNode[] {
  const known = page.notes.bodies.get(node)
  if (!known) return []
  const [first, ...rest] = inner(node, { page, marks: [] })
  const sign = { type: 'text', text: `[${known.label}] ` }
  const content =
    first?.type === 'paragraph'
      ? [paragraph([sign, ...withoutOwnSign(first.content ?? [], known.label)]), ...rest]
      : [paragraph([sign]), ...(first ? [first, ...rest] : [])]
  return [{ type: 'footnote', attrs: { note: known.note }, content }]
}

// Many write the number once more in front of the note's words.
function withoutOwnSign(content: readonly DocNode[], label: string): readonly DocNode[] {
  const [first, ...rest] = content
  if (first?.text === undefined) return content
  const text = first.text.trimStart()
  const own = [`[${label}]`, `${label}.`, `${label}:`, label].find(
    (sign) => text.startsWith(sign) && !/^[\p{L}\p{N}]/u.test(text.slice(sign.length)),
  )
  return own === undefined ? content : [{ ...first, text: text.slice(own.length) }, ...rest]
}

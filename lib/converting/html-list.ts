// Lists: their items in order, what stands loose between items as an item of its own, numbers as the page shows them.

import type { DocNode } from '@/lib/text/doc-node'
import type { Page } from './html-page'
import { attribute, childrenOf, type HtmlElement, isElement } from './html-tree'
import { dropsAs } from './html-words'

export type Listing = {
  readonly inner: (node: HtmlElement, page: Page) => readonly DocNode[]
  readonly note: (node: HtmlElement, page: Page) => readonly DocNode[]
}

export const LIST_PARTS: ReadonlySet<string> = new Set(['li', 'ul', 'ol', 'menu', 'dir'])

type Item = { readonly content: readonly DocNode[]; readonly value: number; readonly type: string }

/** The blocks of a list element: one list, or several where its numbers leap, and the footnotes that were its items. */
export function listBlocks(node: HtmlElement, page: Page, listing: Listing): readonly DocNode[] {
  const items: Item[] = []
  const notes: DocNode[] = []
  const numbers = numbering(node)
  for (const child of partsOf(node, page)) {
    if (page.notes.bodies.has(child)) notes.push(...listing.note(child, page))
    else if (child.tagName === 'li') addItem(items, listing.inner(child, page), numbers(child))
    else if (LIST_PARTS.has(child.tagName)) addToLastItem(items, listBlocks(child, page, listing))
    else addItem(items, listing.inner(child, page), numbers(child))
  }
  return [...withoutShell(items), ...notes]

  // A list around nothing but a list is only there for its indent.
  function withoutShell(all: readonly Item[]): readonly DocNode[] {
    const [only, ...others] = all
    const isShell = only && others.length === 0 && only.content.every(isList)
    return isShell ? only.content : listNodes(node, all)
  }
}

function isList({ type }: DocNode): boolean {
  return type === 'bulletList' || type === 'orderedList'
}

// What is loose is put together, as if somebody had written the item around it.
function partsOf(node: HtmlElement, page: Page): readonly HtmlElement[] {
  const parts: HtmlElement[] = []
  let loose: HtmlElement['children'] = []
  const close = () => {
    const children = loose
    loose = []
    if (children.some((one) => one.type !== 'text' || one.value.trim() !== '')) {
      parts.push({ type: 'element', tagName: 'div', properties: {}, children })
    }
  }
  for (const child of childrenOf(node)) {
    const isPart =
      isElement(child) && (LIST_PARTS.has(child.tagName) || page.notes.bodies.has(child))
    if (child.type === 'doctype' || (isElement(child) && isDropped(child, page))) continue
    if (isPart) {
      close()
      parts.push(child)
    } else loose.push(child)
  }
  close()
  return parts
}

function isDropped(child: HtmlElement, page: Page): boolean {
  const dropped = dropsAs(child)
  if (dropped !== null && dropped !== 'silently') page.tally.drop(dropped)
  return dropped !== null
}

function addItem(
  items: Item[],
  content: readonly DocNode[],
  number: { readonly value: number; readonly type: string },
): void {
  if (content.length > 0) items.push({ content, ...number })
}

// A list that stands in a list instead of in one of its items belongs to the item before it.
function addToLastItem(items: Item[], nested: readonly DocNode[]): void {
  const last = items.pop()
  if (nested.length > 0 || last) {
    items.push({
      value: 1,
      type: '1',
      ...last,
      content: [...(last?.content ?? []), ...nested],
    })
  }
}

const TYPES: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
}

/** A function that says of item after item which number it shows, and in which letters. */
function numbering(list: HtmlElement) {
  const isReversed = attribute(list, 'reversed') !== null
  const count = childrenOf(list).filter((one) => isElement(one) && one.tagName === 'li').length
  let next = wholeNumber(attribute(list, 'start')) ?? (isReversed ? count : 1)
  const usual = typeOf(list) ?? '1'
  return (item: HtmlElement) => {
    const value = wholeNumber(attribute(item, 'value')) ?? next
    next = isReversed ? value - 1 : value + 1
    return { value, type: typeOf(item) ?? usual }
  }
}

function typeOf(element: HtmlElement): string | null {
  const said = attribute(element, 'type')
  if (said !== null && /^[1aAiI]$/.test(said)) return said
  const style = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attribute(element, 'style') ?? '')?.[1]
  return TYPES[style ?? ''] ?? null
}

function wholeNumber(said: string | null): number | null {
  const number = Number.parseInt(said ?? '', 10)
  return Number.isInteger(number) && number >= 0 ? number : null
}

function listNodes(node: HtmlElement, items: readonly Item[]): DocNode[] {
  const listItems = items.map(({ content }) => ({ type: 'listItem', content }))
  if (items.length === 0) return []
  if (node.tagName !== 'ol') return [{ type: 'bulletList', content: listItems }]
  const lists: { start: number; type: string; content: DocNode[] }[] = []
  for (const [at, { value, type }] of items.entries()) {
    const last = lists.at(-1)
    const item = listItems[at]
    if (!item) continue
    const isNext = last && last.type === type && last.start + last.content.length === value
    if (isNext) last.content.push(item)
    else lists.push({ start: value, type, content: [item] })
  }
  return lists.map(({ start, type, content }) => ({
    type: 'orderedList',
    attrs: { start, ...(type !== '1' && { type }) },
    content,
  }))
}

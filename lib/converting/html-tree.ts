// HTML as a tree, and the few questions that are asked of one.

import rehypeParse from 'rehype-parse'
import { type Plugin, unified } from 'unified'
import { Malformed } from '@/lib/errors'

export type HtmlRoot =
  typeof rehypeParse extends Plugin<infer _, infer _, infer Tree> ? Tree : never
export type HtmlNode = HtmlRoot['children'][number]
export type HtmlElement = Extract<HtmlNode, { type: 'element' }>

const DEPTH_MAXIMUM = 500

const parser = unified().use(rehypeParse).freeze()

/** The tree of some HTML, well-formed or not. Throws Malformed when it nests too deep to be walked by recursion. */
export function parseHtml(html: string): HtmlRoot {
  const tree = parsed(html)
  requireShallow(tree)
  return tree
}

/** Throws Malformed for a tree that nests too deep to be walked by recursion. */
export function requireShallow(tree: HtmlRoot): void {
  const open = tree.children.map((node) => ({ node, depth: 1 }))
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > DEPTH_MAXIMUM) throw tooDeep()
    for (const child of childrenOf(next.node)) open.push({ node: child, depth: next.depth + 1 })
  }
}

function parsed(html: string): HtmlRoot {
  try {
    return parser.parse(html)
  } catch (error) {
    // The parser recurses: a document nested by the ten thousand ends its stack.
    if (error instanceof RangeError) throw tooDeep()
    throw error
  }
}

function tooDeep(): Malformed {
  return new Malformed('html-too-deep', 'The page is nested too deep to be read.')
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.type === 'element'
}

export function childrenOf(node: HtmlNode | HtmlRoot): readonly HtmlNode[] {
  return 'children' in node ? node.children : []
}

/** An attribute by the name that it has in HTML; null when it is not there. */
export function attribute({ properties }: HtmlElement, name: string): string | null {
  const value = properties[name]
  if (value === undefined || value === null || value === false) return null
  return Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value)
}

export function classesOf(element: HtmlElement): readonly string[] {
  return (attribute(element, 'className') ?? '').split(/\s+/).filter((name) => name !== '')
}

/** Whether an element has one of some words in its `role` or `epub:type`. */
export function hasRole(element: HtmlElement, roles: ReadonlySet<string>): boolean {
  const words = `${attribute(element, 'role') ?? ''} ${attribute(element, 'epub:type') ?? ''}`
  return words.split(/\s+/).some((word) => roles.has(word))
}

/** All the words inside a node, line breaks as newlines. */
export function textOf(node: HtmlNode | HtmlRoot): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'br') return '\n'
  return childrenOf(node).map(textOf).join('')
}

/** Every element under a node, in order, with the elements it lies in, the nearest last. */
export function walkElements(
  root: HtmlNode | HtmlRoot,
  visit: (element: HtmlElement, ancestors: readonly HtmlElement[]) => void,
): void {
  const ancestors: HtmlElement[] = []
  const walk = (node: HtmlNode | HtmlRoot): void => {
    for (const child of childrenOf(node)) {
      if (!isElement(child)) continue
      visit(child, ancestors)
      ancestors.push(child)
      walk(child)
      ancestors.pop()
    }
  }
  walk(root)
}

/** The first element of a name, or null. */
export function firstElement(root: HtmlNode | HtmlRoot, tagName: string): HtmlElement | null {
  for (const child of childrenOf(root)) {
    if (!isElement(child)) continue
    if (child.tagName === tagName) return child
    const inner = firstElement(child, tagName)
    if (inner) return inner
  }
  return null
}

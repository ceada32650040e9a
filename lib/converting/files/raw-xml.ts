// The XML of a word-processed text as a tree that can be changed and written again without losing anything that is not understood:
// each element keeps its own tag as it was written.

import { Malformed } from '@/lib/errors'

export type RawElement = {
  name: string
  /** The opening tag without its brackets and without a closing slash. */
  tag: string
  children: RawNode[]
}
/** An element, or what stands between two: escaped text, a comment, a declaration. */
export type RawNode = RawElement | string

const DEPTH_MAXIMUM = 300
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>|<\/[^>]*>|<(?:[^"'>]|"[^"]*"|'[^']*')*>|[^<]+/g

/**
 * The nodes of a document. Throws Malformed for one that is nested too deep or whose tags do not match. Linear.
 */
export function rawXml(xml: string): RawNode[] {
  const root: RawElement = { name: '', tag: '', children: [] }
  const open = [root]
  for (const [token] of xml.matchAll(TOKEN)) {
    if (!token.startsWith('<') || /^<[?!]/.test(token)) open.at(-1)?.children.push(token)
    else if (token.startsWith('</')) close(open, token.slice(2, -1).trim())
    else begin(open, token)
  }
  if (open.length !== 1) throw broken()
  return root.children
}

function begin(open: RawElement[], token: string): void {
  const isEmpty = token.endsWith('/>')
  const tag = token.slice(1, isEmpty ? -2 : -1).trimEnd()
  const element = { name: /^\S+/.exec(tag)?.[0] ?? '', tag, children: [] }
  open.at(-1)?.children.push(element)
  if (!isEmpty) open.push(element)
  if (open.length > DEPTH_MAXIMUM) {
    throw new Malformed('too-deep', 'This text is nested too deep to be read.')
  }
}

function close(open: RawElement[], name: string): void {
  if (open.pop()?.name !== name || open.length === 0) throw broken()
}

function broken(): Malformed {
  return new Malformed('broken', 'A part of this document is broken.')
}

/** The document again. */
export function writtenXml(nodes: readonly RawNode[]): string {
  const parts: string[] = []
  const write = (node: RawNode): void => {
    if (typeof node === 'string') parts.push(node)
    else if (node.children.length === 0) parts.push(`<${node.tag}/>`)
    else {
      parts.push(`<${node.tag}>`)
      for (const child of node.children) write(child)
      parts.push(`</${node.name}>`)
    }
  }
  for (const node of nodes) write(node)
  return parts.join('')
}

/** A new element; `attributes` as they are written in a tag. */
export function rawElement(
  name: string,
  children: readonly RawNode[] = [],
  attributes = '',
): RawElement {
  return { name, tag: attributes === '' ? name : `${name} ${attributes}`, children: [...children] }
}

/** An attribute, unescaped; null where it is not there. */
export function attributeOf({ tag }: RawElement, name: string): string | null {
  const at = tag.indexOf(`${name}=`)
  if (at === -1) return null
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found ? unescapedXml(found[1] ?? found[2] ?? '') : null
}

/** The first child of a name, or null. */
export function childNamed(
  element: RawElement | null | undefined,
  name: string,
): RawElement | null {
  for (const child of element?.children ?? []) {
    if (typeof child !== 'string' && child.name === name) return child
  }
  return null
}

/** Whether an element, or something in it, is of one of some names. */
export function holds(node: RawNode, names: ReadonlySet<string>): boolean {
  if (typeof node === 'string') return false
  return names.has(node.name) || node.children.some((child) => holds(child, names))
}

/** All elements of a name under some nodes, in order; those inside of a found one are not looked for. */
export function elementsNamed(nodes: readonly RawNode[], name: string): RawElement[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return []
    return node.name === name ? [node] : elementsNamed(node.children, name)
  })
}

/** What the elements of a name in an element say, unescaped. */
export function textIn(element: RawElement, name: string): string {
  return elementsNamed(element.children, name)
    .flatMap(({ children }) => children)
    .map((child) => (typeof child === 'string' ? unescapedXml(child) : ''))
    .join('')
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

export function unescapedXml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi,
    (all, ...found) => {
      const [decimal, hexadecimal, name] = found
      if (typeof name === 'string') return NAMED[name] ?? all
      const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
    },
  )
}

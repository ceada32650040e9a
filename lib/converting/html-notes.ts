// Footnotes as word processors, book makers and encyclopaedias write them: a short link to an element that links back, or one that says
// what it is by its role. Found before anything is converted, since a note may stand far from its sign.

import {
  attribute,
  childrenOf,
  classesOf,
  firstElement,
  type HtmlElement,
  type HtmlRoot,
  hasRole,
  isElement,
  textOf,
  walkElements,
} from './html-tree'

export type Note = {
  /** Its name in the document, a number in the order of first signs. */
  readonly note: string
  /** What its sign shows, without brackets. */
  readonly label: string
}

export type Notes = {
  readonly signs: ReadonlyMap<HtmlElement, Note>
  readonly bodies: ReadonlyMap<HtmlElement, Note>
  /** Links from a note back to its sign. */
  readonly backLinks: ReadonlySet<HtmlElement>
}

const SIGN_ROLES: ReadonlySet<string> = new Set(['doc-noteref', 'noteref'])
const BACK_ROLES: ReadonlySet<string> = new Set(['doc-backlink', 'backlink'])
const BODIES: ReadonlySet<string> = new Set(['li', 'aside', 'div', 'p', 'dd', 'section', 'td'])
const HEADING = /^h[1-6]$/
const LABEL_MAXIMUM = 8
// Of what says that it is a sign, whatever it shows.
const SAID_LABEL_MAXIMUM = 200
const NOTES_MAXIMUM = 10_000

type Link = {
  readonly element: HtmlElement
  readonly target: string
  /** The names by which something may link back to it: its own, and those of what wraps it closely. */
  readonly names: readonly string[]
  readonly order: number
  /** Whether it lies in a heading: what leads back from there leads to a table of contents. */
  readonly isInHeading: boolean
  /** Whether its line says nothing else, as that of an entry in a table of contents. */
  readonly isAlone: boolean
}

/** The footnotes of a page. Linear in its size. */
export function notesIn(root: HtmlRoot): Notes {
  const { links, places } = surveyed(root)
  const linksIn = linksByBody(links, places)
  const found = { signs: new Map(), bodies: new Map(), backLinks: new Set<HtmlElement>() }
  const taken = new Map<HtmlElement, Note>()
  for (const link of links) {
    const body = places.get(link.target)
    if (!body || found.backLinks.has(link.element) || taken.size > NOTES_MAXIMUM) continue
    const back = (linksIn.get(body.element) ?? []).filter(({ target }) =>
      link.names.includes(target),
    )
    if (!isSign(link, body, back)) continue
    const label = labelOf(link.element)
    const note = taken.get(body.element) ?? { note: String(taken.size + 1), label }
    taken.set(body.element, note)
    found.signs.set(link.element, { ...note, label })
    found.bodies.set(body.element, note)
    for (const { element } of back) found.backLinks.add(element)
  }
  return found
}

type Place = { readonly element: HtmlElement; readonly order: number; readonly isHeading: boolean }

const LINES: ReadonlySet<string> = new Set(['p', 'li', 'td', 'div', 'dd', 'dt', 'h1', 'h2', 'h3'])
const LINE_MAXIMUM = 400

// Raised signs may stand alone, in a cell of a table for instance.
function isAlone(link: HtmlElement, ancestors: readonly HtmlElement[]): boolean {
  const line = ancestors.findLast(({ tagName }) => LINES.has(tagName))
  const isRaised = [link, ...ancestors.slice(-2)].some(({ tagName }) => tagName === 'sup')
  if (!line || isRaised || firstElement(link, 'sup')) return false
  const words = textUpTo(line, LINE_MAXIMUM).trim()
  return words === textOf(link).trim()
}

function textUpTo(node: HtmlElement, maximum: number): string {
  let words = ''
  for (const child of node.children) {
    if (words.length > maximum) break
    words += child.type === 'text' ? child.value : isElement(child) ? textUpTo(child, maximum) : ''
  }
  return words
}

function surveyed(root: HtmlRoot) {
  const links: Link[] = []
  const places = new Map<string, Place>()
  let order = 0
  walkElements(root, (element, ancestors) => {
    order += 1
    for (const name of namesOf(element)) {
      if (!places.has(name)) places.set(name, placeOf(element, ancestors, order))
    }
    const href = element.tagName === 'a' ? attribute(element, 'href') : null
    if (!href?.startsWith('#') || href.length < 2) return
    const near = ancestors
      .slice(-2)
      .filter(({ tagName }) => tagName === 'sup' || tagName === 'span')
    links.push({
      element,
      target: decoded(href.slice(1)),
      names: [element, ...near].flatMap(namesOf),
      order,
      isInHeading: ancestors.some(({ tagName }) => HEADING.test(tagName)),
      isAlone: isAlone(element, ancestors),
    })
  })
  return { links, places }
}

function namesOf(element: HtmlElement): string[] {
  return [attribute(element, 'id'), attribute(element, 'name')].filter((name) => name !== null)
}

// A name on an inline anchor means the block that it stands in; a paragraph in a list item or in a division made for the note, that.
function placeOf(element: HtmlElement, ancestors: readonly HtmlElement[], order: number): Place {
  const isHeading = [element, ...ancestors].some(({ tagName }) => HEADING.test(tagName))
  const line = [...ancestors, element]
  const at = line.findLastIndex(({ tagName }) => BODIES.has(tagName))
  const body = line[at] ?? element
  const holder = line[at - 1]
  const isInHolder =
    body.tagName === 'p' &&
    holder !== undefined &&
    (holder.tagName === 'li' || /footnote|endnote/.test(attribute(holder, 'id') ?? ''))
  return { element: isInHolder ? holder : body, order, isHeading }
}

function linksByBody(links: readonly Link[], places: ReadonlyMap<string, Place>) {
  const bodies = new Set([...places.values()].map(({ element }) => element))
  const byElement = new Map(links.map((link) => [link.element, link]))
  const found = new Map<HtmlElement, Link[]>()
  for (const body of bodies) {
    if (body.tagName === 'section' || body.tagName === 'td') continue
    const inside: Link[] = []
    // A note is short: what holds very many elements is a chapter.
    let left = ELEMENTS_OF_A_NOTE
    walkElements(body, (element) => {
      left -= 1
      const link = left > 0 ? byElement.get(element) : undefined
      if (link) inside.push(link)
    })
    if (left > 0) found.set(body, inside)
  }
  return found
}

const ELEMENTS_OF_A_NOTE = 400

function isSign(link: Link, body: Place, back: readonly Link[]): boolean {
  if (body.isHeading || hasRole(link.element, BACK_ROLES)) return false
  const says = hasRole(link.element, SIGN_ROLES) || classesOf(link.element).includes('footnote-ref')
  if (says) return labelOf(link.element).length <= SAID_LABEL_MAXIMUM
  const label = labelOf(link.element)
  if (label === '' || label.length > LABEL_MAXIMUM || body.order <= link.order) return false
  // A chapter links back from its heading to the table of contents, whose lines are links and nothing else.
  const ways = back.filter(({ isInHeading, isAlone }) => !isInHeading && !(isAlone && link.isAlone))
  return ways.length > 0 && !holdsHeading(body.element)
}

function holdsHeading(element: HtmlElement): boolean {
  return childrenOf(element).some(
    (child) => isElement(child) && (HEADING.test(child.tagName) || holdsHeading(child)),
  )
}

/** What a sign shows, without its brackets. */
function labelOf(element: HtmlElement): string {
  return textOf(element)
    .trim()
    .replace(/^[[(]|[\])]$/g, '')
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

// What is pasted from a word processor or a web page, made plain before the schema takes what it knows of it: Word's own marks and its
// lists that are no lists, Google Docs' bold that is none. Runs in the browser, on a document of its own: nothing in it is loaded or run.

const GONE = 'style, script, meta, link, title, xml, noscript, iframe, object, button, input, svg'

/** The same words and structure as clean HTML. */
export function plainPaste(html: string): string {
  const page = new DOMParser().parseFromString(withoutConditions(html), 'text/html')
  for (const element of page.querySelectorAll(GONE)) element.remove()
  for (const element of [...page.body.querySelectorAll('*')]) {
    if (element.tagName.includes(':')) element.replaceWith(...element.childNodes)
  }
  code(page)
  wordLists(page)
  nestedLists(page)
  for (const element of [...page.body.querySelectorAll<HTMLElement>('b, strong')]) {
    // Google Docs wraps everything in a <b> that is not bold.
    if (/^(normal|400)$/.test(element.style.fontWeight)) element.replaceWith(...element.childNodes)
  }
  for (const element of [...page.body.querySelectorAll<HTMLElement>('span, font')]) {
    element.replaceWith(...marked(page, element))
  }
  for (const element of page.body.querySelectorAll('*')) bare(element)
  withoutBlankLines(page)
  return page.body.innerHTML
}

function withoutConditions(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[[\s\S]*?\]>/g, '')
}

const MONOSPACE = /mono|courier|consolas|menlo|monaco/i

// An editor of code writes lines as blocks whose blanks only their look keeps.
function code(page: Document): void {
  for (const element of [...page.body.querySelectorAll<HTMLElement>('div, span, p')]) {
    const { whiteSpace, fontFamily } = element.style
    if (!whiteSpace.startsWith('pre') || !MONOSPACE.test(fontFamily)) continue
    for (const line of element.querySelectorAll('br')) line.replaceWith('\n')
    const lines = [...element.children].some(({ localName }) => localName === 'div')
      ? [...element.children].map(({ textContent }) => (textContent ?? '').replace(/\n$/, ''))
      : (element.textContent ?? '').split('\n')
    const words = page.createElement('code')
    words.textContent = lines.join('\n')
    const block = page.createElement('pre')
    block.append(words)
    element.replaceWith(lines.length > 1 ? block : words)
  }
}

// Word writes a list as paragraphs whose sign is a text of its own. Its levels become lists in lists.
function wordLists(page: Document): void {
  let open: readonly OpenList[] = []
  for (const paragraph of [...page.body.querySelectorAll<HTMLElement>('p, h1, h2, h3')]) {
    const level = levelOf(paragraph)
    if (level === null || open[0]?.list.nextElementSibling !== paragraph) open = []
    if (level !== null) open = withItem(page, open, paragraph, level)
  }
}

type OpenList = { readonly list: HTMLElement; readonly level: number }

/** Puts a paragraph into the list of its level; the lists that are open after it. */
function withItem(
  page: Document,
  open: readonly OpenList[],
  paragraph: HTMLElement,
  level: number,
): readonly OpenList[] {
  const tag = /^[\p{L}\p{N}]+[.)]/u.test(signOf(paragraph)) ? 'ol' : 'ul'
  const around = open.filter((one) => one.level < level)
  const same = open.find((one) => one.level === level && one.list.localName === tag)
  const list = same?.list ?? page.createElement(tag)
  const outer = around.at(-1)?.list.lastElementChild
  if (!same && outer) outer.append(list)
  else if (!same) paragraph.before(list)
  const item = page.createElement('li')
  item.append(...paragraph.childNodes)
  list.append(item)
  paragraph.remove()
  return [...around, { list, level }]
}

/** The level of an item of a list in Word, from 1; null for what is no item. */
function levelOf(element: HTMLElement): number | null {
  const found = /mso-list:\s*l\d+(?:\s+level(\d+))?/i.exec(element.getAttribute('style') ?? '')
  return found ? Number(found[1] ?? 1) : null
}

// Google Docs puts a list straight into a list; it belongs to the item before it.
function nestedLists(page: Document): void {
  for (const list of [...page.body.querySelectorAll(':is(ul, ol) > :is(ul, ol)')]) {
    if (list.previousElementSibling?.localName === 'li') list.previousElementSibling.append(list)
  }
}

const BLOCK = /^(p|h[1-6]|ul|ol|pre|blockquote|table|div|figure)$/

// Paragraphs stand apart by themselves: a blank line between two of them is a paragraph too many.
function withoutBlankLines(page: Document): void {
  for (const line of [...page.body.querySelectorAll('br')]) {
    const beside = [line.previousElementSibling, line.nextElementSibling]
    const alone = !words(line.previousSibling) && !words(line.nextSibling)
    if (alone && beside.some((one) => one !== null && BLOCK.test(one.localName))) line.remove()
  }
  for (const paragraph of [...page.body.querySelectorAll('p')]) {
    const inCell = paragraph.parentElement?.matches('td, th, li') ?? false
    const empty = (paragraph.textContent ?? '').trim() === '' && !paragraph.querySelector('img')
    if (empty && !inCell && page.body.children.length > 1) paragraph.remove()
  }
}

function words(node: Node | null): boolean {
  return node?.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== ''
}

/** Takes the sign of an item out of it. */
function signOf(paragraph: HTMLElement): string {
  const signs = [...paragraph.querySelectorAll<HTMLElement>('span')].filter((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  )
  const words = signs.map(({ textContent }) => textContent ?? '').join('')
  for (const sign of signs) sign.remove()
  return words.trim()
}

/** The content of a span, in the elements that its look stands for. */
function marked(page: Document, span: HTMLElement): readonly Node[] {
  const { fontWeight, fontStyle, textDecoration, verticalAlign } = span.style
  const tags = [
    ...(/^(bold|[6-9]00)$/.test(fontWeight) ? ['strong'] : []),
    ...(fontStyle === 'italic' ? ['em'] : []),
    ...(textDecoration.includes('line-through') ? ['s'] : []),
    ...(verticalAlign === 'super' ? ['sup'] : []),
    ...(verticalAlign === 'sub' ? ['sub'] : []),
  ]
  let inside: readonly Node[] = [...span.childNodes]
  for (const tag of tags) {
    const element = page.createElement(tag)
    element.append(...inside)
    inside = [element]
  }
  return inside
}

const KEPT = new Set([
  'href',
  'src',
  'alt',
  'colspan',
  'rowspan',
  'start',
  'data-section',
  'data-footnote',
  'data-math',
  'data-align',
  'title',
])

function bare(element: Element): void {
  for (const { name } of [...element.attributes]) {
    if (!KEPT.has(name)) element.removeAttribute(name)
  }
}

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
  wordLists(page)
  for (const element of [...page.body.querySelectorAll<HTMLElement>('b, strong')]) {
    // Google Docs wraps everything in a <b> that is not bold.
    if (/^(normal|400)$/.test(element.style.fontWeight)) element.replaceWith(...element.childNodes)
  }
  for (const element of [...page.body.querySelectorAll<HTMLElement>('span, font')]) {
    element.replaceWith(...marked(page, element))
  }
  for (const element of page.body.querySelectorAll('*')) bare(element)
  return page.body.innerHTML
}

function withoutConditions(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[[\s\S]*?\]>/g, '')
}

// Word writes a list as paragraphs whose sign is a text of its own.
function wordLists(page: Document): void {
  let list: HTMLElement | null = null
  for (const paragraph of [...page.body.querySelectorAll<HTMLElement>('p, h1, h2, h3')]) {
    if (!isWordItem(paragraph)) {
      list = null
      continue
    }
    const sign = signOf(paragraph)
    const tag = /^[\p{L}\p{N}]+[.)]/u.test(sign) ? 'ol' : 'ul'
    if (!list || list.nextElementSibling !== paragraph || list.localName !== tag) {
      list = page.createElement(tag)
      paragraph.before(list)
    }
    const item = page.createElement('li')
    item.append(...paragraph.childNodes)
    list.append(item)
    paragraph.remove()
  }
}

function isWordItem(element: HTMLElement): boolean {
  return /mso-list:\s*l\d/i.test(element.getAttribute('style') ?? '')
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

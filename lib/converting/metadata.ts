// What a page says about itself in its head.

import { type Metadata, NOTHING_KNOWN } from './converted'
import {
  attribute,
  firstElement,
  type HtmlElement,
  type HtmlRoot,
  textOf,
  walkElements,
} from './html-tree'

const TITLES = ['citation_title', 'og:title', 'dc.title', 'dcterms.title']
const AUTHORS = ['citation_author', 'author', 'dc.creator', 'dcterms.creator', 'article:author']
const DATES = [
  'citation_publication_date',
  'article:published_time',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'date',
]
const LICENCES = ['dc.rights', 'dcterms.license', 'dcterms.rights', 'copyright']

/** What the head of a page says of it. */
export function metadataOf(root: HtmlRoot): Metadata {
  const meta = new Map<string, string[]>()
  const links = new Map<string, string>()
  walkElements(root, (element) => {
    if (element.tagName === 'meta') addMeta(meta, element)
    if (element.tagName === 'link' || element.tagName === 'a') addLink(links, element)
  })
  const first = (names: readonly string[]) => names.flatMap((name) => meta.get(name) ?? [])[0] ?? ''
  const html = firstElement(root, 'html')
  const title = firstElement(root, 'title')
  return {
    ...NOTHING_KNOWN,
    title: oneLine(first(TITLES) || (title ? textOf(title) : '')),
    authors: authorsFrom(
      AUTHORS.map((name) => meta.get(name) ?? []).find(({ length }) => length > 0) ?? [],
    ),
    dated: dateFrom(first(DATES)),
    sourceUrl: webAddress(links.get('canonical') ?? first(['og:url'])),
    licence: oneLine(links.get('license') ?? first(LICENCES)).slice(0, 200),
    language: (html ? attribute(html, 'lang') : null) ?? first(['content-language', 'dc.language']),
  }
}

function addMeta(meta: Map<string, string[]>, element: HtmlElement): void {
  const name =
    attribute(element, 'name') ?? attribute(element, 'property') ?? attribute(element, 'httpEquiv')
  const content = attribute(element, 'content')?.trim()
  if (name && content)
    meta.set(name.toLowerCase(), [...(meta.get(name.toLowerCase()) ?? []), content])
}

function addLink(links: Map<string, string>, element: HtmlElement): void {
  const href = attribute(element, 'href')
  for (const rel of (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/)) {
    if (href && (rel === 'canonical' || rel === 'license') && !links.has(rel)) links.set(rel, href)
  }
}

/** Names from what is given as one or several; addresses and profiles are none. */
export function authorsFrom(given: readonly string[]): readonly string[] {
  const names = given
    .flatMap((names) => names.split(/;|\band\b|\s&\s|\n/))
    .map(oneLine)
    .filter((name) => name !== '' && name.length <= 200 && !/^https?:/.test(name))
  return [...new Set(names)].slice(0, 50)
}

/** A date for people: `2024-06-19` of a moment, else what was written if it is short. */
export function dateFrom(given: string): string {
  const day = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})/.exec(given.trim())
  if (day) return `${day[1]}-${day[2]?.padStart(2, '0')}-${day[3]?.padStart(2, '0')}`
  return oneLine(given).slice(0, 40)
}

/** An address that a text may be said to come from; empty for any other. */
export function webAddress(address: string): string {
  return /^https?:\/\//i.test(address) && URL.canParse(address) && address.length <= 2_000
    ? address
    : ''
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500)
}

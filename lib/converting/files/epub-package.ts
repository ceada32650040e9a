// What an EPUB says of itself: which files are its text, in which order, what its chapters are called.

import type { Metadata } from '@/lib/converting/converted'
import { authorsFrom, dateFrom, oneLine, webAddress } from '@/lib/converting/metadata'
import { Invalid } from '@/lib/errors'
import { elementsOf, parseXml, wordsOf, type Xml, type XmlElement } from './xml'
import type { Zip } from './zip'

export type BookPackage = {
  readonly metadata: Metadata
  /** Paths of its text in reading order. */
  readonly spine: readonly string[]
  /** What the table of contents calls a path. */
  readonly titles: ReadonlyMap<string, string>
}

/** Reads an EPUB's package. Throws Invalid for what is no EPUB, or is locked. */
export async function bookPackage(zip: Zip): Promise<BookPackage> {
  await requireOpen(zip)
  const path = await packagePath(zip)
  const bytes = await zip.read(path)
  if (!bytes) throw notABook()
  const xml = parseXml(bytes)
  const items = elementsOf(xml, 'item').map((item) => ({
    id: item.getAttribute('id') ?? '',
    path: resolved(item.getAttribute('href') ?? '', path),
    type: item.getAttribute('media-type') ?? '',
    properties: (item.getAttribute('properties') ?? '').split(/\s+/),
    fallback: item.getAttribute('fallback') ?? '',
  }))
  const byId = new Map(items.map((item) => [item.id, item]))
  const readable = (item: Item | undefined, depth = 0): Item | undefined =>
    !item || isReadable(item) || depth > FALLBACKS_MAXIMUM
      ? item
      : readable(byId.get(item.fallback), depth + 1)
  const spine = elementsOf(xml, 'itemref')
    .flatMap((ref) => readable(byId.get(ref.getAttribute('idref') ?? '')) ?? [])
    .filter((item) => isReadable(item) && !item.properties.includes('nav'))
    .map((item) => item.path)
  if (spine.length === 0) throw notABook()
  // A book of the third kind often has the table of the second kind as well, for old devices.
  const contents =
    items.find(({ properties }) => properties.includes('nav')) ??
    items.find(({ type }) => /dtbncx/.test(type))
  return {
    metadata: metadataOf(xml),
    spine: [...new Set(spine)],
    titles: await titlesIn(zip, contents?.path),
  }
}

type Item = {
  readonly id: string
  readonly path: string
  readonly type: string
  readonly properties: readonly string[]
  readonly fallback: string
}

const FALLBACKS_MAXIMUM = 5

function isReadable({ type, path }: Item): boolean {
  return /html|x-dtbook|oeb1-document/.test(type) || (type === '' && /\.x?html?$/i.test(path))
}

// Fonts are often scrambled by the same file; only a scrambled text cannot be read.
async function requireOpen(zip: Zip): Promise<void> {
  const bytes = await zip.read('META-INF/encryption.xml')
  if (!bytes) return
  const locked = elementsOf(parseXml(bytes), 'CipherReference').some((part) =>
    /\.(x?html?|xml|opf)$/i.test(part.getAttribute('URI') ?? ''),
  )
  if (locked) {
    throw new Invalid('encrypted', 'This book is locked by its seller and cannot be read here.')
  }
}

async function packagePath(zip: Zip): Promise<string> {
  const bytes = await zip.read('META-INF/container.xml')
  const [root] = bytes ? elementsOf(parseXml(bytes), 'rootfile') : []
  const path = root?.getAttribute('full-path')
  if (!path) throw notABook()
  return path
}

function notABook(): Invalid {
  return new Invalid('broken', 'This is no EPUB that can be read: its list of chapters is missing.')
}

function metadataOf(xml: Xml): Metadata {
  const first = (name: string) => wordsOf(xml, name)[0] ?? ''
  return {
    title: oneLine(first('dc:title')),
    authors: authorsFrom(wordsOf(xml, 'dc:creator')),
    dated: dateFrom(first('dc:date')),
    sourceUrl: webAddress(first('dc:source') || first('dc:identifier')),
    licence: oneLine(first('dc:rights')).slice(0, 200),
    language: first('dc:language'),
  }
}

async function titlesIn(zip: Zip, path: string | undefined): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  const bytes = path === undefined ? null : await zip.read(path)
  if (!bytes || path === undefined) return titles
  for (const { href, words } of entriesOf(parseXml(bytes))) {
    const target = resolved(href, path)
    if (words !== '' && !titles.has(target)) titles.set(target, words)
  }
  return titles
}

// Lists of pages and of landmarks name places, not chapters.
function entriesOf(xml: Xml): readonly { readonly href: string; readonly words: string }[] {
  const tables = elementsOf(xml, 'nav')
  const isToc = (nav: XmlElement) => /(?:^|\s)toc(?:\s|$)/.test(nav.getAttribute('epub:type') ?? '')
  const toc = tables.find(isToc) ?? (tables.length === 1 ? tables[0] : undefined)
  const links = (toc ? elementsOf(toc, 'a') : []).map((link) => ({
    href: link.getAttribute('href') ?? '',
    words: oneLine(link.textContent ?? ''),
  }))
  const map = elementsOf(xml, 'navMap')[0]
  const points = (map ? elementsOf(map, 'navPoint') : []).map((point) => ({
    href: elementsOf(point, 'content')[0]?.getAttribute('src') ?? '',
    words: oneLine(elementsOf(point, 'text')[0]?.textContent ?? ''),
  }))
  return [...links, ...points]
}

/** A path in the book from a reference in one of its files, its fragment left out. It never leads out of the book. */
export function resolved(href: string, from: string): string {
  const base = `http://book.invalid/${from.split('/').map(encodeURIComponent).join('/')}`
  if (!URL.canParse(href, base)) return ''
  const { pathname } = new URL(href, base)
  try {
    return decodeURIComponent(pathname.slice(1))
  } catch {
    return pathname.slice(1)
  }
}

// What an EPUB says of itself: which files are its text, in which order, what its chapters are called.

import type { Metadata } from '@/lib/converting/converted'
import { authorsFrom, dateFrom, oneLine, webAddress } from '@/lib/converting/metadata'
import { Invalid } from '@/lib/errors'
import { elementsOf, parseXml, wordsOf, type Xml } from './xml'
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
  }))
  const byId = new Map(items.map((item) => [item.id, item]))
  const spine = elementsOf(xml, 'itemref')
    .filter((ref) => ref.getAttribute('linear') !== 'no')
    .flatMap((ref) => byId.get(ref.getAttribute('idref') ?? '') ?? [])
    .filter(({ type, properties }) => /html/.test(type) && !properties.includes('nav'))
    .map((item) => item.path)
  if (spine.length === 0) throw notABook()
  const contents = items.find(
    ({ properties, type }) => properties.includes('nav') || /dtbncx/.test(type),
  )
  return {
    metadata: metadataOf(xml),
    spine: [...new Set(spine)],
    titles: await titlesIn(zip, contents?.path),
  }
}

// Fonts are often scrambled by the same file; only a scrambled text cannot be read.
async function requireOpen(zip: Zip): Promise<void> {
  const bytes = await zip.read('META-INF/encryption.xml')
  if (!bytes) return
  const locked = elementsOf(parseXml(bytes), 'CipherReference')
    .concat(elementsOf(parseXml(bytes), 'enc:CipherReference'))
    .some((part) => /\.(x?html?|xml|opf)$/i.test(part.getAttribute('URI') ?? ''))
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
  const xml = parseXml(bytes)
  const add = (href: string | null, title: string | null | undefined) => {
    const target = resolved(href ?? '', path)
    const words = oneLine(title ?? '')
    if (words !== '' && !titles.has(target)) titles.set(target, words)
  }
  for (const link of elementsOf(xml, 'a')) add(link.getAttribute('href'), link.textContent)
  for (const point of xml.getElementsByTagName('navPoint')) {
    add(
      point.getElementsByTagName('content')[0]?.getAttribute('src') ?? null,
      point.getElementsByTagName('text')[0]?.textContent,
    )
  }
  return titles
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

// Books: each file of the spine is a chapter. Footnotes may stand in another file than their sign, so all files are put under one roof
// before notes are looked for.

import {
  type Converted,
  newTally,
  type Progress,
  type StoredPicture,
  type Tally,
} from '@/lib/converting/converted'
import { blocksFromHtml } from '@/lib/converting/doc-from-html'
import { type Chapter, finished } from '@/lib/converting/finished'
import { type Notes, notesIn } from '@/lib/converting/html-notes'
import { pictureSource } from '@/lib/converting/html-page'
import {
  attribute,
  firstElement,
  type HtmlElement,
  type HtmlRoot,
  hasRole,
  parseHtml,
  walkElements,
} from '@/lib/converting/html-tree'
import { TooLarge } from '@/lib/errors'
import type { DocNode } from '@/lib/text/doc-node'
import { decodeXml } from './decode'
import { withoutDoctype } from './doctype'
import { bookPackage, resolved } from './epub-package'
import { newPictureBox, picturesOf } from './pictures'
import { openZip, type Zip } from './zip'

const CHAPTERS_MAXIMUM = 1_000
const NO_TEXT: ReadonlySet<string> = new Set([
  'cover',
  'titlepage',
  'toc',
  'landmarks',
  'halftitlepage',
])

/** A text from an EPUB. Its chapters are the parts. Throws Invalid for a broken or locked one. */
export async function fromEpub(bytes: Uint8Array, progress: Progress): Promise<Converted> {
  const tally = newTally()
  const zip = await openZip(bytes)
  const { metadata, spine, titles } = await bookPackage(zip)
  if (spine.length > CHAPTERS_MAXIMUM) {
    throw new TooLarge('too-many-chapters', `This book has more than ${CHAPTERS_MAXIMUM} chapters.`)
  }
  const box = newPictureBox(tally)
  const bodies = await bodiesOf(zip, { spine, tally, progress })
  const root: HtmlRoot = { type: 'root', children: bodies.map(({ body }) => body) }
  const pictures = await picturesOf(root, { box, tally, progress, read: (path) => zip.read(path) })
  const notes = notesIn(root)
  const chapters = bodies.map(({ path, body }, at) => {
    progress('building', at, bodies.length)
    const title = titles.get(path)
    // A file that the table of contents does not name goes on with the chapter before it.
    const isContinued =
      title === undefined && bodies.slice(0, at).some((one) => titles.has(one.path))
    const page = { notes, pictures, tally }
    return isContinued
      ? { title: '', blocks: blocksFromHtml(body, { ...page, base: null }), isContinued }
      : { ...chapterFrom(body, { ...page, title: title ?? '' }), isContinued }
  })
  return finished(joined(chapters), { metadata, tally, pictures: box.all() })
}

function joined(chapters: readonly (Chapter & { isContinued: boolean })[]): readonly Chapter[] {
  const whole: { title: string; blocks: readonly DocNode[] }[] = []
  for (const { isContinued, ...chapter } of chapters) {
    const last = whole.at(-1)
    if (isContinued && last) last.blocks = [...last.blocks, ...chapter.blocks]
    else whole.push({ ...chapter })
  }
  return whole
}

type Body = { readonly path: string; readonly body: HtmlElement }

async function bodiesOf(
  zip: Zip,
  { spine, tally, progress }: { spine: readonly string[]; tally: Tally; progress: Progress },
): Promise<Body[]> {
  const bodies: Body[] = []
  for (const [at, path] of spine.entries()) {
    progress('reading', at, spine.length)
    const bytes = await zip.read(path)
    const body = bytes ? bodyOf(withoutDoctype(decodeXml(bytes))) : null
    if (!body) tally.drop('chapter-empty')
    else if (!isWithoutText(body)) bodies.push({ path, body: underOneRoof(body, path) })
  }
  return bodies
}

function bodyOf(xhtml: string): HtmlElement | null {
  return firstElement(parseHtml(withoutEmptyTags(xhtml)), 'body')
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i

// In XHTML any element may close itself; a parser of HTML would take what follows for its content.
function withoutEmptyTags(xhtml: string): string {
  return xhtml.replace(
    /<([A-Za-z][\w:-]*)((?:\s[^<>]*?)?)\/>/g,
    (tag, name: string, rest: string) => (VOID.test(name) ? tag : `<${name}${rest}></${name}>`),
  )
}

function isWithoutText(body: HtmlElement): boolean {
  const first = body.children.find((child) => child.type === 'element')
  return hasRole(body, NO_TEXT) || (first !== undefined && hasRole(first, NO_TEXT))
}

/** Names, links and pictures by their place in the book instead of in their file. Changes the tree. */
function underOneRoof(body: HtmlElement, path: string): HtmlElement {
  walkElements(body, (node) => {
    const set = (name: string, value: string | null) => {
      if (value !== null) node.properties[name] = value
    }
    for (const name of ['id', 'name']) set(name, inFile(attribute(node, name), path))
    if (node.tagName === 'image') set('src', pictureIn(pictureSource(node), path))
    else set('href', placeOf(attribute(node, 'href'), path))
    if (node.tagName === 'img') set('src', pictureIn(pictureSource(node), path))
  })
  return body
}

function inFile(name: string | null, path: string): string | null {
  return name === null ? null : `${path}#${name}`
}

function pictureIn(source: string | null, path: string): string | null {
  return source === null || isAddress(source) ? null : resolved(source, path)
}

function isAddress(href: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(href)
}

function placeOf(href: string | null, path: string): string | null {
  if (href === null || isAddress(href)) return null
  const [, fragment = ''] = href.split('#')
  return `#${encodeURIComponent(`${resolved(href, path)}#${fragment}`)}`
}

function chapterFrom(
  body: HtmlElement,
  {
    title,
    ...page
  }: { title: string; notes: Notes; pictures: ReadonlyMap<string, StoredPicture>; tally: Tally },
): Chapter {
  const blocks = blocksFromHtml(body, { ...page, base: null })
  const heading = blocks.slice(0, 4).find(({ type }) => type === 'heading')
  if (heading || title === '' || blocks.length === 0) {
    return { title: title || plainWords(heading) || 'Untitled', blocks }
  }
  const made: DocNode = {
    type: 'heading',
    attrs: { level: 1, sectionId: null },
    content: [{ type: 'text', text: title }],
  }
  return { title, blocks: [made, ...blocks] }
}

function plainWords(node: DocNode | undefined): string {
  return (node?.content ?? [])
    .map(({ text }) => text ?? ' ')
    .join('')
    .trim()
}

// Word: mammoth turns its styles into HTML, which goes the way of all HTML. What mammoth passes over is looked for and counted.

import mammoth from 'mammoth'
import {
  type Converted,
  type Metadata,
  NOTHING_KNOWN,
  newTally,
  type Progress,
  type Tally,
} from '@/lib/converting/converted'
import { blocksFromHtml } from '@/lib/converting/doc-from-html'
import { finished } from '@/lib/converting/finished'
import { htmlFromMath } from '@/lib/converting/formulas/from-html'
import { passedOf } from '@/lib/converting/how-far'
import { notesIn } from '@/lib/converting/html-notes'
import {
  classesOf,
  firstElement,
  type HtmlRoot,
  parseHtml,
  textOf,
  walkElements,
} from '@/lib/converting/html-tree'
import { authorsFrom, dateFrom, oneLine } from '@/lib/converting/metadata'
import { Invalid } from '@/lib/errors'
import type { MathNode } from '@/lib/text/formulas/mathml'
import { decodeXml } from './decode'
import { addNumbers, NUMBER_STYLE } from './docx-numbers'
import { type DocxParts, docxParts, withParts } from './docx-parts'
import { FORMULA_STYLE, type Rewriting, rewritten } from './docx-rewriting'
import { newPictureBox, picturesOf } from './pictures'
import { type RawNode, rawXml, writtenXml } from './raw-xml'
import { parseXml, wordsOf } from './xml'
import { openZip, proveZip, type Zip } from './zip'

// Mammoth knows five levels of lists; Word has nine.
const DEEP_LISTS = [6, 7, 8, 9].flatMap((level) =>
  ['ul', 'ol'].map((list) => {
    const kind = list === 'ul' ? 'unordered' : 'ordered'
    return `p:${kind}-list(${level}) => ${'ul|ol > li > '.repeat(level - 1)}${list} > li:fresh`
  }),
)

const STYLES = [
  'u => u',
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Image Caption'] => p.caption:fresh",
  "p[style-name='Table Caption'] => p.caption:fresh",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "p[style-name='Preformatted Text'] => pre:separator('\\n')",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  `r.${FORMULA_STYLE} => code.docx-formula`,
  `r.${NUMBER_STYLE} => code.docx-number`,
  ...DEEP_LISTS,
  "r[style-name='Verbatim Char'] => code",
  "r[style-name='Source Text'] => code",
]

// What is done with a document before it is converted, none of which says how far it is: put in a form that mammoth reads, read by it, made HTML, parsed.
const STEPS = 4

/** A text from a DOCX file. Throws Invalid for one that is broken or is none. */
export async function fromDocx(
  bytes: Uint8Array<ArrayBuffer>,
  progress: Progress,
): Promise<Converted> {
  const tally = newTally()
  const zip = await openZip(bytes)
  await proveZip(zip)
  const parts = await docxParts(zip)
  if (!parts) throw new Invalid('broken', 'This is no Word document: it has no text part.')
  const step = (done: number) => progress('reading', done, STEPS)
  step(0)
  const formulas: MathNode[] = []
  const changed = await rewrittenParts(zip, parts, { tally, formulas })
  step(1)
  const html = await htmlOf(await withParts(zip, changed), { tally, opened: () => step(2) })
  step(3)
  const root = parseHtml(html)
  settleMarkers(root, formulas)
  const box = newPictureBox(tally)
  const pictures = await picturesOf(root, { box, tally, progress, read: async () => null })
  const passed = passedOf(root, progress)
  const blocks = blocksFromHtml(root, { notes: notesIn(root), pictures, passed, base: null, tally })
  const metadata = await metadataOf(zip, parts, root)
  return finished([{ title: '', blocks }], { metadata, tally, pictures: box.all() })
}

async function rewrittenParts(
  zip: Zip,
  { main, related }: DocxParts,
  rewriting: Rewriting,
): Promise<ReadonlyMap<string, string>> {
  const textOf = async (kind: string) => {
    const bytes = await zip.read(related.get(kind)?.[0] ?? '')
    return bytes ? decodeXml(bytes) : ''
  }
  const [numbering, styles] = [await textOf('numbering'), await textOf('styles')]
  const changed = new Map<string, string>()
  const notes = ['footnotes', 'endnotes'].flatMap((kind) => related.get(kind) ?? [])
  for (const path of [main, ...notes]) {
    const bytes = await zip.read(path)
    if (!bytes) continue
    const nodes = requireXml(decodeXml(bytes))
    if (path === main) addNumbers(nodes, { numbering, styles })
    changed.set(path, writtenXml(rewritten(nodes, rewriting)))
  }
  await countHeads(zip, related, rewriting.tally)
  return changed
}

// Running heads and feet are no part of the text.
async function countHeads(zip: Zip, related: DocxParts['related'], tally: Tally): Promise<void> {
  for (const path of ['header', 'footer'].flatMap((kind) => related.get(kind) ?? [])) {
    const bytes = await zip.read(path)
    if (bytes && /<w:t[ >][^<]*[\p{L}]/u.test(decodeXml(bytes))) tally.drop('running-head')
  }
}

function requireXml(xml: string): RawNode[] {
  try {
    return rawXml(xml)
  } catch {
    throw broken()
  }
}

async function htmlOf(
  bytes: Uint8Array<ArrayBuffer>,
  { tally, opened }: { tally: Tally; opened: () => void },
): Promise<string> {
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      { styleMap: STYLES, externalFileAccess: false, transformDocument: passing(opened) },
    )
    const symbols = messages.filter(({ message }) => message.includes('unsupported character'))
    tally.drop('symbol', symbols.length)
    return value
  } catch {
    throw broken()
  }
}

function passing(told: () => void) {
  return (document: unknown) => {
    told()
    return document
  }
}

function broken(): Invalid {
  return new Invalid(
    'broken',
    'This Word document is broken. Open it in a word processor and save it anew.',
  )
}

/** What went through mammoth as signs of ours becomes what it stands for. Changes the tree. */
function settleMarkers(root: HtmlRoot, formulas: readonly MathNode[]): void {
  walkElements(root, (element, ancestors) => {
    if (element.tagName !== 'code') return
    const [kind] = classesOf(element)
    if (kind === 'docx-formula') {
      const numbers = textOf(element).split(';').slice(0, -1)
      const children = numbers.flatMap((number) => formulas[Number(number)] ?? []).map(htmlFromMath)
      Object.assign(element, { tagName: 'span', properties: {}, children })
    } else if (kind === 'docx-number') {
      const [value = '', type = ''] = textOf(element).split(' ')
      element.children = []
      const item = ancestors.findLast(({ tagName }) => tagName === 'li')
      if (item) Object.assign(item.properties, { value, type })
    }
  })
}

async function metadataOf(zip: Zip, { related }: DocxParts, root: HtmlRoot): Promise<Metadata> {
  const core = await zip.read('docProps/core.xml')
  const styles = await zip.read(related.get('styles')?.[0] ?? '')
  const xml = core ? parseXml(core) : null
  const said = (name: string) => (xml ? (wordsOf(xml, name)[0] ?? '') : '')
  const heading = firstElement(root, 'h1')
  const title = heading && classesOf(heading).includes('title') ? textOf(heading) : ''
  const language = styles
    ? /<w:lang\b[^>]*w:val="([\w-]+)"/.exec(new TextDecoder().decode(styles))
    : null
  return {
    ...NOTHING_KNOWN,
    title: oneLine(said('dc:title') || title),
    authors: authorsFrom(xml ? wordsOf(xml, 'dc:creator') : []),
    dated: dateFrom(said('dcterms:created')),
    language: said('dc:language') || (language?.[1] ?? ''),
  }
}

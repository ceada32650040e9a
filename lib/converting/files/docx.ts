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
import { notesIn } from '@/lib/converting/html-notes'
import {
  classesOf,
  firstElement,
  type HtmlRoot,
  parseHtml,
  textOf,
} from '@/lib/converting/html-tree'
import { authorsFrom, dateFrom, oneLine } from '@/lib/converting/metadata'
import { Invalid } from '@/lib/errors'
import { FORMULA_STYLE, withWrittenFormulas } from './docx-formulas'
import { newPictureBox, picturesOf } from './pictures'
import { parseXml, wordsOf } from './xml'
import { openZip, proveZip, type Zip } from './zip'

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
  `r.${FORMULA_STYLE} => code.math`,
  "r[style-name='Verbatim Char'] => code",
  "r[style-name='Source Text'] => code",
]

/** A text from a DOCX file. Throws Invalid for one that is broken or is none. */
export async function fromDocx(
  bytes: Uint8Array<ArrayBuffer>,
  progress: Progress,
): Promise<Converted> {
  const tally = newTally()
  const zip = await openZip(bytes)
  await proveZip(zip)
  const document = await zip.read('word/document.xml')
  if (!document) throw new Invalid('broken', 'This is no Word document: it has no text part.')
  const xml = new TextDecoder().decode(document)
  countPassedOver(xml, tally)
  progress('reading', 0, null)
  const root = parseHtml(await htmlOf(await withWrittenFormulas(zip, bytes, xml)))
  const box = newPictureBox(tally)
  const pictures = await picturesOf(root, { box, tally, progress, read: async () => null })
  progress('building', 0, null)
  const blocks = blocksFromHtml(root, { notes: notesIn(root), pictures, base: null, tally })
  const metadata = await metadataOf(zip, root)
  return finished([{ title: '', blocks }], { metadata, tally, pictures: box.all() })
}

async function htmlOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      { styleMap: STYLES, externalFileAccess: false },
    )
    return value
  } catch {
    throw new Invalid(
      'broken',
      'This Word document is broken. Open it in a word processor and save it anew.',
    )
  }
}

const PASSED_OVER = [
  ['text-box', /<w:txbxContent[ >]/g],
  ['comment', /<w:commentReference[ >]/g],
  ['drawing', /<(?:c:chart|dgm:relIds|v:shape) /g],
] as const

function countPassedOver(xml: string, tally: Tally): void {
  for (const [kind, pattern] of PASSED_OVER) tally.drop(kind, xml.match(pattern)?.length ?? 0)
}

async function metadataOf(zip: Zip, root: HtmlRoot): Promise<Metadata> {
  const core = await zip.read('docProps/core.xml')
  const styles = await zip.read('word/styles.xml')
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

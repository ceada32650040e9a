// PDF with a text layer. A page of it is letters at places; pdf-lines and pdf-blocks put them together.

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  getDocument,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {
  type Converted,
  type Metadata,
  NOTHING_KNOWN,
  newTally,
  type Progress,
  type Tally,
} from '@/lib/converting/converted'
import { finished } from '@/lib/converting/finished'
import { authorsFrom, oneLine } from '@/lib/converting/metadata'
import { blocksFromLines } from '@/lib/converting/pdf-blocks'
import { linesOf } from '@/lib/converting/pdf-lines'
import { withoutMargins } from '@/lib/converting/pdf-margins'
import type { PdfPage, Piece } from '@/lib/converting/pdf-page'
import { multiplied, type Turned, upright } from '@/lib/converting/pdf-turning'
import { Invalid, TooLarge } from '@/lib/errors'

const PAGES_MAXIMUM = 2_000
// Below this many letters a page carries no text but, at most, a stamp of the scanner.
const LETTERS_A_PAGE = 24
// Weights of fonts and pictures are asked of so many pages; it costs more than the words do.
const LOOKED_AT = 300

/** A text from a PDF. Throws Invalid for a broken or locked one and for a scan without a text layer, TooLarge for a very long one. */
export async function fromPdf(
  bytes: Uint8Array<ArrayBuffer>,
  progress: Progress,
): Promise<Converted> {
  const tally = newTally()
  const pdf = await opened(bytes)
  if (pdf.numPages > PAGES_MAXIMUM) {
    throw new TooLarge(
      'too-many-pages',
      `This PDF has more than ${PAGES_MAXIMUM.toLocaleString('en')} pages. Divide it.`,
    )
  }
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    progress('reading', number - 1, pdf.numPages)
    const page = await pdf.getPage(number)
    pages.push(await pageFrom(page, { tally, isLookedAt: number <= LOOKED_AT }))
    page.cleanup()
  }
  requireText(pages, tally)
  progress('building', 0, null)
  const lines = pages.flatMap((page, number) => linesOf(page, number))
  const blocks = blocksFromLines(withoutMargins(lines, pages, tally), tally)
  const metadata = await metadataOf(pdf)
  await pdf.loadingTask.destroy()
  return finished([{ title: '', blocks }], { metadata, tally, pictures: [] })
}

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

async function opened(bytes: Uint8Array<ArrayBuffer>): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data: bytes.slice(),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      cMapUrl: `${join(library, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(library, 'standard_fonts')}/`,
      verbosity: 0,
    }).promise
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw isLocked
      ? new Invalid(
          'encrypted',
          'This PDF is locked with a password. Save it without one and try again.',
        )
      : new Invalid('broken', 'This PDF is broken: it cannot be opened.')
  }
}

async function pageFrom(
  page: PDFPageProxy,
  { tally, isLookedAt }: { tally: Tally; isLookedAt: boolean },
): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 })
  if (isLookedAt) tally.drop('pdf-picture', await picturesOn(page))
  const { items } = await page.getTextContent()
  const fonts = new Map<string, string>()
  const found = items.flatMap((item): Turned[] => {
    if (!('str' in item)) return []
    const placed = multiplied(viewport.transform, item.transform)
    const font = fontName(page, item.fontName, fonts)
    return [{ text: item.str, font, width: item.width, ...placed }]
  })
  return upright(found, { width: viewport.width, height: viewport.height, tally })
}

function fontName(page: PDFPageProxy, id: string, known: Map<string, string>): string {
  const found = known.get(id)
  if (found !== undefined) return found
  const font: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null
  const name = typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : ''
  known.set(id, name)
  return name
}

const PICTURES: ReadonlySet<number> = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject])

async function picturesOn(page: PDFPageProxy): Promise<number> {
  try {
    const { fnArray } = await page.getOperatorList()
    return fnArray.filter((operator) => PICTURES.has(operator)).length
  } catch {
    // A page that cannot be drawn may still have words.
    return 0
  }
}

function requireText(pages: readonly PdfPage[], tally: Tally): void {
  const empty = pages.filter(({ pieces }) => lettersOf(pieces) < LETTERS_A_PAGE).length
  if (empty === pages.length && (tally.dropped()['pdf-picture'] ?? 0) > 0) {
    throw new Invalid(
      'scan',
      'This PDF is a scan: pictures of pages without a text. Run it through text recognition (OCR) and bring it again.',
    )
  }
  tally.drop('empty-page', pages.filter(({ pieces }) => lettersOf(pieces) === 0).length)
}

function lettersOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.trim().length, 0)
}

async function metadataOf(pdf: PDFDocumentProxy): Promise<Metadata> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const said = (name: string) => {
    const value: unknown = name in info ? Reflect.get(info, name) : ''
    return typeof value === 'string' ? value : ''
  }
  const day = /^D:(\d{4})(\d{2})(\d{2})/.exec(said('CreationDate'))
  const title = oneLine(said('Title'))
  return {
    ...NOTHING_KNOWN,
    // Printing programs put the name of the file there.
    title: /\.(docx?|odt|tex|indd|html?|pdf)$|^(untitled|microsoft word|about:|https?:)/i.test(
      title,
    )
      ? ''
      : title,
    authors: authorsFrom([said('Author')]),
    dated: day ? `${day[1]}-${day[2]}-${day[3]}` : '',
    language: said('Language'),
  }
}

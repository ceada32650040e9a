// Archives for tests: Word files and books of a few lines, as their programs would pack them.

import { ZipFile } from 'yazl'

export type Entries = Readonly<Record<string, string | Uint8Array>>

/** An archive of some files. */
export async function zipOf(entries: Entries): Promise<Uint8Array<ArrayBuffer>> {
  const file = new ZipFile()
  for (const [name, content] of Object.entries(entries)) file.addBuffer(Buffer.from(content), name)
  file.end()
  const chunks: Buffer[] = []
  for await (const chunk of file.outputStream) chunks.push(Buffer.from(chunk))
  return new Uint8Array(Buffer.concat(chunks))
}

export const EPUB_CONTAINER =
  '<container><rootfiles><rootfile full-path="OPS/a.opf"/></rootfiles></container>'

/** A book of one chapter, which says `chapter`. */
export function epubWith(
  chapter: string,
  more: Entries = {},
  href = 'a.xhtml',
): Promise<Uint8Array<ArrayBuffer>> {
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': EPUB_CONTAINER,
    'OPS/a.opf': `<package><metadata xmlns:dc="x"><dc:title>T</dc:title></metadata><manifest><item id="a" href="${href}" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
    'OPS/a.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><body>${chapter}</body></html>`,
    ...more,
  })
}

/** A book of some files in order; `more` has its table of contents and pictures, `items` their lines in the manifest. */
export function bookOf(
  files: Readonly<Record<string, string>>,
  { items = '', more = {} }: { items?: string; more?: Entries } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const names = Object.keys(files)
  const manifest = names.map(
    (name) => `<item id="${name}" href="${name}" media-type="application/xhtml+xml"/>`,
  )
  const spine = names.map((name) => `<itemref idref="${name}"/>`)
  const chapters = Object.entries(files).map(
    ([name, body]) =>
      [
        `OPS/${name}`,
        `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>${body}</body></html>`,
      ] as const,
  )
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': EPUB_CONTAINER,
    'OPS/a.opf': `<package><metadata xmlns:dc="x"><dc:title>T</dc:title></metadata><manifest>${manifest.join('')}${items}</manifest><spine>${spine.join('')}</spine></package>`,
    ...Object.fromEntries(chapters),
    ...more,
  })
}

/** A Word file of which the main part is given whole. */
export function wordFileOf(document: string): Promise<Uint8Array<ArrayBuffer>> {
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': document,
  })
}

const WORD = 'http://schemas.openxmlformats.org'
const NAMESPACES = [
  ['w', `${WORD}/wordprocessingml/2006/main`],
  ['m', `${WORD}/officeDocument/2006/math`],
  ['r', `${WORD}/officeDocument/2006/relationships`],
  ['mc', `${WORD}/markup-compatibility/2006`],
  ['wp', `${WORD}/drawingml/2006/wordprocessingDrawing`],
  ['a', `${WORD}/drawingml/2006/main`],
  ['pic', `${WORD}/drawingml/2006/picture`],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
  ['v', 'urn:schemas-microsoft-com:vml'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(' ')

/** A Word file with a body; `parts` by the word of their relationship (`numbering`, `styles`, `footnotes`), their inside alone. */
export function docxWith(
  body: string,
  parts: Readonly<Record<string, string>> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const kinds = Object.keys(parts)
  const relations = kinds.map(
    (kind, at) =>
      `<Relationship Id="p${at}" Type="${WORD}/officeDocument/2006/relationships/${kind}" Target="${kind}.xml"/>`,
  )
  const types = kinds.map(
    (kind) =>
      `<Override PartName="/word/${kind}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
  )
  const inside = Object.entries(parts).map(
    ([kind, content]) =>
      [`word/${kind}.xml`, `<w:${kind} ${NAMESPACES}>${content}</w:${kind}>`] as const,
  )
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${WORD}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(inside),
  })
}

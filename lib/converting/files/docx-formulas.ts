// Word keeps formulas in a language of their own, which mammoth passes over: a sentence would lose its subject in silence. They are written
// out in letters before it reads the document, as runs of a style that no document has.

import { ZipFile } from 'yazl'
import { parseXml, type XmlElement } from './xml'
import type { Zip } from './zip'

export const FORMULA_STYLE = 'ColloquyFormula'

const FORMULA = /<m:oMath(?:\s[^>]*)?>[\s\S]*?<\/m:oMath>/g
const FENCES = /<\/?m:oMathPara(?:Pr)?(?:\s[^>]*)?>/g
const ALIGNMENT = /<m:oMathParaPr(?:\s[^>]*)?>[\s\S]*?<\/m:oMathParaPr>/g

/** The same file with its formulas written out; the file itself when it has none. `xml` is its document. */
export async function withWrittenFormulas(
  zip: Zip,
  bytes: Uint8Array<ArrayBuffer>,
  xml: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!xml.includes('<m:oMath')) return bytes
  const written = xml.replace(ALIGNMENT, '').replace(FENCES, '').replace(FORMULA, runOf)
  const file = new ZipFile()
  for (const name of zip.names) {
    const part = name === 'word/document.xml' ? Buffer.from(written) : await zip.read(name)
    if (part && !name.endsWith('/')) file.addBuffer(Buffer.from(part), name, { compress: false })
  }
  file.end()
  const chunks: Buffer[] = []
  for await (const chunk of file.outputStream) chunks.push(Buffer.from(chunk))
  return new Uint8Array(Buffer.concat(chunks))
}

function runOf(formula: string): string {
  const xml = parseXml(new TextEncoder().encode(`<r xmlns:m="m" xmlns:w="w">${formula}</r>`))
  const letters = [...xml.childNodes].map(lettersOf).join('').trim()
  return `<w:r><w:rPr><w:rStyle w:val="${FORMULA_STYLE}"/></w:rPr><w:t xml:space="preserve">${escaped(letters)}</w:t></w:r>`
}

type XmlNode = XmlElement & { readonly nodeName: string; readonly childNodes: Iterable<XmlNode> }

function lettersOf(node: XmlNode): string {
  const part = (name: string) =>
    [...node.childNodes]
      .filter(({ nodeName }) => nodeName === name)
      .map(lettersOf)
      .join('')
  switch (node.nodeName) {
    case 'm:t':
      return node.textContent ?? ''
    case 'm:f':
      return `(${part('m:num')})/(${part('m:den')})`
    case 'm:sSup':
      return `${part('m:e')}^(${part('m:sup')})`
    case 'm:sSub':
      return `${part('m:e')}_(${part('m:sub')})`
    case 'm:sSubSup':
      return `${part('m:e')}_(${part('m:sub')})^(${part('m:sup')})`
    case 'm:rad':
      return `√(${part('m:e')})`
    default:
      return [...node.childNodes].map(lettersOf).join('')
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

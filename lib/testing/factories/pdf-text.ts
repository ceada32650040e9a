// PDFs for tests: words at places, in Times, as the simplest program would write them.

import { encode } from 'iconv-lite'

export type PdfWords = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  /** Quarters that the words are turned leftward on the page. */
  readonly quarter?: 0 | 1 | 2 | 3
}

export type PdfSheet = {
  readonly words: readonly PdfWords[]
  /** As the page says it: 0, 90, 180, 270. */
  readonly rotate?: number
  readonly crop?: readonly [number, number, number, number]
}

const TURNS = ['1 0 0 1', '0 1 -1 0', '-1 0 0 -1', '0 -1 1 0']

/** A PDF of pages of 612 by 792 points. */
export function pdfOf(sheets: readonly PdfSheet[]): Uint8Array<ArrayBuffer> {
  const kids = sheets.map((_, at) => `${4 + at * 2} 0 R`)
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${sheets.length}/Kids[${kids.join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>',
    ...sheets.flatMap((sheet, at) => [pageObject(sheet, 5 + at * 2), streamObject(sheet)]),
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((content, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${content}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)
  const size = objects.length + 1
  const end = `trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}${end}`
  return new Uint8Array(encode(file, 'windows-1252'))
}

function pageObject({ rotate = 0, crop }: PdfSheet, contents: number): string {
  const box = crop ? `/CropBox[${crop.join(' ')}]` : ''
  return `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]${box}/Rotate ${rotate}/Resources<</Font<</F 3 0 R>>>>/Contents ${contents} 0 R>>`
}

function streamObject({ words }: PdfSheet): string {
  const stream = words
    .map(
      ({ text, x, y, size = 10, quarter = 0 }) =>
        `BT /F ${size} Tf ${TURNS[quarter]} ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`,
    )
    .join('\n')
  return `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`
}

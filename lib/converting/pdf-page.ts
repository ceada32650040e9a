/** A piece of text as a PDF places it; in points, y upward from the bottom of the page. */
export type Piece = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly font: string
}

export type PdfPage = {
  readonly height: number
  readonly width: number
  readonly pieces: readonly Piece[]
}

// A page of a PDF is letters at places. Put together again: pieces to lines, by where they stand.

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

export type Run = {
  text: string
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly isRaised: boolean
}

export type Line = {
  readonly runs: Run[]
  readonly page: number
  readonly x: number
  right: number
  y: number
  size: number
}

/** The lines of a page, in the order in which it writes them: of columns, one after the other. */
export function linesOf(page: PdfPage, number: number): Line[] {
  const lines: Line[] = []
  for (const piece of page.pieces) {
    if (piece.text === '') continue
    const last = lines.at(-1)
    if (last && continues(last, piece)) addPiece(last, piece)
    else if (piece.text.trim() !== '') lines.push(lineFrom(piece, number))
  }
  return lines
}

function lineFrom(piece: Piece, page: number): Line {
  const { x, y, size, width } = piece
  return { runs: [runFrom(piece, false)], page, x, y, right: x + width, size }
}

// On the same height, or raised or lowered by less than a line, and not back to the left.
function continues(line: Line, piece: Piece): boolean {
  const larger = Math.max(line.size, piece.size)
  const isLevel = Math.abs(piece.y - line.y) < larger * 0.45
  return isLevel && piece.x > line.right - larger && piece.x - line.right < larger * 6
}

function addPiece(line: Line, piece: Piece): void {
  const gap = piece.x - line.right
  const isRaised = piece.size < line.size * 0.8 && piece.y > line.y + line.size * 0.12
  const last = line.runs.at(-1)
  const isSpaced = gap > Math.min(line.size, piece.size) * 0.16
  const space = isSpaced && !/\s$/.test(last?.text ?? '') && !/^\s/.test(piece.text) ? ' ' : ''
  const run = runFrom(piece, isRaised)
  if (last && isSameLook(last, run)) last.text += space + run.text
  else line.runs.push({ ...run, text: space + run.text })
  line.right = Math.max(line.right, piece.x + piece.width)
  if (piece.size > line.size && piece.text.trim() !== '') {
    line.size = piece.size
    line.y = piece.y
  }
}

function runFrom({ text, font }: Piece, isRaised: boolean): Run {
  return {
    text,
    isRaised,
    isBold: /bold|black|heavy|semibold|demi/i.test(font),
    isItalic: /italic|oblique/i.test(font),
  }
}

function isSameLook(one: Run, other: Run): boolean {
  return (
    one.isBold === other.isBold &&
    one.isItalic === other.isItalic &&
    one.isRaised === other.isRaised
  )
}

export function textOfLine(line: Line): string {
  return line.runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

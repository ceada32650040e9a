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
  x: number
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
    // A space has a place as well, but not always one that means anything.
    else if (piece.text.trim() === '') addSpace(last)
    else lines.push(lineFrom(piece, number))
  }
  return lines
}

function addSpace(line: Line | undefined): void {
  const run = line?.runs.at(-1)
  if (run) run.text += ' '
}

function lineFrom(piece: Piece, page: number): Line {
  const { x, y, size, width } = piece
  return { runs: [runFrom(piece, false)], page, x, y, right: x + width, size }
}

// On the same height, or raised or lowered by less than a line, and on in the direction of the script.
function continues(line: Line, piece: Piece): boolean {
  const larger = Math.max(line.size, piece.size)
  const gap = gapBetween(line, piece)
  return Math.abs(piece.y - line.y) < larger * 0.45 && gap > -larger && gap < larger * 6
}

const LEFTWARD = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** How far a piece stands from the end of the line that it may continue; of a script that runs leftward, from its left end. */
function gapBetween(line: Line, piece: Piece): number {
  const isLeftward =
    piece.x < line.x &&
    (LEFTWARD.test(piece.text) || line.runs.some(({ text }) => LEFTWARD.test(text)))
  return isLeftward ? line.x - (piece.x + piece.width) : piece.x - line.right
}

function addPiece(line: Line, piece: Piece): void {
  const gap = gapBetween(line, piece)
  const isRaised = piece.size < line.size * 0.8 && piece.y > line.y + line.size * 0.12
  const last = line.runs.at(-1)
  const isSpaced = gap > Math.min(line.size, piece.size) * 0.16
  const space = isSpaced && !/\s$/.test(last?.text ?? '') && !/^\s/.test(piece.text) ? ' ' : ''
  const run = runFrom(piece, isRaised)
  if (last && isSameLook(last, run)) last.text += space + run.text
  else line.runs.push({ ...run, text: space + run.text })
  line.x = Math.min(line.x, piece.x)
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

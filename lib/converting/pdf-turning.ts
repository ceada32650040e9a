// Pages are turned: by what the page says of itself, or by how its words are set. A page is read the way that most of its words run; what
// runs otherwise (labels of figures, stamps in the margin) is left out and counted.

import type { Tally } from './converted'
import type { PdfPage, Piece } from './pdf-page'

/** A piece in the page as it is shown: y downward from its top, `quarter` how many quarters its words are turned rightward. */
export type Turned = {
  readonly text: string
  readonly font: string
  readonly width: number
  readonly size: number
  readonly x: number
  readonly y: number
  readonly quarter: number
}

/** Where a piece stands and how it is turned, from the matrix of its page and its own. */
export function multiplied(
  page: readonly number[],
  own: readonly number[],
): Pick<Turned, 'x' | 'y' | 'size' | 'quarter'> {
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = page
  const [across = 1, slant = 0, lean = 0, up = 1, x = 0, y = 0] = own
  const right = [a * across + c * slant, b * across + d * slant] as const
  const upward = [a * lean + c * up, b * lean + d * up] as const
  const turn = Math.atan2(right[1], right[0]) / (Math.PI / 2)
  return {
    x: a * x + c * y + e,
    y: b * x + d * y + f,
    size: Math.hypot(...upward) || Math.hypot(...right),
    quarter: ((Math.round(turn) % 4) + 4) % 4,
  }
}

/** The page as it is held to be read, its words with y upward from the bottom. */
export function upright(
  found: readonly Turned[],
  { width, height, tally }: { width: number; height: number; tally: Tally },
): PdfPage {
  const letters = [0, 0, 0, 0]
  for (const { text, quarter } of found) {
    letters[quarter] = (letters[quarter] ?? 0) + text.trim().length
  }
  const way = letters.indexOf(Math.max(...letters))
  const sides = way % 2 === 0 ? { width, height } : { width: height, height: width }
  const others = found.filter(({ quarter, text }) => quarter !== way && text.trim() !== '')
  tally.drop('turned', others.length > 0 ? lettersIn(others) : 0)
  const pieces = found
    .filter(({ quarter }) => quarter === way)
    .map(({ text, font, width: wide, size, x, y }): Piece => {
      const place = turnedBack({ x, y }, way, { width, height })
      return { text, font, size, width: wide, x: place.x, y: sides.height - place.y }
    })
  return { ...sides, pieces }
}

function lettersIn(pieces: readonly Turned[]): number {
  return pieces.reduce((sum, { text }) => sum + text.trim().split(/\s+/).length, 0)
}

function turnedBack(
  { x, y }: { x: number; y: number },
  way: number,
  { width, height }: { width: number; height: number },
): { readonly x: number; readonly y: number } {
  switch (way) {
    case 1:
      return { x: y, y: width - x }
    case 2:
      return { x: width - x, y: height - y }
    case 3:
      return { x: height - y, y: x }
    default:
      return { x, y }
  }
}

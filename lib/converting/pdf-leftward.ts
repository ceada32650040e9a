// Lines of scripts that run leftward. A PDF has letters at places, not in the order in which they are read: numbers and Latin words run
// rightward among them, brackets are mirrored, and letters may be written in the shapes that they take between others.

import type { Piece } from './pdf-page'

export const LEFTWARD =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\ufb1d-\ufdff\ufe70-\ufefc]/u
const RIGHTWARD = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}]/u
const NUMBER = /\p{N}/u
const STRONG = new RegExp(`${LEFTWARD.source}|${RIGHTWARD.source}|${NUMBER.source}`, 'u')
const MARKS = /^\p{M}+$/u
const ARABIC = /[\p{Script=Arabic}\ufb50-\ufdff\ufe70-\ufefc]/u
const SHAPES = /[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]+/g

/** The pieces of a line as they are read. Pieces of a line without leftward letters stay as they are written. */
export function inReadingOrder(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(({ text }) => LEFTWARD.test(text))) return pieces
  const plain = pieces.map((piece) => ({ ...piece, text: inPlainShapes(piece.text) }))
  const placed = plain.sort((one, other) => middle(one) - middle(other))
  const isLeftward = lettersLike(placed, LEFTWARD) >= lettersLike(placed, RIGHTWARD)
  const isArabic = placed.some(({ text }) => ARABIC.test(text))
  const read = isLeftward ? leftward(placed) : rightward(placed)
  return withMarksOnLetters(read).map((piece) => ({
    ...piece,
    text: said(piece.text, { isLeftward, isArabic }),
  }))
}

// A vowel sign that is set apart belongs to the letter before it, whatever space lies between by its place.
function withMarksOnLetters(pieces: readonly Piece[]): Piece[] {
  const ordered: Piece[] = []
  for (const piece of pieces) {
    let at = ordered.length
    if (MARKS.test(piece.text)) while (at > 0 && ordered[at - 1]?.text.trim() === '') at -= 1
    ordered.splice(at, 0, piece)
  }
  return ordered
}

function middle({ x, width }: Piece): number {
  return x + width / 2
}

function lettersLike(pieces: readonly Piece[], script: RegExp): number {
  return pieces.reduce(
    (sum, { text }) => sum + [...text].filter((letter) => script.test(letter)).length,
    0,
  )
}

// From right to left, but runs of Latin words, with the numbers behind them, from left to right.
function leftward(placed: readonly Piece[]): Piece[] {
  return runsOf(placed, RIGHTWARD, (text) => !LEFTWARD.test(text) && NUMBER.test(text))
    .reverse()
    .flatMap((run) => run.pieces)
}

// From left to right, but runs of leftward words from right to left.
function rightward(placed: readonly Piece[]): Piece[] {
  return runsOf(placed, LEFTWARD, () => false).flatMap(({ pieces, isRun }) =>
    isRun ? pieces.toReversed() : pieces,
  )
}

type RunOfPieces = { readonly pieces: Piece[]; readonly isRun: boolean }

/** Runs of pieces of a script with what stands between two of them; each other piece by itself. */
function runsOf(
  placed: readonly Piece[],
  script: RegExp,
  joins: (text: string) => boolean,
): RunOfPieces[] {
  const runs: RunOfPieces[] = []
  let between: Piece[] = []
  for (const piece of placed) {
    const last = runs.at(-1)
    const isOf = script.test(piece.text) || (last?.isRun === true && joins(piece.text))
    const isNeutral = !STRONG.test(piece.text)
    if (isOf && last?.isRun) {
      last.pieces.push(...between, piece)
      between = []
    } else if (isNeutral && last?.isRun) between.push(piece)
    else {
      runs.push(...between.map((one) => ({ pieces: [one], isRun: false })))
      between = []
      runs.push({ pieces: [piece], isRun: isOf })
    }
  }
  return [...runs, ...between.map((one) => ({ pieces: [one], isRun: false }))]
}

const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
}

// The shapes that letters take between others stand for the letters; a vowel sign by itself comes with a space or a line under it.
function inPlainShapes(text: string): string {
  return text
    .replace(SHAPES, (shapes) => shapes.normalize('NFKC').replace(/[ \u0640](?=\p{M})/gu, ''))
    .replace(/^\s+(?=\p{M}+$)/u, '')
}

function said(
  text: string,
  { isLeftward, isArabic }: { isLeftward: boolean; isArabic: boolean },
): string {
  const isMirrored = LEFTWARD.test(text) || (isLeftward && !RIGHTWARD.test(text))
  const turned = isMirrored
    ? text.replace(/[()[\]{}<>«»]/g, (sign) => MIRRORED[sign] ?? sign)
    : text
  // Among Arabic letters a hyphen does not join numbers: 25-30 is shown as 30-25.
  const isRange = isLeftward && isArabic && /^\p{N}+(?:[-+]\p{N}+)+$/u.test(turned)
  return isRange
    ? turned
        .split(/([-+])/)
        .reverse()
        .join('')
    : turned
}

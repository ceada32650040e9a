// A text whose characters know where they come from. Edits cut, move and put in pieces of it; where a passage went is then read off the
// characters, and nothing has to be matched to know the right answer.

/**
 * UTF-16 code units, and for each its offset in the first text; -1 for what was put in later. `origins`: of what survived alone.
 * `standing`: a word that was put in the place of another one stands for it.
 */
export type Traced = {
  readonly text: string
  readonly origins: readonly number[]
  readonly standing: readonly number[]
}

/** The text as it was first. */
export function original(text: string): Traced {
  const origins = Array.from({ length: text.length }, (_, offset) => offset)
  return { text, origins, standing: origins }
}

/** Text that comes from elsewhere. */
export function foreign(text: string): Traced {
  const origins = new Array<number>(text.length).fill(-1)
  return { text, origins, standing: origins }
}

/** Text from elsewhere that stands in the place of a piece: its first character for the first one, its last for the last. */
export function inPlaceOf({ standing }: Traced, text: string): Traced {
  const step = (standing.length - 1) / Math.max(1, text.length - 1)
  return {
    ...foreign(text),
    standing: Array.from({ length: text.length }, (_, n) => standing[Math.round(n * step)] ?? -1),
  }
}

/** A piece of a text. */
export function piece({ text, origins, standing }: Traced, start: number, end: number): Traced {
  return {
    text: text.slice(start, end),
    origins: origins.slice(start, end),
    standing: standing.slice(start, end),
  }
}

/** Pieces one after the other. */
export function joined(pieces: readonly Traced[]): Traced {
  return {
    text: pieces.map(({ text }) => text).join(''),
    origins: pieces.flatMap(({ origins }) => origins),
    standing: pieces.flatMap(({ standing }) => standing),
  }
}

/** A text cut at each match of a pattern: what matched and what stood between, in turn. */
export function cut(traced: Traced, pattern: RegExp): { piece: Traced; isMatch: boolean }[] {
  const parts: { piece: Traced; isMatch: boolean }[] = []
  let from = 0
  for (const match of traced.text.matchAll(pattern)) {
    if (match.index > from) {
      parts.push({ piece: piece(traced, from, match.index), isMatch: false })
    }
    from = match.index + match[0].length
    parts.push({ piece: piece(traced, match.index, from), isMatch: true })
  }
  if (from < traced.text.length) {
    parts.push({ piece: piece(traced, from, traced.text.length), isMatch: false })
  }
  return parts
}

/** Each match of a pattern as `edit` makes it; the rest as it was. */
export function edited(traced: Traced, pattern: RegExp, edit: (piece: Traced) => Traced): Traced {
  return joined(
    cut(traced, pattern).map(({ piece: part, isMatch }) => (isMatch ? edit(part) : part)),
  )
}

/** The blocks of a text: its lines. */
export function blocksOf(traced: Traced): Traced[] {
  return cut(traced, /\n+/g)
    .filter(({ isMatch }) => !isMatch)
    .map(({ piece: part }) => part)
}

/** Blocks as one text, a newline between them. */
export function ofBlocks(blocks: readonly Traced[]): Traced {
  return joined(blocks.flatMap((block, n) => (n === 0 ? [block] : [foreign('\n'), block])))
}

export const SENTENCE = /[^\n]+?(?:[.!?…]["”’)]*(?=\s|$)|[。！？]|(?=\n)|$)[^\S\n]*/g
/** A word; a character where a script writes no spaces between them. */
export const WORD = /\p{Script=Han}|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu

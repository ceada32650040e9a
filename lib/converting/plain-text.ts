// Plain text: what an empty line divides is a paragraph; lines in between were only broken to fit a page, unless they are verse.

import type { DocNode } from '@/lib/text/doc-node'

const CHAPTER =
  /^(?:(?:chapter|part|book|section|canto|act|scene|kapitel|teil|chapitre|livre|cap[ií]tulo|capitolo|глава|часть|розділ)\b.{0,70}|[IVXLC]{1,7}\.)$/iu
const VERSE_WIDTH = 46

/** The blocks of a plain text. Linear. `told` hears how many of its groups of lines are done. */
export function blocksFromText(
  text: string,
  told: (done: number, total: number) => void = () => {},
): readonly DocNode[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const isDivided = lines.some((line, at) => line.trim() === '' && at > 0 && at < lines.length - 1)
  const groups = isDivided ? grouped(lines) : lines.map((line) => [line])
  return groups.flatMap((group, at) => {
    told(at, groups.length)
    return blockFrom(group)
  })
}

function grouped(lines: readonly string[]): string[][] {
  const groups: string[][] = [[]]
  for (const line of lines) {
    if (line.trim() === '') groups.push([])
    else groups.at(-1)?.push(line)
  }
  return groups
}

function blockFrom(lines: readonly string[]): DocNode[] {
  const words = lines.map((line) => line.trim()).filter((line) => line !== '')
  const [first] = words
  if (first === undefined) return []
  if (words.length === 1 && isHeading(first)) {
    return [{ type: 'heading', attrs: { level: 2, sectionId: null }, content: [textNode(first)] }]
  }
  const width = words.reduce((sum, line) => sum + line.length, 0) / words.length
  const isVerse = words.length > 2 && width < VERSE_WIDTH
  if (!isVerse) return [{ type: 'paragraph', content: [textNode(words.join(' '))] }]
  const content = words.flatMap((line, at) => [
    ...(at > 0 ? [{ type: 'hardBreak' }] : []),
    textNode(line),
  ])
  return [{ type: 'paragraph', content }]
}

function isHeading(line: string): boolean {
  if (line.length > 80) return false
  const capitals = line.match(/\p{Lu}/gu)?.length ?? 0
  const letters = line.match(/\p{L}/gu)?.length ?? 0
  const isCapital =
    /\p{Lu}{3}/u.test(line) &&
    line === line.toUpperCase() &&
    capitals > letters * 0.8 &&
    !/[.!?,;。！？]$/.test(line)
  return isCapital || CHAPTER.test(line)
}

function textNode(text: string): DocNode {
  return { type: 'text', text }
}

// From lines of a PDF to paragraphs and headings, by what a reader's eye goes by: size, distance, indent, how far the line before it ran.

import type { DocMark, DocNode } from '@/lib/text/doc-node'
import type { Tally } from './converted'
import { type Joints, jointsIn } from './pdf-joints'
import { type Line, type Run, textOfLine } from './pdf-lines'
import { notesAmong } from './pdf-notes'

const HEADING_LEVELS = 4
const BULLET = /^[•‣▪◦●○–]\s*/
const NUMBERED = /^\d{1,2}[.)]\s+/

/** The blocks of a text from its lines. Linear. */
export function blocksFromLines(lines: readonly Line[], tally: Tally): readonly DocNode[] {
  const notes = notesAmong(lines)
  const text = lines.filter((line) => !notes.has(line))
  const look = lookOf(text)
  const paragraphs: Line[][] = []
  for (const line of text) {
    const paragraph = paragraphs.at(-1)
    if (paragraph && isContinued(paragraph, line, look)) paragraph.push(line)
    else paragraphs.push([line])
  }
  const joints = jointsIn(lines, tally)
  const blocks = paragraphs.map((paragraph) => blockFrom(paragraph, { look, joints }))
  return withLists(withNotes(blocks, paragraphs, { notes, joints }))
}

type Joining = { readonly look: Look; readonly joints: Joints }

/** Notes stand behind the paragraph in which their page ends. */
function withNotes(
  blocks: readonly DocNode[],
  paragraphs: readonly (readonly Line[])[],
  { notes, joints }: { notes: ReadonlyMap<Line, number>; joints: Joints },
): DocNode[] {
  const waiting = notesOf(notes).map((lines) => ({
    page: lines[0]?.page ?? 0,
    block: {
      type: 'footnote',
      attrs: { note: null },
      content: [{ type: 'paragraph', content: joined(lines, true, joints) }],
    },
  }))
  return [
    ...blocks.flatMap((block, at) => {
      const next = paragraphs[at + 1]?.[0]?.page ?? Number.POSITIVE_INFINITY
      const due = waiting.filter(({ page }) => page < next).length
      return [block, ...waiting.splice(0, due).map((note) => note.block)]
    }),
    ...waiting.map((note) => note.block),
  ]
}

function notesOf(notes: ReadonlyMap<Line, number>): Line[][] {
  const whole: Line[][] = []
  for (const [line, number] of notes) {
    const lines = whole[number]
    if (lines) lines.push(line)
    else whole[number] = [line]
  }
  return whole
}

type Look = {
  /** The size of most letters, in points. */
  readonly body: number
  /** The usual distance of two lines. */
  readonly leading: number
  /** Where most lines end, by page. */
  readonly right: number
  /** Sizes of headings, the largest first. */
  readonly headings: readonly number[]
}

function lookOf(lines: readonly Line[]): Look {
  const letters = new Map<number, number>()
  for (const line of lines) add(letters, rounded(line.size), textOfLine(line).length)
  const body = mostOf(letters) || 10
  const rights = new Map<number, number>()
  for (const { size, right } of lines) {
    if (rounded(size) === body) add(rights, Math.round(right / 4) * 4)
  }
  return {
    body,
    leading: leadingOf(lines) || body * 1.3,
    right: mostOf(rights),
    headings: [...letters.keys()].filter((size) => size > body * 1.12).sort((a, b) => b - a),
  }
}

function leadingOf(lines: readonly Line[]): number {
  const gaps = new Map<number, number>()
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    const gap = before && before.page === line.page ? before.y - line.y : 0
    // What is wider divides paragraphs and says nothing of the distance of lines.
    if (gap > 0 && gap < line.size * 1.8) add(gaps, rounded(gap))
  }
  return mostOf(gaps)
}

function add(counts: Map<number, number>, key: number, count = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}

function mostOf(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0] ?? 0
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2
}

function isContinued(paragraph: readonly Line[], line: Line, look: Look): boolean {
  const before = paragraph.at(-1)
  const first = paragraph[0]
  if (!before || !first || levelOf(first, look) !== levelOf(line, look)) return false
  const text = textOfLine(line)
  if (BULLET.test(text) || NUMBERED.test(text)) return false
  // From one page or column to the next only an unfinished sentence runs on.
  if (before.page !== line.page || line.y > before.y) return !endsSentence(before)
  const leading = look.leading * Math.max(1, rounded(line.size) / look.body)
  if (before.y - line.y > leading * 1.3) return false
  return levelOf(first, look) !== null || !beginsAnew(before, line, look)
}

// The line before has ended its sentence, and it ran short or this one is indented.
function beginsAnew(before: Line, line: Line, { body, right }: Look): boolean {
  const isIndented = line.x - before.x > body * 0.9
  return endsSentence(before) && (isIndented || before.right < right - body * 4)
}

function endsSentence(line: Line): boolean {
  return /[.!?:…。！？؟]["'”’»)\]\d]*$/.test(textOfLine(line))
}

/** The level of a heading, from 1; null for text. */
function levelOf(line: Line, { body, headings }: Look): number | null {
  const text = textOfLine(line)
  const at = headings.indexOf(rounded(line.size))
  if (at !== -1 && text.length <= 160) return Math.min(at + 1, HEADING_LEVELS)
  const isBold = line.runs.every(({ isBold: bold, text: words }) => bold || words.trim() === '')
  const isHeading = isBold && rounded(line.size) >= body && text.length <= 90 && !endsSentence(line)
  return isHeading ? Math.min(headings.length + 1, HEADING_LEVELS) : null
}

function blockFrom(lines: readonly Line[], { look, joints }: Joining): DocNode {
  const level = lines[0] ? levelOf(lines[0], look) : null
  const content = joined(lines, level === null, joints)
  return level === null
    ? { type: 'paragraph', content }
    : { type: 'heading', attrs: { level, sectionId: null }, content }
}

type Words = { text: string; readonly marks: readonly DocMark[] }

function joined(lines: readonly Line[], isMarked: boolean, joints: Joints): DocNode[] {
  const words: Words[] = []
  for (const line of lines) {
    const last = words.at(-1)
    if (last) last.text = joints.end(last.text, textOfLine(line))
    for (const run of line.runs) addRun(words, run.text, isMarked ? marksOf(run) : [])
  }
  return words.map(({ text, marks }) => ({
    type: 'text',
    text: joints.accented(text),
    ...(marks.length > 0 && { marks }),
  }))
}

function addRun(words: Words[], text: string, marks: readonly DocMark[]): void {
  const last = words.at(-1)
  if (last && JSON.stringify(last.marks) === JSON.stringify(marks)) last.text += text
  else words.push({ text, marks })
}

function marksOf({ isBold, isItalic, isRaised }: Run): readonly DocMark[] {
  return [
    ...(isBold ? [{ type: 'bold' }] : []),
    ...(isItalic ? [{ type: 'italic' }] : []),
    ...(isRaised ? [{ type: 'superscript' }] : []),
  ]
}

// Paragraphs that begin with a bullet are the items of a list.
function withLists(blocks: readonly DocNode[]): DocNode[] {
  const made: DocNode[] = []
  for (const block of blocks) {
    const [first, ...rest] = block.content ?? []
    if (block.type !== 'paragraph' || !BULLET.test(first?.text?.trimStart() ?? '')) {
      made.push(block)
      continue
    }
    const text = first?.text?.trimStart().replace(BULLET, '') ?? ''
    const item = {
      type: 'listItem',
      content: [{ ...block, content: [{ ...first, type: 'text', text }, ...rest] }],
    }
    const last = made.at(-1)
    if (last?.type === 'bulletList')
      made[made.length - 1] = { ...last, content: [...(last.content ?? []), item] }
    else made.push({ type: 'bulletList', content: [item] })
  }
  return made
}

import type { OutlineLine } from './outline-line'

// Kialo's text export: a title, then an outline numbered by levels, with Pro and Con, sources in brackets, and "-> See 1.2." where a claim is linked once more.
//
//   Discussion Title: Should …?
//
//   1. Thesis
//   1.1. Pro: A reason.
//   1.1.1. Con: An objection to it.
//   1.2. Con: -> See 1.1.

const NUMBERED = /^\s*((?:\d+\.)+)\s+(?:(Pro|Con):\s*)?(.*)$/
const SEE = /^->\s*See\s+((?:\d+\.)*\d+)\.?\s*$/i
const TITLE = /^\s*Discussion (?:Title|Name):/i

/** The lines of a Kialo export as they would be made. Kialo does not say what a Con attacks: it is taken to be the fact. Linear. */
export function kialoLines(text: string): readonly OutlineLine[] {
  const lines: OutlineLine[] = []
  for (const raw of text.split(/\r?\n/)) {
    if (raw.trim() === '' || TITLE.test(raw)) continue
    const numbered = NUMBERED.exec(raw)
    const last = lines.at(-1)
    if (numbered) lines.push(lineFrom(numbered))
    // A claim of several lines goes on without a number.
    else if (last) lines[lines.length - 1] = { ...last, text: `${last.text} ${raw.trim()}` }
    else lines.push(problemLine(raw))
  }
  return lines.map((line) => ({ ...line, text: withoutMarks(line.text) }))
}

/** The number that a line of a Kialo export is named by, counted from its place: "1.2". */
export function kialoNumbers(lines: readonly OutlineLine[]): readonly string[] {
  const counts: number[] = []
  return lines.map(({ depth }) => {
    counts.length = Math.min(counts.length, depth + 1)
    counts[depth] = (counts[depth] ?? 0) + 1
    return Array.from(counts, (count) => count ?? 1).join('.')
  })
}

function lineFrom([, number = '', side, text = '']: RegExpExecArray): OutlineLine {
  const depth = number.split('.').length - 2
  const see = SEE.exec(text)
  const common = { depth, text, explanation: '', same: see?.[1] ?? null }
  if (side === 'Pro') return { ...common, relation: 'supports', attacks: null, problem: null }
  if (side === 'Con') return { ...common, relation: 'opposes', attacks: 'fact', problem: null }
  const problem = depth === 0 ? null : 'It is neither Pro nor Con.'
  return { ...common, relation: null, attacks: null, problem }
}

function problemLine(raw: string): OutlineLine {
  const nothing = { relation: null, attacks: null, explanation: '', same: null }
  return { depth: 0, text: raw.trim(), problem: 'This is no numbered line.', ...nothing }
}

// Sources stand as [1] or as Markdown links; the words stay.
function withoutMarks(text: string): string {
  return text
    .replace(/\[(\d+)\](?:\([^)]*\))?/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

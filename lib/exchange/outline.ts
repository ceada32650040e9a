import { ASPECTS, type Aspect, RELATIONS, type Relation } from '@/lib/debates/claim'
import type { NestedClaim } from './nested'
import type { OutlineLine } from './outline-line'

// Our Markdown outline: a heading a thesis, a bullet a claim, indented by two spaces a level, what it does in brackets, its explanation as a quotation below. A claim that
// hangs on several is written out once and named again where it hangs a second time.
//
//   # North Korean troops will change the course of the fighting.
//   - [supports] Men who guard the rear release others for the front.
//     - [opposes: inference] Released is not rested.
//   - [supports, as above] …

/** A debate as a Markdown outline. */
export function outlineOf(theses: readonly NestedClaim[]): string {
  return `${theses.map(thesisLines).join('\n\n')}\n`
}

function thesisLines(thesis: NestedClaim): string {
  const explanation = thesis.explanation === '' ? [] : ['', ...quoted(thesis.explanation, '')]
  const children = thesis.children.flatMap((child) => claimLines(child, 0))
  return [`# ${thesis.text}`, ...explanation, '', ...children].join('\n').trimEnd()
}

function claimLines(claim: NestedClaim, depth: number): readonly string[] {
  const indent = '  '.repeat(depth)
  const explanation = claim.explanation === '' ? [] : quoted(claim.explanation, `${indent}  `)
  const children = claim.children.flatMap((child) => claimLines(child, depth + 1))
  return [`${indent}- [${wordsOf(claim)}] ${claim.text}`, ...explanation, ...children]
}

function wordsOf({ relation, attacks, sameAs }: NestedClaim): string {
  const does = attacks === null ? `${relation}` : `${relation}: ${attacks}`
  return sameAs === null ? does : `${does}, as above`
}

function quoted(text: string, indent: string): readonly string[] {
  return text.split('\n').map((line) => `${indent}> ${line}`.trimEnd())
}

const HEADING = /^#\s+(.+)$/
const BULLET = /^(\s*)[-*]\s+\[([^\]]*)\]\s*(.*)$/
const QUOTATION = /^\s*>\s?(.*)$/

/** The lines of an outline as they would be made. What cannot be read is a line with a problem. Linear. */
export function outlineLines(text: string): readonly OutlineLine[] {
  const lines: OutlineLine[] = []
  for (const raw of text.split(/\r?\n/)) {
    if (raw.trim() === '') continue
    const last = lines.at(-1)
    const explains = QUOTATION.exec(raw)
    if (explains && last) lines[lines.length - 1] = explained(last, explains[1] ?? '')
    else lines.push(lineFrom(raw))
  }
  return lines
}

function explained(line: OutlineLine, more: string): OutlineLine {
  return { ...line, explanation: line.explanation === '' ? more : `${line.explanation}\n${more}` }
}

function lineFrom(raw: string): OutlineLine {
  const heading = HEADING.exec(raw)
  if (heading) return line({ depth: 0, text: heading[1] ?? '' })
  const bullet = BULLET.exec(raw)
  if (!bullet)
    return line({
      depth: 1,
      text: raw.trim(),
      problem: 'Neither a heading nor a bullet with what it does in brackets.',
    })
  const [, indent = '', does = '', text = ''] = bullet
  const depth = Math.floor(indent.replaceAll('\t', '  ').length / 2) + 1
  const [head = '', again = ''] = does.split(',').map((part) => part.trim())
  const [name = '', on = ''] = head.split(':').map((part) => part.trim())
  const relation = relationNamed(name)
  return line({
    depth,
    relation,
    attacks: aspectNamed(on) ?? (relation === 'opposes' ? 'fact' : null),
    text: text.trim(),
    same: again === 'as above' ? text.trim() : null,
    problem:
      relation === null
        ? `Nothing is known of “${name}”: supports, opposes, qualifies, asks or assumes.`
        : null,
  })
}

function line(facts: Partial<OutlineLine> & Pick<OutlineLine, 'depth' | 'text'>): OutlineLine {
  return { relation: null, attacks: null, explanation: '', same: null, problem: null, ...facts }
}

function relationNamed(name: string): Relation | null {
  return RELATIONS.find((relation) => relation === name) ?? null
}

function aspectNamed(name: string): Aspect | null {
  return ASPECTS.find((aspect) => aspect === name) ?? null
}

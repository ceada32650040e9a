// The text as a ruler of at most 120 parts, each a few lines long, and how many notes lie on each.

import type { Segment } from '@/lib/text/segments'

/** A stretch of one paragraph. Offsets are UTF-16. */
export type Bucket = {
  readonly start: number
  readonly end: number
  readonly sectionId: string
  /** As people point at it: "§2.3", section and paragraph; the opening is 0. */
  readonly place: string
  readonly title: string
}

type Section = {
  readonly id: string
  readonly title: string
  readonly level: number
  readonly start: number
  readonly end: number
}
type Block = { readonly start: number; readonly end: number; readonly top: number }

const MOST = 120
const SHORTEST = 200

/** Divides a text. Headings belong to the part after them; a long text has long parts, never more than 120. */
export function bucketsOf(sections: readonly Section[], blocks: readonly Block[]): Bucket[] {
  const paragraphs = paragraphsOf(sections, blocks)
  const total = paragraphs.reduce((sum, { start, end }) => sum + end - start, 0)
  const size = Math.max(SHORTEST, total / Math.max(1, MOST - paragraphs.length))
  const parts = paragraphs.flatMap((paragraph) => divided(paragraph, size))
  return parts.length <= MOST ? parts : joined(parts, Math.ceil(parts.length / MOST))
}

function paragraphsOf(sections: readonly Section[], blocks: readonly Block[]): Bucket[] {
  const offset = sections[0]?.level === 0 ? 0 : 1
  return sections.flatMap((section, at) => {
    const within = blocks.filter(({ start }) => start >= section.start && start < section.end)
    const words = section.level === 0 || within.length < 2 ? within : within.slice(1)
    return byTop(words).map(({ start, end }, paragraph) => ({
      start,
      end,
      sectionId: section.id,
      place: `§${at + offset}.${paragraph + 1}`,
      title: section.title,
    }))
  })
}

function byTop(blocks: readonly Block[]): Block[] {
  const out: Block[] = []
  for (const block of blocks) {
    const last = out.at(-1)
    if (last?.top === block.top) out[out.length - 1] = { ...last, end: block.end }
    else out.push(block)
  }
  return out
}

function divided(paragraph: Bucket, size: number): Bucket[] {
  const { start, end } = paragraph
  const count = Math.max(1, Math.round((end - start) / size))
  return Array.from({ length: count }, (_, part) => ({
    ...paragraph,
    start: start + Math.round(((end - start) * part) / count),
    end: start + Math.round(((end - start) * (part + 1)) / count),
  }))
}

function joined(parts: readonly Bucket[], every: number): Bucket[] {
  return parts.flatMap((part, at) =>
    at % every === 0
      ? [{ ...part, end: parts[Math.min(at + every, parts.length) - 1]?.end ?? part.end }]
      : [],
  )
}

/** What four and more are shown as. */
export const MANY = 4

/**
 * How many notes lie on each stretch, 0 to 4 where 4 stands for more: the deepest overlap or the number of separate passages,
 * whichever is larger. Both lists are sorted; one pass.
 */
export function tallies(
  stretches: readonly { readonly start: number; readonly end: number }[],
  segments: readonly Segment[],
): number[] {
  let next = 0
  return stretches.map(({ start, end }) => {
    while ((segments[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1
    let deepest = 0
    let passages = 0
    let last = -1
    for (let at = next; at < segments.length; at += 1) {
      const segment = segments[at]
      if (!segment || segment.start >= end) break
      if (segment.start !== last) passages += 1
      last = segment.end
      deepest = Math.max(deepest, segment.level)
    }
    return Math.min(MANY, Math.max(deepest, passages))
  })
}

/** "no notes", "1 note", "2 notes", "4 or more notes". */
export function tallyWords(tally: number): string {
  if (tally === 0) return 'no notes'
  if (tally >= MANY) return '4 or more notes'
  return tally === 1 ? '1 note' : `${tally} notes`
}

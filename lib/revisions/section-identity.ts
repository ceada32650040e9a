// Which section of a new text is which of the old one. A heading that carries its section's id keeps it; in a text that comes from
// outside, a section is known by its title, else by its words. Pure.

import type { DocNode } from '@/lib/text/doc-node'
import { readingText, sectionsOf } from '@/lib/text/document'

/** A section of the present revision, with its words. */
export type KnownSection = {
  readonly sectionId: string
  readonly level: number
  readonly title: string
  readonly words: string
}

export type Identities = {
  /** The sections of the present revision, in order. */
  readonly known: readonly KnownSection[]
  /** Every section that the reading ever had. */
  readonly ever: ReadonlySet<string>
  readonly newId: () => string
}

// Of the words of both, so many must be shared for two sections of different titles to be one.
const ALIKE = 0.5

/** The document with a section id on each heading. O(sections² · words) only for sections that neither id nor title tells. */
export function withKeptSections(doc: DocNode, { known, ever, newId }: Identities): DocNode {
  const tops = doc.content ?? []
  const headings = tops.flatMap((node, top) => (node.type === 'heading' ? [{ node, top }] : []))
  const given = new Map<number, string>()
  const used = new Set<string>()
  const take = (top: number, id: string) => {
    given.set(top, id)
    used.add(id)
  }
  for (const { node, top } of headings) {
    const id = node.attrs?.sectionId
    if (typeof id === 'string' && ever.has(id) && !used.has(id)) take(top, id)
  }
  const words = wordsByHeading(doc)
  const left = () => headings.filter(({ top }) => !given.has(top))
  const free = () => known.filter(({ level, sectionId }) => level > 0 && !used.has(sectionId))
  for (const { top } of left()) {
    const same = free().find(({ title }) => titleOf(title) === titleOf(words.get(top)?.title ?? ''))
    if (same) take(top, same.sectionId)
  }
  for (const { top } of left()) {
    const likest = best(free(), words.get(top)?.words ?? '')
    take(top, likest?.sectionId ?? newId())
  }
  const content = tops.map((node, top) => {
    const sectionId = given.get(top)
    return sectionId === undefined ? node : { ...node, attrs: { ...node.attrs, sectionId } }
  })
  return { ...doc, content }
}

type Told = { readonly title: string; readonly words: string }

function wordsByHeading(doc: DocNode): ReadonlyMap<number, Told> {
  const { text, blocks } = readingText(doc)
  const tops = new Map(blocks.map(({ start, top }) => [start, top]))
  return new Map(
    sectionsOf(doc, blocks).flatMap(({ level, title, start, end }) => {
      const top = tops.get(start)
      return level === 0 || top === undefined
        ? []
        : [[top, { title, words: text.slice(start, end) }]]
    }),
  )
}

function titleOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function best(sections: readonly KnownSection[], words: string): KnownSection | undefined {
  const own = bagOf(words)
  let likest: { readonly section: KnownSection; readonly share: number } | undefined
  for (const section of sections) {
    const share = sharedPart(own, bagOf(section.words))
    if (share >= ALIKE && share > (likest?.share ?? 0)) likest = { section, share }
  }
  return likest?.section
}

function bagOf(words: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>()
  for (const [word] of words.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    bag.set(word, (bag.get(word) ?? 0) + 1)
  }
  return bag
}

function sharedPart(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const count = (bag: ReadonlyMap<string, number>) =>
    [...bag.values()].reduce((sum, n) => sum + n, 0)
  let shared = 0
  for (const [word, times] of one) shared += Math.min(times, other.get(word) ?? 0)
  const both = count(one) + count(other)
  return both === 0 ? 0 : (2 * shared) / both
}

// What changed between two revisions, for a person to read: section by section, sentences that changed with the words that went and came,
// and between them how much stayed. Pure. Offsets are UTF-16, into the text of the side they are named for.

import type { UnitRange } from '@/lib/text/units'
import { type WordChange, wordDiff } from '@/lib/text/word-diff'
import { type AlignedSection, alignedSections, type ChangeSection } from './aligned-sections'
import { type Aligned, alignedSentences } from './aligned-sentences'
import { type Sentence, sentencesOf } from './sentences'

export type ChangeText = { readonly text: string; readonly sections: readonly ChangeSection[] }

/** Sentences that say the same in both. `paragraphs` counts whole ones; 0 where only sentences of one stayed. */
export type Unchanged = {
  readonly kind: 'same'
  readonly sentences: number
  readonly paragraphs: number
  readonly before: UnitRange
  readonly after: UnitRange
}

/** Sentences side by side that changed, of one paragraph. `before` is null where there was nothing, `after` where nothing is left. */
export type Changed = {
  readonly kind: 'change'
  readonly words: readonly WordChange[]
  readonly before: UnitRange | null
  readonly after: UnitRange | null
  /** The same sentence came or went elsewhere. */
  readonly moved: 'here' | 'away' | null
}

export type SectionChanges = {
  readonly sectionId: string
  /** What the title was and is. */
  readonly title: readonly WordChange[]
  readonly state: 'kept' | 'come' | 'gone'
  /** It stands elsewhere among the sections. */
  readonly isMoved: boolean
  readonly parts: readonly (Unchanged | Changed)[]
  /** How many parts are changes, the title and the place of the section among them. */
  readonly count: number
}

/** Two texts to compare, as one value. */
export type Compared = {
  readonly before: ChangeText
  readonly after: ChangeText
  readonly language: string
}

/** `changesBetween` of one value. */
export function changesOf({ before, after, language }: Compared): SectionChanges[] {
  return changesBetween(before, after, language)
}

/** The changes of every section, in the order of the later text; one that went stands where it was. About linear where little changed. */
export function changesBetween(
  before: ChangeText,
  after: ChangeText,
  language: string,
): SectionChanges[] {
  const sections = alignedSections(before.sections, after.sections)
  const found = sections.map(({ was, is, isMoved }) => ({
    sectionId: (is ?? was)?.sectionId ?? '',
    title: wordDiff(was?.title ?? '', is?.title ?? '', language),
    state: stateOf({ was, is }),
    isMoved,
    parts: partsOf(
      alignedSentences(
        sentencesOf(before.text, was, language),
        sentencesOf(after.text, is, language),
        language,
      ),
      language,
    ),
  }))
  return markMoves(found).map((section) => ({ ...section, count: countOf(section) }))
}

function stateOf({ was, is }: Pick<AlignedSection, 'was' | 'is'>): SectionChanges['state'] {
  if (!was) return 'come'
  return is ? 'kept' : 'gone'
}

type Part = SectionChanges['parts'][number]
type Uncounted = Omit<SectionChanges, 'count'>

function countOf({ title, isMoved, parts }: Uncounted): number {
  const changed = parts.filter(({ kind }) => kind === 'change').length
  return changed + (title.some(({ kind }) => kind !== 'kept') ? 1 : 0) + (isMoved ? 1 : 0)
}

function partsOf(aligned: readonly Aligned[], language: string): Part[] {
  const parts: Part[] = []
  let run: Aligned[] = []
  const close = () => {
    const [first] = run
    if (first) parts.push(isSame(first) ? unchanged(run) : changed(run, language))
    run = []
  }
  for (const pair of aligned) {
    const last = run.at(-1)
    if (last && !belongTogether(last, pair)) close()
    run.push(pair)
  }
  close()
  return parts
}

function isSame({ was, is }: Aligned): boolean {
  return was !== null && is !== null && was.text === is.text
}

// What stayed is folded over paragraphs; what changed is read paragraph by paragraph.
function belongTogether(one: Aligned, next: Aligned): boolean {
  if (isSame(one) !== isSame(next)) return false
  return isSame(one) || (one.is ?? one.was)?.line === (next.is ?? next.was)?.line
}

function unchanged(run: readonly Aligned[]): Unchanged {
  const sentences = run.flatMap(({ is }) => is ?? [])
  const lines = new Set(sentences.map(({ line }) => line))
  const ofLines = sentences.reduce((sum, { ofLine }) => sum + 1 / ofLine, 0)
  const isWhole = Math.abs(ofLines - lines.size) < 1e-6
  return {
    kind: 'same',
    sentences: sentences.length,
    paragraphs: isWhole ? lines.size : 0,
    before: spanOf(run.flatMap(({ was }) => was ?? [])) ?? { start: 0, end: 0 },
    after: spanOf(sentences) ?? { start: 0, end: 0 },
  }
}

function changed(run: readonly Aligned[], language: string): Changed {
  const words = run.flatMap(({ was, is }, at) => {
    const told = wordDiff(was?.text ?? '', is?.text ?? '', language)
    return at === 0 ? told : [between(run[at - 1], { was, is }), ...told]
  })
  return {
    kind: 'change',
    words,
    before: spanOf(run.flatMap(({ was }) => was ?? [])),
    after: spanOf(run.flatMap(({ is }) => is ?? [])),
    moved: null,
  }
}

// The blank between two sentences goes or comes with the one that does.
function between(one: Aligned | undefined, other: Aligned): WordChange {
  if (!one?.is || !other.is) return { kind: one?.was && other.was ? 'gone' : 'kept', text: ' ' }
  return { kind: one.was && other.was ? 'kept' : 'come', text: ' ' }
}

function spanOf(sentences: readonly Sentence[]): UnitRange | null {
  const [first, last] = [sentences[0], sentences.at(-1)]
  return first && last ? { start: first.start, end: last.end } : null
}

const TELLING = 24

/** Says of sentences that went in one place and came in another that they were moved. */
function markMoves(sections: readonly Uncounted[]): Uncounted[] {
  const gone = wordsOf(sections, 'gone')
  const come = wordsOf(sections, 'come')
  const moved = (part: Part): Part => {
    if (part.kind !== 'change') return part
    const only = onlyKind(part)
    const text = textOf(part)
    if (only === null || text.length < TELLING) return part
    const isElsewhere = (only === 'gone' ? come : gone).has(text)
    return isElsewhere ? { ...part, moved: only === 'gone' ? 'away' : 'here' } : part
  }
  return sections.map((section) => ({ ...section, parts: section.parts.map(moved) }))
}

function wordsOf(sections: readonly Uncounted[], kind: 'gone' | 'come'): ReadonlySet<string> {
  const texts = sections.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.kind === 'change' && onlyKind(part) === kind ? [textOf(part)] : [],
    ),
  )
  return new Set(texts)
}

function onlyKind({ words }: Changed): 'gone' | 'come' | null {
  const kinds = new Set(words.filter(({ text }) => text.trim() !== '').map(({ kind }) => kind))
  const [kind] = kinds
  return kinds.size === 1 && kind !== 'kept' && kind !== undefined ? kind : null
}

function textOf({ words }: Changed): string {
  return words
    .map(({ text }) => text)
    .join('')
    .trim()
}

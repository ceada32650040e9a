// What changed between two wordings, word by word, so that a person can read it: words that went, words that came, and between them what
// stayed. Single words that happen to stay inside a rewritten stretch are given to it: "a b c" is easier to read than "a", "b", "c".

import { diffArrays } from 'diff'
import { segmentsIn } from './segmenter'

/** A stretch of words. `kept` says the same in both; `gone` stood in the old wording, `come` stands in the new one. */
export type WordChange = { readonly kind: 'kept' | 'gone' | 'come'; readonly text: string }

/** The changes from one wording to another, in reading order: joined without what came it is the old one, without what went the new one. */
export function wordDiff(before: string, after: string, language = 'en'): WordChange[] {
  if (before === after) return before === '' ? [] : [{ kind: 'kept', text: before }]
  const stretches: Stretch[] = []
  for (const { added, removed, value } of diffArrays(
    pieces(before, language),
    pieces(after, language),
  )) {
    const text = value.join('')
    if (removed) add(stretches, { gone: text, come: '' })
    else if (added) add(stretches, { gone: '', come: text })
    else stretches.push({ kept: text })
  }
  return joined(stretches).flatMap(changesOf)
}

/** Of all characters of both wordings, the part that was kept; 1 when they are the same. */
export function keptPart(changes: readonly WordChange[]): number {
  let kept = 0
  let all = 0
  for (const { kind, text } of changes) {
    const weight = kind === 'kept' ? 2 * text.length : text.length
    all += weight
    if (kind === 'kept') kept += weight
  }
  return all === 0 ? 1 : kept / all
}

// Words, and each sign or run of blanks between them.
function pieces(text: string, language: string): string[] {
  return Array.from(segmentsIn(text, language, 'word'), ({ segment }) => segment)
}

const isThin = (text: string) => !/[\p{L}\p{N}]/u.test(text)

type Rewritten = { readonly gone: string; readonly come: string }
type Stretch = { readonly kept: string } | Rewritten

function add(stretches: Stretch[], { gone, come }: Rewritten): void {
  const last = stretches.at(-1)
  if (!last || 'kept' in last) stretches.push({ gone, come })
  else stretches[stretches.length - 1] = { gone: last.gone + gone, come: last.come + come }
}

/** Rewritten stretches between which nothing stayed but blanks and signs are one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const [at, stretch] of stretches.entries()) {
    const isBetween = result.length > 0 && at < stretches.length - 1
    if (!('kept' in stretch)) add(result, stretch)
    else if (isBetween && isThin(stretch.kept))
      add(result, { gone: stretch.kept, come: stretch.kept })
    else result.push(stretch)
  }
  return result
}

/** A stretch without the blanks and signs that both sides begin and end with. */
function changesOf(stretch: Stretch): WordChange[] {
  if ('kept' in stretch) return [{ kind: 'kept', text: stretch.kept }]
  const tail = sharedTail(stretch.gone, stretch.come)
  const [gone, come] = [withoutTail(stretch.gone, tail), withoutTail(stretch.come, tail)]
  const head = sharedHead(gone, come)
  const changes: WordChange[] = [
    { kind: 'kept', text: gone.slice(0, head) },
    { kind: 'gone', text: gone.slice(head) },
    { kind: 'come', text: come.slice(head) },
    { kind: 'kept', text: stretch.gone.slice(stretch.gone.length - tail) },
  ]
  return changes.filter(({ text }) => text !== '')
}

function withoutTail(text: string, length: number): string {
  return text.slice(0, text.length - length)
}

function sharedTail(one: string, other: string): number {
  let length = 0
  while (isSameSign(one.at(-1 - length), other.at(-1 - length))) length += 1
  return length
}

function sharedHead(one: string, other: string): number {
  let length = 0
  while (isSameSign(one[length], other[length])) length += 1
  return length
}

// Half of a surrogate pair is a sign for this test and a letter in truth: it stays where it is.
function isSameSign(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other && isThin(one) && !/[\uD800-\uDFFF]/.test(one)
}

// The part of a text in which what was looked for stands, and where it stands in it. Found here and not by the database: it must
// show the words as they were written, whatever accents and endings they have.

import { foldedName } from '@/lib/people/folded-name'

export type Snippet = {
  readonly text: string
  /** UTF-16 offsets into it, in order, apart. */
  readonly marks: readonly (readonly [start: number, end: number])[]
}

const LENGTH = 220
const BEFORE = 60
const SEARCHED = 40_000
const WORD = /[\p{L}\p{N}\p{M}_]+/gu
const CJK = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** The snippet of a text for these words, around the first that is found; its beginning if none is. */
export function snippetOf(text: string, words: readonly string[]): Snippet {
  const wanted = words.flatMap((word) => folded(word.replace(/\*$/, '')).match(WORD) ?? [])
  const all = marksIn(text.slice(0, SEARCHED), wanted)
  const first = all[0]?.[0] ?? 0
  const start = first <= BEFORE ? 0 : wordStart(text, first - BEFORE)
  const end = text.length <= start + LENGTH ? text.length : wordEnd(text, start + LENGTH)
  const lead = start > 0 ? '… ' : ''
  const shift = lead.length - start
  return {
    text: `${lead}${text.slice(start, end).replace(/\n/g, ' ')}${end < text.length ? ' …' : ''}`,
    marks: all
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]) => [from + shift, to + shift] as const),
  }
}

function marksIn(text: string, wanted: readonly string[]): (readonly [number, number])[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const plain = folded(word)
    if (wanted.some((each) => !CJK.test(each) && isLike(plain, each))) {
      return [[index, index + word.length] as const]
    }
    const part = wanted.find((each) => CJK.test(each) && word.includes(each))
    if (part === undefined) return []
    const at = index + word.indexOf(part)
    return [[at, at + part.length] as const]
  })
}

// Signs of Hangul are taken apart where accents are, and must be put together again.
function folded(text: string): string {
  return foldedName(text).normalize('NFC')
}

// The same beginning, but for an ending: sanction, sanctions, sanctioned.
function isLike(word: string, wanted: string): boolean {
  if (word.startsWith(wanted)) return true
  const stem = wanted.slice(0, Math.max(4, wanted.length - 3))
  return wanted.length > 4 && word.startsWith(stem) && word.length <= wanted.length + 3
}

function wordStart(text: string, from: number): number {
  const blank = text.slice(from, from + 30).search(/\s/)
  return blank < 0 ? from : from + blank + 1
}

function wordEnd(text: string, to: number): number {
  const blank = text.slice(to, to + 30).search(/\s/)
  return blank < 0 ? to : to + blank
}

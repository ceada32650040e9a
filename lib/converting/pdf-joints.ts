// Where lines are put together: whose hyphen it is at their end, whether a space belongs there, accents that stand apart from their letter.

import type { Tally } from './converted'
import { type Line, textOfLine } from './pdf-lines'

export type Joints = {
  /** The end of a line made ready for the next. */
  readonly end: (text: string, next: string) => string
  /** Words with the accents that stand apart put on their letters. */
  readonly accented: (text: string) => string
}

const HYPHENED = /\p{L}+-\p{L}+/gu
const WORD = /\p{L}+/gu

/** How the lines of a text are joined, as its own words tell. Linear. */
export function jointsIn(lines: readonly Line[], tally: Tally): Joints {
  const texts = lines.map(textOfLine)
  const words = new Set(texts.flatMap((text) => text.match(WORD) ?? []))
  const hyphened = new Set(texts.flatMap((text) => text.toLowerCase().match(HYPHENED) ?? []))
  const isEnglish = texts.filter((text) => /\bthe\b/i.test(text)).length > texts.length * 0.1
  const isBefore = accentsStandBefore(texts)
  return {
    end: (text, next) => withJoint(text, next, { words, hyphened, isEnglish, tally }),
    accented: (text) => withAccents(text, isBefore),
  }
}

type Known = {
  readonly words: ReadonlySet<string>
  readonly hyphened: ReadonlySet<string>
  readonly isEnglish: boolean
  readonly tally: Tally
}

function withJoint(text: string, next: string, known: Known): string {
  const trimmed = text.trimEnd()
  const end = /(\p{L}+)[-\u00ad\u2010]$/u.exec(trimmed)
  const [begin] = /^\p{L}+/u.exec(next) ?? []
  if (end?.[1] && begin) {
    return isPrinters(end[1], begin, known) ? trimmed.slice(0, -1) : trimmed
  }
  // Ranges of numbers, dashes without spaces around them, and scripts that have none.
  const isJoined =
    (/[\p{L}\p{N}][-\u2010\u2013]$/u.test(trimmed) && /^\p{N}/u.test(next)) ||
    /[\p{L}\p{N}][\u2013\u2014]$/u.test(trimmed) ||
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、]$/u.test(trimmed)
  return isJoined ? trimmed : `${trimmed} `
}

/** Whether a hyphen at the end of a line was the printer's: one before a small letter is, unless the word has it elsewhere. */
function isPrinters(end: string, begin: string, known: Known): boolean {
  if (known.hyphened.has(`${end}-${begin}`.toLowerCase())) return false
  if (/^\p{Ll}/u.test(begin)) return true
  if (known.words.has(end + begin)) return true
  const isGuess = known.isEnglish && isOneName(end, begin) && !isKnown(end, begin, known.words)
  if (isGuess) known.tally.drop('joined-word')
  return isGuess
}

// Parts of the world, of peoples and of double names keep the hyphen that they have.
const PARTNERS =
  /^(?:north|south|east|west|mid|non|anti|post|pre|pro|pan|neo|trans|inter|anglo|franco|sino|indo|afro|euro|austro|russo|greco|graeco|judeo|jean|marie|anne|karl|hans|mary|saint|saxon|\p{L}+(?:an|ish|ese|ic|ist|ian|son|man|berg|stein|sky|ski))$/iu

function isOneName(end: string, begin: string): boolean {
  const isPlain = /^[A-Z][a-z]{2,}$/.test(end) && /^[A-Z][a-z]{2,}$/.test(begin)
  return isPlain && !PARTNERS.test(end) && !PARTNERS.test(begin)
}

// Each is a word of its own somewhere else in the text: two names, then, not one.
function isKnown(end: string, begin: string, words: ReadonlySet<string>): boolean {
  const once = (word: string) => words.has(word.toLowerCase())
  return once(end) || once(begin)
}

const ACCENTS: Readonly<Record<string, string>> = {
  '¨': '\u0308',
  '´': '\u0301',
  '`': '\u0300',
  ˆ: '\u0302',
  '˜': '\u0303',
  '¯': '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '˚': '\u030a',
  ˇ: '\u030c',
  '˝': '\u030b',
  '¸': '\u0327',
}
const APART = /(\p{L}?)( ?)([¨´`ˆ˜¯˘˙˚ˇ˝¸])(\p{L}?)/gu

/** Whether the accents of a text stand before their letters, as TeX puts them, rather than behind. */
function accentsStandBefore(texts: readonly string[]): boolean {
  let before = 0
  let behind = 0
  for (const text of texts) {
    for (const [, last = '', , accent = '', next = ''] of text.matchAll(APART)) {
      const [isLast, isNext] = [composed(last, accent), composed(next, accent)]
      if (isNext && !isLast) before += 1
      if (isLast && !isNext) behind += 1
    }
  }
  // A letter that carries none behind it may be a dotless i that has no letter in the file.
  return before > 0 || behind === 0
}

function withAccents(text: string, isBefore: boolean): string {
  return text.replace(APART, (all, last: string, space: string, accent: string, next: string) => {
    const [onLast, onNext] = [composed(last, accent), composed(next, accent)]
    const isInner = last !== '' && next !== ''
    if (isBefore && onNext) return last + onNext
    if (isBefore && isInner && accent === '¨') return `${last}ï${next}`
    if (onLast && space === '') return onLast + next
    return onNext ? last + space + onNext : all
  })
}

/** A letter with an accent as one character; empty where there is none. */
function composed(letter: string, accent: string): string {
  if (letter === '') return ''
  const plain = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter
  const made = (plain + (ACCENTS[accent] ?? '')).normalize('NFC')
  return [...made].length === 1 ? made : ''
}

// A text as the sequence that is compared: its words, without the white space and punctuation between them, so that a new comma or a
// curly quote changes nothing. Scripts that write no spaces between words give one token a character; a letter keeps its accents and a
// joined emoji its parts. The end of a block is a token of its own, with which headings and short lines find each other.

import { type CharacterKind, kindOf } from './character-kinds'

export type Tokens = {
  readonly text: string
  readonly count: number
  /** Which word each token is, by the vocabulary both texts share; BLOCK_END for the end of a block. */
  readonly ids: Int32Array
  /** UTF-16 offsets. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** How good a place the border before each token is to begin or end an edit: 0 within a sentence, 3 between blocks. */
  readonly joints: Uint8Array
}

/** The words seen so far, each with its number. */
export type Vocabulary = { readonly ids: Map<string, number>; readonly words: string[] }

export const BLOCK_END = 0

const FULL_STOP = 0x2e

const JOINT = { clause: 1, sentence: 2, block: 3 } as const

/** A vocabulary that knows only the end of a block. */
export function newVocabulary(): Vocabulary {
  return { ids: new Map([['\n', BLOCK_END]]), words: ['\n'] }
}

/** The tokens of a text; words not met before join the vocabulary. Begins and ends with the end of a block. One pass. */
export function tokensOf(text: string, vocabulary: Vocabulary): Tokens {
  const reader = new Reader(text, vocabulary)
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    const size = code > 0xffff ? 2 : 1
    reader.read(kindOf(code), at, at + size)
    at += size
  }
  return reader.finish()
}

/** Holds the one token that may still grow. */
class Reader {
  private readonly ids: number[] = [BLOCK_END]
  private readonly starts: number[] = [0]
  private readonly ends: number[] = [0]
  private readonly joints: number[] = [JOINT.block]
  private joint: number = JOINT.block
  private open: CharacterKind | null = null
  private start = 0
  private end = 0
  // After a joiner the next sign belongs to the same emoji; of flags, every second letter.
  private joined = false
  private pointEnd = -1

  constructor(
    private readonly text: string,
    private readonly vocabulary: Vocabulary,
  ) {}

  read(kind: CharacterKind, start: number, end: number): void {
    if (this.grows(kind)) {
      this.end = end
      this.joined = kind === 'joiner'
      if (kind === 'flag') this.open = 'symbol'
      return
    }
    this.close()
    if (kind === 'space') return
    if (kind === 'break') this.endBlock(start, end)
    else if (kind === 'stop') this.stop(start, end)
    else if (kind === 'punctuation') this.joint = Math.max(this.joint, JOINT.clause)
    else this.begin(kind, start, end)
  }

  finish(): Tokens {
    this.close()
    this.push(BLOCK_END, this.text.length, this.text.length)
    return {
      text: this.text,
      count: this.ids.length,
      ids: Int32Array.from(this.ids),
      starts: Int32Array.from(this.starts),
      ends: Int32Array.from(this.ends),
      joints: Uint8Array.from(this.joints),
    }
  }

  private grows(kind: CharacterKind): boolean {
    if (this.open === null) return false
    if (kind === 'mark' || kind === 'joiner') return true
    if (this.joined && kind === 'symbol') return true
    return kind === this.open && (kind === 'word' || kind === 'flag')
  }

  private stop(start: number, end: number): void {
    if (this.text.charCodeAt(start) === FULL_STOP) this.pointEnd = end
    this.joint = Math.max(this.joint, JOINT.sentence)
  }

  private begin(kind: CharacterKind, start: number, end: number): void {
    // The point of a number or an abbreviation ends no sentence: a blank follows one that does.
    if (this.pointEnd === start && this.joint === JOINT.sentence) this.joint = JOINT.clause
    this.open = kind === 'mark' || kind === 'joiner' ? 'word' : kind
    this.start = start
    this.end = end
    this.joined = false
  }

  private close(): void {
    if (this.open === null) return
    this.open = null
    this.push(this.idOf(this.text.slice(this.start, this.end)), this.start, this.end)
  }

  private endBlock(start: number, end: number): void {
    if (this.ids.at(-1) === BLOCK_END) this.ends[this.ends.length - 1] = end
    else this.push(BLOCK_END, start, end)
    this.joint = JOINT.block
  }

  private push(id: number, start: number, end: number): void {
    this.ids.push(id)
    this.starts.push(start)
    this.ends.push(end)
    this.joints.push(id === BLOCK_END ? JOINT.block : this.joint)
    this.joint = id === BLOCK_END ? JOINT.block : 0
  }

  private idOf(surface: string): number {
    const word = wordOf(surface)
    const known = this.vocabulary.ids.get(word)
    if (known !== undefined) return known
    const id = this.vocabulary.words.push(word) - 1
    this.vocabulary.ids.set(word, id)
    return id
  }
}

const PLAIN = /^[\0-\x7f]*$/

// Capitals come and go with the ends of sentences; invisible format characters with the program that wrote the text.
function wordOf(surface: string): string {
  if (PLAIN.test(surface)) return surface.toLowerCase()
  return surface
    .replace(/(?<=.)[\u00AD\u200B\u2060]/gu, '')
    .normalize('NFC')
    .toLowerCase()
}

// What comes out of reading a text in some form: a document of ours, what is known about it, its pictures, and an honest report.

import type { PictureKind } from '@/lib/assets/picture'
import type { DocNode } from '@/lib/text/doc-node'

/** What a text says about itself; empty where it says nothing. */
export type Metadata = {
  readonly title: string
  readonly authors: readonly string[]
  /** When it was written or published, as it says so itself: a year, a date. */
  readonly dated: string
  readonly sourceUrl: string
  readonly licence: string
  /** BCP 47, as announced; the words are asked as well. */
  readonly language: string
}

export const NOTHING_KNOWN: Metadata = {
  title: '',
  authors: [],
  dated: '',
  sourceUrl: '',
  licence: '',
  language: '',
}

/** A chapter: the children of the document from `from` up to `to`. */
export type Part = { readonly title: string; readonly from: number; readonly to: number }

export type StoredPicture = PictureKind & {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly id: string
  readonly bytes: Uint8Array
}

/** What a text holds that a reading cannot, or should not. */
export type DroppedKind =
  | 'script'
  | 'embedded'
  | 'drawing'
  | 'form'
  | 'navigation'
  | 'hidden'
  | 'comment'
  | 'deletion'
  | 'symbol'
  | 'text-box'
  | 'inner-link'
  | 'unsafe-link'
  | 'picture-missing'
  | 'picture-kind'
  | 'picture-large'
  | 'picture-many'
  | 'running-head'
  | 'page-number'
  | 'pdf-picture'
  | 'empty-page'
  | 'turned'
  | 'joined-word'
  | 'chapter-empty'
  | 'around-article'

export type Dropped = Readonly<Partial<Record<DroppedKind, number>>>

/** Counts what was left out while a text is read. */
export type Tally = {
  readonly drop: (kind: DroppedKind, count?: number) => void
  readonly dropped: () => Dropped
}

export function newTally(): Tally {
  const counts: Partial<Record<DroppedKind, number>> = {}
  return {
    drop: (kind, count = 1) => {
      if (count > 0) counts[kind] = (counts[kind] ?? 0) + count
    },
    dropped: () => ({ ...counts }),
  }
}

/** What a reader of one form hands on. The document is in normal form. */
export type Converted = {
  readonly doc: DocNode
  /** Chapters, for forms that have them; none otherwise. */
  readonly parts: readonly Part[]
  readonly metadata: Metadata
  readonly dropped: Dropped
  readonly pictures: readonly StoredPicture[]
  /** In which encoding a text was read that does not say it itself, and how it begins where that mattered. */
  readonly guess?: Guess
}

export type Guess = { readonly encoding: string; readonly sample: string }

/** Told while a long text is read: what is being done, how much of it, of how much. Null where nobody can know. */
export type Progress = (phase: Phase, done: number, total: number | null) => void

export type Phase = 'fetching' | 'reading' | 'pictures' | 'building'

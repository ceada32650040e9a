// What the library page shows: plain data, ready to be drawn.

import type { GroupKind } from '@/lib/policy/facts'

export type LibrarySection = {
  readonly title: string
  /** UTF-16 units. */
  readonly length: number
  readonly notes: number
  readonly unread: number
}

export type LibraryRow = {
  readonly readingId: string
  readonly href: string
  readonly title: string
  readonly genre: string
  readonly authors: readonly string[]
  readonly minutes: number
  readonly revision: number
  readonly sections: readonly LibrarySection[]
  /** Posts a day over two weeks, today last. */
  readonly days: readonly number[]
  readonly notes: number
  readonly unread: number
  /** What happened last, in words; null when nothing has. */
  readonly last: { readonly words: string; readonly at: string } | null
}

export type LibraryShelf = {
  /** Null: readings outside any group. */
  readonly group: {
    readonly name: string
    readonly slug: string
    readonly kind: GroupKind
    readonly people: number
    /** Whether the viewer belongs to it. */
    readonly own: boolean
    readonly mayAdd: boolean
    readonly mayInvite: boolean
  } | null
  readonly faces: readonly { readonly id: string; readonly name: string }[]
  /** The name of an earlier shelf that holds one of these texts, with notes of its own. */
  readonly sameAs: string | null
  readonly rows: readonly LibraryRow[]
  /** How many readings the shelf has in all; 1001 stands for more than a thousand. */
  readonly total: number
  /** After which reading the next page begins; null when all are shown. */
  readonly next: string | null
}

export type LibraryStop = {
  readonly href: string
  readonly title: string
  readonly groupName: string | null
  /** Counted from 1. */
  readonly section: number
  readonly sections: number
  readonly excerpt: string
  readonly at: string
}

export type Library = {
  readonly stopped: LibraryStop | null
  readonly shelves: readonly LibraryShelf[]
  /** The slug of the group that the next page of shelves begins with; null on the last page. */
  readonly nextShelves: string | null
}

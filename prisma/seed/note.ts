// The shape of what people of the demo wrote, as plain data. Ages are minutes before the moment of loading, so that the
// world always looks as if it had been left a moment ago. Bodies are Markdown; a mention is written @[Name](person:key).

import type { GroupKey } from './groups'
import type { PersonKey } from './people'

export const HOUR = 60
export const DAY = 24 * HOUR

export type Reactions = Readonly<Record<string, readonly PersonKey[]>>

/** What a post said before its author changed it, and how many minutes ago that was. */
export type Edit = { readonly ago: number; readonly before: string }

export type DemoReply = {
  readonly by: PersonKey
  readonly ago: number
  readonly body: string
  readonly edited?: Edit
  /** Deleted by its author so many minutes ago; its answers stay. */
  readonly deletedAgo?: number
  readonly reactions?: Reactions
  readonly replies?: readonly DemoReply[]
}

/** A passage (with prefix or suffix where its words stand more than once), a section by its title, or the whole reading. */
export type DemoTarget =
  | {
      readonly on: 'passage'
      readonly exact: string
      readonly prefix?: string
      readonly suffix?: string
    }
  | { readonly on: 'section'; readonly title: string }
  | { readonly on: 'reading' }

export type DemoNote = {
  readonly by: PersonKey
  readonly ago: number
  readonly kind: 'highlight' | 'note' | 'question' | 'support' | 'oppose' | 'nuance'
  /** Left out: for the group. */
  readonly visibility?: 'private' | 'public'
  readonly target: DemoTarget
  /** Left out: a bare highlight. */
  readonly body?: string
  readonly tags?: readonly string[]
  readonly edited?: Edit
  readonly reactions?: Reactions
  readonly resolved?: { readonly by: PersonKey; readonly ago: number }
  readonly replies?: readonly DemoReply[]
}

export type ReadingKey = 'article' | 'liberty'

/** What was written about one reading on one shelf, in the order of the text. */
export type ShelfNotes = {
  readonly group: GroupKey
  readonly reading: ReadingKey
  readonly notes: readonly DemoNote[]
}

/** A passage by its words. */
export function passage(exact: string): DemoTarget {
  return { on: 'passage', exact }
}

/** A post with everything that answers it, in the order of the thread. */
export function repliesUnder(replies: readonly DemoReply[] = []): readonly DemoReply[] {
  return replies.flatMap((reply) => [reply, ...repliesUnder(reply.replies)])
}

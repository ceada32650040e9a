// What travels on the live channel of a reading, as the browser gets it.

import type { AnnotationShape } from '@/lib/annotations/contract'
import type { DebateNews } from '@/lib/debates/contract/shapes'
import type { RevisionShape } from '@/lib/revisions/contract'
import type { ReplyShape } from '@/lib/threads/contract/threads'

/** How a thread stands after an event. */
export type ThreadState = Pick<
  AnnotationShape,
  'replyCount' | 'lastPostId' | 'lastActivityAt' | 'resolution'
>

/**
 * A recorded change. `id` is the annotation's, the reply's, the claim's or the revision's. The annotation and the reply are as they are when told, by the
 * listener's rights; `unread` and `mine` in them are always false: a client knows its own.
 */
export type EventMessage = {
  readonly kind: string
  readonly id: string
  readonly readingId: string | null
  readonly groupId: string | null
  /** The thread that it is about; for what happens to a reading, the reading. */
  readonly threadId: string
  readonly actor: { readonly id: string; readonly name: string } | null
  readonly at: string
  readonly annotation?: AnnotationShape
  readonly reply?: ReplyShape
  readonly thread?: ThreadState
  /** A claim in all its places, or a debate that was opened. */
  readonly debate?: DebateNews
  /** `reading.revised`: the revision that is the current one now. */
  readonly revision?: RevisionNews
}

/** What readers of an earlier revision are told of a new one. */
export type RevisionNews = Pick<RevisionShape, 'id' | 'number' | 'message' | 'createdBy'>

/** `event: presence`: everybody who is here. */
export type PresenceMessage = {
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly sectionId: string | null
    readonly typingIn: string | null
  }[]
}

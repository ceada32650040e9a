// What the room asks of the server. The store knows no more of the network than this.

import type { AnnotationShape } from '@/lib/annotations/contract'
import type { ReplyShape } from '@/lib/threads/contract/threads'
import type { Filters, RoomState } from './state'

type PageOf<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null }

export type RoomPort = {
  readonly notesIn: (
    stretch: { from: number; to: number },
    most: number,
  ) => Promise<PageOf<AnnotationShape>>
  /** The notes on the whole reading and on its sections: they lie on no stretch of the text. */
  readonly notesBesides: () => Promise<readonly AnnotationShape[]>
  readonly notesBy: (filters: Filters, cursor: string | null) => Promise<PageOf<AnnotationShape>>
  readonly note: (id: string) => Promise<AnnotationShape>
  readonly replies: (threadId: string, cursor: string | null) => Promise<PageOf<ReplyShape>>
  readonly reply: (id: string) => Promise<ReplyShape>
  readonly coverage: () => Promise<Pick<RoomState, 'segments' | 'counts'>>
}

// What an open reading page asks of the server: the one place of the room that knows the API. Tests put one in memory in its stead.

import { api } from '@/components/api-client'
import type { AnnotationEdit, AnnotationInput, AnnotationShape } from '@/lib/annotations/contract'
import type { PlaceInput } from '@/lib/annotations/contract/anchors'
import type { PersonShape } from '@/lib/api/shapes'
import type { Segment } from '@/lib/text/segments'
import type { ReplyShape } from '@/lib/threads/contract/threads'
import { type Coverage, type Filters, NO_FILTERS, type RoomStart } from './state'
import type { Whereabouts } from './whereabouts'

type PageOf<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null }
type Body = { readonly format: 'tiptap'; readonly value: Record<string, unknown> }
type Subject = 'annotation' | 'reply'

export type ReplyInput = {
  readonly id: string
  readonly parentId: string | undefined
  readonly body: Body
}

/** Which notes one steps through. */
export type NotesLike = { readonly unread?: boolean; readonly status?: 'open' }

export type RoomReads = {
  readonly notesIn: (
    stretch: { from: number; to: number },
    most: number,
  ) => Promise<PageOf<AnnotationShape>>
  /** The notes on the whole reading and on its sections: they lie on no stretch of the text. */
  readonly notesBesides: () => Promise<readonly AnnotationShape[]>
  readonly notesBy: (filters: Filters, cursor: string | null) => Promise<PageOf<AnnotationShape>>
  /** A page of the notes of a kind by place: on a stretch of the text or, without one, all, first those on no passage. */
  readonly notesLike: (
    like: NotesLike,
    stretch: { from?: number; to?: number },
    cursor: string | null,
  ) => Promise<PageOf<AnnotationShape>>
  readonly note: (id: string) => Promise<AnnotationShape>
  readonly replies: (threadId: string, cursor: string | null) => Promise<PageOf<ReplyShape>>
  readonly reply: (id: string) => Promise<ReplyShape>
  /** Of all notes, or of those that meet filters. */
  readonly coverage: (filters?: Filters) => Promise<Coverage>
  readonly people: (words: string, most?: number) => Promise<readonly PersonShape[]>
  /** The tags of the group in which a word begins so; none where there is no group. */
  readonly tags: (words: string) => Promise<readonly string[]>
}

export type RoomWrites = {
  /** The same key each time, so that it is taken only once. */
  readonly annotate: (input: AnnotationInput, key: string) => Promise<AnnotationShape>
  readonly editNote: (id: string, edit: AnnotationEdit) => Promise<AnnotationShape>
  readonly removeNote: (id: string) => Promise<AnnotationShape>
  readonly restoreNote: (id: string) => Promise<AnnotationShape>
  readonly place: (id: string, place: PlaceInput) => Promise<AnnotationShape>
  readonly unplace: (id: string) => Promise<AnnotationShape>
  readonly sendReply: (input: ReplyInput, key: string) => Promise<ReplyShape>
  readonly editReply: (id: string, version: number, body: Body) => Promise<ReplyShape>
  readonly removeReply: (id: string) => Promise<ReplyShape>
  readonly restoreReply: (id: string) => Promise<ReplyShape>
  readonly resolve: (threadId: string, resolved: boolean) => Promise<void>
  readonly react: (on: Subject, id: string, emoji: string, given: boolean) => Promise<void>
  readonly markRead: (threadId: string, lastReadId: string) => Promise<void>
  readonly announce: (connection: string, here: Whereabouts) => Promise<void>
}

export type RoomServer = RoomReads & RoomWrites

type Shelf = Pick<RoomStart, 'reading' | 'group' | 'assignment'>

/** The server of one reading in one group. */
export function apiServer(shelf: Shelf): RoomServer {
  return { ...reads(shelf), ...writes(shelf) }
}

const PER_PAGE = 100

function reads({ reading, group, assignment }: Shelf): RoomReads {
  // Everything as it stands in the text of this page, also when another revision is current by now.
  const shelf = {
    id: reading.id,
    groupId: group?.id,
    assignmentId: assignment?.id,
    revisionId: reading.revisionId,
  }
  return {
    notesIn: ({ from, to }, most) =>
      api.annotations.list({ ...shelf, sort: 'place', from, to, on: 'passage', limit: most }),
    notesBesides: async () => {
      const pages = await Promise.all(
        (['reading', 'section'] as const).map((on) =>
          api.annotations.list({ ...shelf, sort: 'place', on, limit: PER_PAGE }),
        ),
      )
      return pages.flatMap(({ items }) => items)
    },
    notesBy: ({ mine, unread, ...filters }, cursor) =>
      api.annotations.list({
        ...shelf,
        ...filters,
        mine: mine ? 'true' : undefined,
        unread: unread ? 'true' : undefined,
        cursor: cursor ?? undefined,
        limit: 50,
      }),
    notesLike: ({ unread, status }, stretch, cursor) =>
      api.annotations.list({
        ...shelf,
        ...stretch,
        status,
        sort: 'place',
        unread: unread ? 'true' : undefined,
        cursor: cursor ?? undefined,
        limit: 50,
      }),
    note: (id) => api.annotations.get({ id }),
    replies: (id, cursor) => api.threads.replies({ id, cursor: cursor ?? undefined, limit: 50 }),
    reply: (id) => api.threads.getReply({ id }),
    coverage: async (filters) => {
      const { mine, unread, sort: _, ...rest } = filters ?? NO_FILTERS
      const { segments, counts } = await api.readings.segments({
        ...shelf,
        ...rest,
        mine: mine ? 'true' : undefined,
        unread: unread ? 'true' : undefined,
      })
      return { segments: segments.map(drawable), counts }
    },
    people: async (q, limit) =>
      (await api.readings.people({ id: reading.id, groupId: group?.id, q, limit })).items,
    tags: async (q) => {
      if (!group) return []
      return (await api.annotations.tags({ id: group.id, q })).items.map(({ tag }) => tag)
    },
  }
}

function writes({ reading }: Shelf): RoomWrites {
  return {
    annotate: (input, key) => api.annotations.create(input, { context: { idempotencyKey: key } }),
    editNote: (id, edit) => api.annotations.edit({ id, ...edit }),
    removeNote: (id) => api.annotations.remove({ id }),
    restoreNote: (id) => api.annotations.restore({ id }),
    place: (id, place) => api.annotations.place({ id, place }),
    unplace: (id) => api.annotations.unplace({ id }),
    sendReply: (input, key) => api.threads.reply(input, { context: { idempotencyKey: key } }),
    editReply: (id, version, body) => api.threads.editReply({ id, version, body }),
    removeReply: (id) => api.threads.removeReply({ id }),
    restoreReply: (id) => api.threads.restoreReply({ id }),
    resolve: (id, resolved) =>
      done(resolved ? api.threads.resolve({ id }) : api.threads.reopen({ id })),
    react: (on, id, emoji, given) => done(reactionAsked(on, id, emoji, given)),
    markRead: (id, lastReadId) => done(api.threads.markRead({ id, lastReadId })),
    announce: (connection, here) =>
      done(api.readings.announcePresence({ id: reading.id, connection, ...here })),
  }
}

function reactionAsked(on: Subject, id: string, emoji: string, given: boolean): Promise<unknown> {
  if (on === 'reply') {
    return given
      ? api.threads.reactToReply({ id, emoji })
      : api.threads.unreactToReply({ id, emoji })
  }
  return given ? api.threads.react({ id, emoji }) : api.threads.unreact({ id, emoji })
}

async function done(asked: Promise<unknown>): Promise<void> {
  await asked
}

const LEVELS = [1, 2, 3, 4] as const

// On the wire a level is any number.
function drawable({
  level,
  ...segment
}: Omit<Segment, 'level'> & { readonly level: number }): Segment {
  return { ...segment, level: LEVELS[level - 1] ?? 4 }
}

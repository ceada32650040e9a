// Notes, messages and a server in memory for the tests of the room.

import type { AnnotationMessage, AnnotationShape } from '@/lib/annotations/contract'
import type { ReplyShape, ThreadMessage } from '@/lib/threads/contract/threads'
import { byPlace } from './note-order'
import type { RoomServer, RoomWrites } from './server'
import type { RoomStart } from './state'

export const ANA = { id: 'ana', name: 'Ana' }
export const NOOR = { id: 'noor', name: 'Noor' }
const AT = '2026-01-05T10:00:00.000Z'
const NO_RIGHTS = {
  edit: false,
  delete: false,
  restore: false,
  reply: true,
  resolve: true,
  react: true,
  flag: false,
  place: false,
  promote: false,
}

const EXACT: AnnotationShape['place'] = {
  state: 'exact',
  similarity: null,
  revisionId: 'revision',
  quote: 'words',
  madeOn: null,
  needsLook: false,
  placed: null,
}

/** A note by Noor on the passage 10–20. */
export function aNote(id: string, change: Partial<AnnotationShape> = {}): AnnotationShape {
  return {
    id,
    readingId: 'reading',
    groupId: 'desk',
    assignmentId: null,
    visibility: 'group',
    kind: 'note',
    author: NOOR,
    target: passage(10, 20),
    sectionId: 'opening',
    place: EXACT,
    body: { format: 'tiptap', value: { type: 'doc' }, text: `note ${id}` },
    tags: [],
    version: 1,
    createdAt: AT,
    editedAt: null,
    deleted: null,
    moderation: null,
    locked: false,
    resolution: null,
    replyCount: 0,
    lastPostId: id,
    lastActivityAt: AT,
    reactions: [],
    unread: false,
    inDebate: false,
    can: NO_RIGHTS,
    ...change,
  }
}

export function passage(start: number, end: number): NonNullable<AnnotationShape['target']> {
  return { start, end, exact: 'words', prefix: '', suffix: '', revisionId: 'revision' }
}

export function aReply(id: string, change: Partial<ReplyShape> = {}): ReplyShape {
  return {
    id,
    threadId: 'a',
    parentId: null,
    author: NOOR,
    body: { format: 'tiptap', value: { type: 'doc' }, text: `reply ${id}` },
    version: 1,
    createdAt: AT,
    editedAt: null,
    deleted: null,
    moderation: null,
    reactions: [],
    can: { edit: false, delete: false, restore: false, flag: false, react: true },
    ...change,
  }
}

/** What the live channel tells of a note. */
export function noteMessage(
  kind: string,
  annotation: AnnotationShape,
  actor: AnnotationMessage['actor'] = NOOR,
): AnnotationMessage {
  const { id, readingId, groupId } = annotation
  return { noun: 'annotations', kind, id, readingId, groupId, actor, at: AT, annotation }
}

/** What the live channel tells of a reply to the note `a`. */
export function replyMessage(
  kind: string,
  reply: ReplyShape,
  { actor = NOOR, replyCount = 1 }: { actor?: ThreadMessage['actor']; replyCount?: number } = {},
): ThreadMessage {
  const { id, threadId } = reply
  const thread = { replyCount, lastPostId: id, lastActivityAt: AT, resolution: null }
  const envelope = { kind, id, readingId: 'reading', groupId: 'desk', actor, at: AT }
  return { noun: 'threads', ...envelope, threadId, reply, thread }
}

export const START: RoomStart = {
  me: ANA,
  cursor: '0-1-0',
  reading: {
    id: 'reading',
    slug: 'reading',
    title: 'A reading',
    language: 'en',
    revisionId: 'revision',
    revision: 1,
    unseenAt: null,
    sections: [{ id: 'opening', title: 'Opening', level: 0, start: 0, end: 1_000 }],
  },
  group: { id: 'desk', slug: 'desk', name: 'Desk', kind: 'team' },
  may: { annotate: true, visibilities: ['private', 'group', 'public'] },
  segments: [],
  counts: [{ sectionId: 'opening', notes: 0, unread: 0 }],
}

/** A server that holds some notes and replies and remembers what it was asked. */
export function serverWith({
  notes = [],
  replies = [],
  perPage = 100,
  writes = {},
}: {
  readonly notes?: readonly AnnotationShape[]
  readonly replies?: readonly ReplyShape[]
  readonly perPage?: number
  /** How it answers what is written; everything else is taken without a word. */
  readonly writes?: Partial<RoomWrites>
}) {
  const asked: string[] = []
  const page = <Item>(items: readonly Item[], most = perPage) => ({
    items: items.slice(0, most),
    nextCursor: items.length > most ? 'more' : null,
  })
  const server: RoomServer = {
    ...takesEverything,
    ...writes,
    async notesIn({ from, to }, most) {
      asked.push(`${from}-${to}`)
      const there = notes.filter(({ target }) => target && target.start < to && target.end > from)
      return page(there, Math.min(most, perPage))
    },
    notesBesides: async () => notes.filter(({ target }) => target === null),
    notesBy: async () => page(notes),
    async notesLike({ unread }, { from = -1, to = Number.MAX_SAFE_INTEGER }, cursor) {
      const first = Number(cursor ?? 0)
      const there = notes
        .filter((note) => !unread || note.unread)
        .filter(({ target }) => (target ? target.end > from && target.start < to : from < 0))
        .toSorted(byPlace)
      const items = there.slice(first, first + perPage)
      const after = first + perPage
      return { items, nextCursor: after < there.length ? String(after) : null }
    },
    async note(id) {
      const found = notes.find((note) => note.id === id)
      if (!found) throw new Error('There is no such note.')
      return found
    },
    replies: async () => page(replies),
    async reply(id) {
      const found = replies.find((reply) => reply.id === id)
      if (!found) throw new Error('There is no such reply.')
      return found
    },
    async coverage() {
      asked.push('coverage')
      return { segments: [], counts: [] }
    },
    people: async () => [],
    tags: async () => [],
  }
  return { server, asked }
}

const takesEverything: RoomWrites = {
  annotate: async (_input, key) => aNote(`made-${key}`, { author: ANA }),
  editNote: async (id) => aNote(id, { version: 2 }),
  removeNote: async (id) => aNote(id),
  restoreNote: async (id) => aNote(id),
  place: async (id) => aNote(id),
  unplace: async (id) => aNote(id),
  sendReply: async ({ id }, key) => aReply(`made-${key}`, { author: ANA, threadId: id }),
  editReply: async (id, version) => aReply(id, { version: version + 1 }),
  removeReply: async (id) => aReply(id),
  restoreReply: async (id) => aReply(id),
  resolve: async () => {},
  react: async () => {},
  markRead: async () => {},
  announce: async () => {},
}

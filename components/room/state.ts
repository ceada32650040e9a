// What the reading room knows at a moment, as plain data. Whoever shows a part of it selects that part.

import type { AnnotationListQuery, AnnotationShape } from '@/lib/annotations/contract'
import type { PersonShape } from '@/lib/api/shapes'
import type { PresenceMessage } from '@/lib/events/message'
import type { GroupRole } from '@/lib/policy/actor'
import type { RevisionNews } from '@/lib/revisions/contract'
import type { Segment } from '@/lib/text/segments'
import type { ReplyShape } from '@/lib/threads/contract/threads'
import type { PendingChange } from './optimistic'
import type { PassageGeometry } from './passage-geometry'

export type NoteKind = AnnotationShape['kind']
export type Visibility = AnnotationShape['visibility']

/** A stretch of the text with its words. Offsets are UTF-16. */
export type Passage = { readonly start: number; readonly end: number; readonly exact: string }

export type RoomSection = {
  readonly id: string
  readonly title: string
  readonly level: number
  readonly start: number
  readonly end: number
}

export type RoomReading = {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly language: string
  readonly revisionId: string
  readonly revision: number
  /** Where the reader stopped in it, when he last read an earlier revision; else null. */
  readonly unseenAt: number | null
  readonly sections: readonly RoomSection[]
}

export type RoomGroup = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly kind: string
  /** Who leads it, where it is a course: their role stands beside their names. */
  readonly staff?: readonly { readonly id: string; readonly role: GroupRole }[]
}

/** What is asked beside a section, which begins there in the text. */
export type RoomPrompt = {
  readonly sectionId: string
  readonly start: number
  readonly words: string
}

/** The assignment that the page is open for: only what is written for it is shown, and what is written here is for it. */
export type RoomAssignment = {
  readonly id: string
  readonly prompts: readonly RoomPrompt[]
  /** Those that the reader may switch between; none for a student. */
  readonly circles: readonly { readonly id: string; readonly name: string }[]
}

/** How a note or reply of one's own fares on its way to the server. */
export type Outgoing = {
  /** `waiting`: the server could not be reached; it is sent when the line is back. `signed-out`: it is sent after signing in. */
  readonly status: 'sending' | 'waiting' | 'signed-out' | 'failed'
  /** What the server said of it. */
  readonly problem: string | null
  /** Sends it once more; the server takes it only once. */
  readonly again: () => void
}

export type AnnotationsState = {
  /** The loaded notes as they are shown, those on their way to the server among them. */
  readonly notes: ReadonlyMap<string, AnnotationShape>
  /** The loaded notes as the server told of them last. */
  readonly syncedNotes: ReadonlyMap<string, AnnotationShape>
  /** Ids of the notes that are shown in place order; notes without a passage come first. */
  readonly order: readonly string[]
  /** What was done to notes and replies and is not answered yet, oldest first. */
  readonly changes: readonly PendingChange[]
  readonly outgoing: ReadonlyMap<string, Outgoing>
  /** What others wrote while the page was open and the margin has not made room for yet. */
  readonly fresh: ReadonlySet<string>
}

export type ThreadReplies = {
  /** As they are shown, oldest first, those on their way to the server among them. */
  readonly replies: readonly ReplyShape[]
  /** As the server told of them last. */
  readonly synced: readonly ReplyShape[]
  /** On their way to the server. */
  readonly own: readonly ReplyShape[]
  /** Null: all are loaded. */
  readonly nextCursor: string | null
  readonly status: 'loading' | 'ready' | 'failed'
}

export type ThreadsState = { readonly threads: ReadonlyMap<string, ThreadReplies> }

export type SectionCount = {
  /** Null: notes on the whole reading. */
  readonly sectionId: string | null
  readonly notes: number
  readonly unread: number
}

/** Where notes lie, and how many are on each section. */
export type Coverage = {
  readonly segments: readonly Segment[]
  readonly counts: readonly SectionCount[]
}

export type CoverageState = Coverage & {
  /** Stretches where more notes lie than are loaded, in order. */
  /** How many notes were counted here since the page came, besides those that the server counted. */
  readonly countings: number
  readonly crowded: readonly { readonly from: number; readonly to: number }[]
}

/** The composer is open for this: a passage, else a section, else the whole reading. */
export type Pending = {
  readonly target: Passage | null
  readonly sectionId: string | null
  readonly kind: NoteKind
}

export type Filters = Readonly<
  Pick<AnnotationListQuery, 'author' | 'tag' | 'kind' | 'status' | 'mine' | 'unread' | 'circleId'>
> & {
  readonly sort: 'place' | 'newest' | 'activity'
}

/** The notes that meet the filters, in the order asked for. */
export type Listing = {
  readonly ids: readonly string[]
  readonly nextCursor: string | null
  readonly status: 'loading' | 'ready' | 'failed'
  /** Where all that meet the filters lie; null where there are none, or that is not known yet. */
  readonly coverage: Coverage | null
  /** What this reader posted meanwhile: it stays in view, whether it meets the filters or not. */
  readonly own: readonly string[]
}

/** What the margin does not show by itself: the notes of a stretch, a section or the whole reading; and, where there is no
 * margin, those that meet the filters. */
export type Panel =
  | { readonly on: 'range'; readonly from: number; readonly to: number }
  | { readonly on: 'section'; readonly sectionId: string }
  | { readonly on: 'reading' }
  | { readonly on: 'filter' }

export type PanelsState = {
  /** The note that is open. */
  readonly focusedId: string | null
  /** Rises whenever a note was asked for by link or key: its heading then takes the focus. */
  readonly visit: { readonly id: string; readonly turn: number } | null
  readonly pending: Pending | null
  readonly panel: Panel | null
  /** The note whose passage is being chosen. */
  readonly placing: string | null
  readonly filters: Filters
  /** Null while neither a filter nor another order than by place is asked for. */
  readonly listing: Listing | null
}

export const NO_FILTERS: Filters = { sort: 'place' }

export type Connection = 'live' | 'connecting' | 'offline'

export type PresenceState = {
  readonly presence: PresenceMessage['people']
  readonly connection: Connection
  /** The latest thing to say aloud to screen readers. */
  readonly said: { readonly words: string; readonly turn: number }
}

/** What a page was made for; none of it changes while it is open. */
type PageFacts = {
  readonly me: PersonShape | null
  readonly reading: RoomReading
  readonly group: RoomGroup | null
  readonly assignment: RoomAssignment | null
  readonly may: { readonly annotate: boolean; readonly visibilities: readonly Visibility[] }
}

export type RoomState = PageFacts &
  AnnotationsState &
  ThreadsState &
  CoverageState &
  PanelsState &
  PresenceState & {
    /** The revision that became the current one since this page was made. */
    readonly revised: RevisionNews | null
    readonly geometry: PassageGeometry | null
  }

/** What the page knows when it is made. */
export type RoomStart = Pick<
  RoomState,
  'me' | 'reading' | 'group' | 'may' | 'segments' | 'counts'
> & {
  /** Left out where the page is open for none. */
  readonly assignment?: RoomAssignment | null
  /** Notes that came with the page, if any. */
  readonly notes?: readonly AnnotationShape[]
  /** Where the outbox stood before the page was made. */
  readonly cursor: string
}

/** The state of a room that was just entered. */
export function roomAt(start: RoomStart): RoomState {
  const { me, reading, group, assignment = null, may, segments, counts } = start
  return {
    ...{ me, reading, group, assignment, may, segments, counts },
    notes: new Map(),
    syncedNotes: new Map(),
    order: [],
    changes: [],
    outgoing: new Map(),
    fresh: new Set(),
    threads: new Map(),
    countings: 0,
    crowded: [],
    ...NOTHING_OPEN,
    presence: [],
    connection: 'connecting',
    said: { words: '', turn: 0 },
    revised: null,
    geometry: null,
  }
}

/** Whether the notes shown are a list from the server rather than all in their place. */
export function isFiltered(filters: Filters): boolean {
  return filters.sort !== 'place' || isNarrowed(filters)
}

/** Whether only some notes are asked for. */
export function isNarrowed({ sort: _, ...rest }: Filters): boolean {
  return Object.values(rest).some((value) => value !== undefined)
}

const NOTHING_OPEN: PanelsState = {
  focusedId: null,
  visit: null,
  pending: null,
  panel: null,
  placing: null,
  filters: NO_FILTERS,
  listing: null,
}

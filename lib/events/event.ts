// What happens and is told: the union of recorded events. An event names its subject; what it looks like now, and whether a
// listener may see it, is decided when it is told (lib/events/tell.ts), never when it is recorded.

import type { Visibility } from '@/lib/policy/facts'

export type AnnotationEventKind =
  | 'annotation.created'
  | 'annotation.edited'
  | 'annotation.deleted'
  | 'annotation.restored'
  | 'annotation.hidden'
  | 'annotation.reacted'
  | 'annotation.placed'
  | 'thread.resolved'
  | 'thread.reopened'

export type ReplyEventKind =
  | 'reply.created'
  | 'reply.edited'
  | 'reply.deleted'
  | 'reply.restored'
  | 'reply.reacted'

/** What happens to a reading as a whole. */
export type ReadingEventKind = 'reading.revised'
export type DebateEventKind =
  | 'debate.opened'
  | 'claim.added'
  | 'claim.edited'
  | 'claim.withdrawn'
  | 'claim.cited'
  | 'claim.voted'
  | 'claim.rearranged'
  | 'thesis.endorsed'
  | 'stance.taken'
  | 'forecast.changed'

/** Somebody's rights or sessions changed: their open streams end and must be opened anew. */
export type PersonEventKind = 'person.changed'

type Common = {
  /** Who did it; null for the operator. */
  readonly actorId: string | null
  readonly at: Date
}

export type NewEvent =
  | (Common & {
      readonly kind: AnnotationEventKind
      /** The annotation. */
      readonly subjectId: string
      readonly readingId: string
      readonly groupId: string | null
      /** Only for `annotation.hidden`: who could see it until now. */
      readonly wasVisibility?: Visibility
    })
  | (Common & {
      readonly kind: ReplyEventKind
      /** The reply. */
      readonly subjectId: string
      readonly threadId: string
      readonly readingId: string
      readonly groupId: string | null
    })
  | (Common & {
      readonly kind: ReadingEventKind
      /** The revision. */
      readonly subjectId: string
      readonly readingId: string
    })
  | (Common & {
      readonly kind: DebateEventKind
      /** The claim, or the debate when it was opened. */
      readonly subjectId: string
      readonly debateId: string
      readonly readingId: string
      readonly groupId: string
    })
  | (Common & {
      readonly kind: PersonEventKind
      /** The person. */
      readonly subjectId: string
    })

const ANNOTATION_KINDS: ReadonlySet<string> = new Set<AnnotationEventKind>([
  'annotation.created',
  'annotation.edited',
  'annotation.deleted',
  'annotation.restored',
  'annotation.hidden',
  'annotation.reacted',
  'annotation.placed',
  'thread.resolved',
  'thread.reopened',
])

const REPLY_KINDS: ReadonlySet<string> = new Set<ReplyEventKind>([
  'reply.created',
  'reply.edited',
  'reply.deleted',
  'reply.restored',
  'reply.reacted',
])

const DEBATE_KINDS: ReadonlySet<string> = new Set<DebateEventKind>([
  'debate.opened',
  'claim.added',
  'claim.edited',
  'claim.withdrawn',
  'claim.cited',
  'claim.voted',
  'claim.rearranged',
  'thesis.endorsed',
  'stance.taken',
  'forecast.changed',
])

/** Whether an event's subject is a claim or a debate. */
export function isDebateKind(kind: string): kind is DebateEventKind {
  return DEBATE_KINDS.has(kind)
}

/** Whether an event's subject is an annotation. */
export function isAnnotationKind(kind: string): kind is AnnotationEventKind {
  return ANNOTATION_KINDS.has(kind)
}

/** Whether an event's subject is a revision. */
export function isReadingKind(kind: string): kind is ReadingEventKind {
  return kind === 'reading.revised'
}

/** Whether an event's subject is a reply. */
export function isReplyKind(kind: string): kind is ReplyEventKind {
  return REPLY_KINDS.has(kind)
}

/** Whether an event tells of the state of a thread, whatever that is about. */
export function isThreadKind(kind: string): boolean {
  return kind === 'thread.resolved' || kind === 'thread.reopened'
}

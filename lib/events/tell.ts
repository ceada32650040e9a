import 'server-only'
import { annotationFacts } from '@/lib/annotations/annotation'
import { presentAnnotation, presentResolution } from '@/lib/annotations/present'
import { annotationsById } from '@/lib/annotations/queries/annotations'
import type { AnnotationRow } from '@/lib/annotations/queries/rows'
import { presentBar, presentClaim } from '@/lib/debates/present'
import { claimFacts } from '@/lib/debates/queries/claims'
import {
  asSeenBy,
  type DebateSubjects,
  debateSubjects,
  stancesFor,
} from '@/lib/debates/queries/news'
import type { Actor } from '@/lib/policy/actor'
import type { Visibility } from '@/lib/policy/facts'
import { can } from '@/lib/policy/rules'
import { type RevisionFact, revisionFacts } from '@/lib/revisions/queries/facts'
import { presentReply } from '@/lib/threads/present'
import { repliesById } from '@/lib/threads/queries/replies'
import { type ReplyRow, replyFacts } from '@/lib/threads/queries/rows'
import type { ThreadSubject } from '@/lib/threads/queries/subjects'
import { formatCursor } from './cursor'
import { isAnnotationKind, isDebateKind, isReadingKind, isReplyKind, isThreadKind } from './event'
import type { EventMessage, ThreadState } from './message'
import type { OutboxEvent } from './outbox'

// From recorded events to what one listener is told. The subjects of a whole batch are read once for all listeners; whether
// and how each listener sees them is asked of policy and present, listener by listener. The wire never carries a row.

export type Subjects = {
  readonly annotations: ReadonlyMap<string, AnnotationRow>
  readonly replies: ReadonlyMap<string, { reply: ReplyRow; subject: ThreadSubject }>
  readonly debates: DebateSubjects
  readonly revisions: ReadonlyMap<string, RevisionFact>
}

/**
 * The subjects of a batch of events as they are now. A bounded number of queries whatever the size. Reactions are counted for nobody in
 * particular: a client knows its own.
 */
export async function subjectsOf(viewer: Actor, events: readonly OutboxEvent[]): Promise<Subjects> {
  const idsOf = (is: (kind: string) => boolean) => [
    ...new Set(events.filter(({ kind }) => is(kind)).map(({ subjectId }) => subjectId)),
  ]
  const [annotations, replies, revisions, debates] = await Promise.all([
    annotationsById(viewer, idsOf(isAnnotationKind)),
    repliesById(viewer, idsOf(isReplyKind)),
    revisionFacts(idsOf(isReadingKind)),
    debateSubjects({
      // Resolving a thread answers the question that it is about, if it is about one.
      claimIds: idsOf((kind) => isDebateKind(kind) || isThreadKind(kind)),
      debateIds: idsOf((kind) => kind === 'debate.opened'),
    }),
  ])
  return {
    annotations: new Map(annotations.map((row) => [row.id, row])),
    replies: new Map(replies.map((found) => [found.reply.id, found])),
    revisions,
    debates,
  }
}

/** What a listener is told of an event, or null when it is none of his business. Pure. */
export function tell(
  listener: Actor,
  event: OutboxEvent,
  subjects: Subjects,
): { cursor: string; data: EventMessage } | null {
  const told = toldOf(listener, event, subjects)
  if (!told) return null
  return {
    cursor: formatCursor(event),
    data: {
      kind: event.kind,
      id: event.subjectId,
      readingId: event.readingId,
      groupId: event.groupId,
      actor: actorOf(event),
      at: event.at.toISOString(),
      ...told,
    },
  }
}

type Told = Pick<
  EventMessage,
  'threadId' | 'annotation' | 'reply' | 'thread' | 'revision' | 'debate'
>

function toldOf(listener: Actor, event: OutboxEvent, subjects: Subjects): Told | null {
  if (isReplyKind(event.kind)) return tellOfReply(listener, event, subjects)
  if (isReadingKind(event.kind)) return tellOfRevision(listener, event, subjects)
  if (isDebateKind(event.kind)) return tellOfDebate(listener, event, subjects)
  const annotation = tellOfAnnotation(listener, event, subjects)
  const debate = tellOfDebate(listener, event, subjects)
  return annotation || debate ? { threadId: event.subjectId, ...debate, ...annotation } : null
}

function tellOfRevision(
  listener: Actor,
  { subjectId }: OutboxEvent,
  { revisions }: Subjects,
): Told | null {
  const fact = revisions.get(subjectId)
  if (!fact || !can(listener, 'reading.see', fact.reading)) return null
  return { threadId: fact.reading.id, revision: fact.revision }
}

function tellOfDebate(
  listener: Actor,
  { subjectId }: OutboxEvent,
  { debates }: Subjects,
): Told | null {
  const places = debates.places.get(subjectId) ?? []
  const debate = places[0]?.debate ?? debates.debates.get(subjectId)
  if (!debate || !can(listener, 'debate.see', debate.facts)) return null
  const claims = places
    .filter(({ claim }) => can(listener, 'claim.see', claimFacts(claim, debate)))
    .map(({ claim }) => presentClaim(listener, asSeenBy(listener, claim, debates), debate))
  const stances = stancesFor(listener, subjectId, debates)
  const { id: debateId, sectionId } = debate
  const news = { debateId, sectionId, bar: presentBar(debate), claims, stances }
  return { threadId: subjectId, debate: news }
}

function actorOf({ actorId, actorName }: OutboxEvent): EventMessage['actor'] {
  return actorId === null || actorName === null ? null : { id: actorId, name: actorName }
}

function tellOfReply(
  listener: Actor,
  { subjectId }: OutboxEvent,
  { replies }: Subjects,
): Told | null {
  const found = replies.get(subjectId)
  if (!found || !can(listener, 'reply.see', replyFacts(found.reply))) return null
  const { reply, subject } = found
  return {
    threadId: subject.id,
    reply: presentReply(listener, reply),
    thread: threadState(subject),
  }
}

function tellOfAnnotation(
  listener: Actor,
  event: OutboxEvent,
  { annotations }: Subjects,
): Told | null {
  const annotation = annotations.get(event.subjectId)
  if (!annotation) return null
  const facts = annotationFacts(annotation)
  if (event.kind === 'annotation.hidden') {
    // Those who saw it until now are told that it is gone, and nothing of what it says.
    const before = { ...facts, visibility: earlierVisibility(event) ?? facts.visibility }
    const lost = can(listener, 'annotation.see', before) && !can(listener, 'annotation.see', facts)
    return lost ? { threadId: annotation.id } : null
  }
  if (event.kind === 'annotation.deleted') {
    const standing = { ...facts, deletedAt: null }
    if (!can(listener, 'annotation.see', standing)) return null
  } else if (!can(listener, 'annotation.see', facts)) return null
  return {
    threadId: annotation.id,
    annotation: presentAnnotation(listener, annotation),
    thread: threadState(annotation),
  }
}

function earlierVisibility({ particulars }: OutboxEvent): Visibility | null {
  const was = particulars.wasVisibility
  return was === 'group' || was === 'public' || was === 'private' ? was : null
}

function threadState(subject: Omit<ThreadSubject, 'facts' | 'groupId'>): ThreadState {
  return {
    replyCount: subject.replyCount,
    lastPostId: subject.lastPostId,
    lastActivityAt: subject.lastActivityAt.toISOString(),
    resolution: presentResolution(subject),
  }
}

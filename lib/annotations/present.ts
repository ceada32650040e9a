import type { AnyActor } from '@/lib/policy/actor'
import type { AnnotationFacts, ThreadFacts } from '@/lib/policy/facts'
import { can } from '@/lib/policy/rules'
import { bylineOf, doerFor } from '@/lib/pseudonyms/byline'
import { presentBody, presentDeletion, presentModeration } from '@/lib/threads/present-post'
import { needsReview } from './anchor-state'
import { annotationFacts, threadFacts } from './annotation'
import type { AnnotationShape } from './contract'
import type { AnnotationRow } from './queries/rows'

/** An annotation as one viewer sees it. A deleted one keeps its place, not its words nor its author. */
export function presentAnnotation(viewer: AnyActor, row: AnnotationRow): AnnotationShape {
  const facts = annotationFacts(row)
  const kept = can(viewer, 'annotation.seeKept', facts)
  const gone = row.deletedAt !== null && !kept
  const thread = threadFacts(row)
  // To who does not see the debate, a note that is argued there looks like any other.
  const debated = thread.claim !== null && can(viewer, 'debate.see', thread.claim.debate)
  return {
    id: row.id,
    readingId: row.readingId,
    groupId: row.groupId,
    assignmentId: row.assignmentId,
    visibility: row.visibility,
    kind: row.kind,
    author: gone ? null : bylineOf(viewer, { ...row, group: facts.group }),
    target: targetOf(row),
    sectionId: row.sectionId,
    place: placeOf(viewer, row, facts.group),
    body: gone ? null : presentBody(row),
    tags: gone ? [] : [...row.tags],
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deleted: kept ? null : presentDeletion(row),
    moderation: kept ? presentModeration(row) : null,
    locked: row.lockedAt !== null,
    resolution: presentResolution(viewer, { ...row, group: facts.group }),
    replyCount: debated ? row.replyCount : row.repliesOutside,
    lastPostId: row.lastPostId,
    lastActivityAt: row.lastActivityAt.toISOString(),
    reactions: gone ? [] : [...row.reactions],
    unread: row.unread,
    inDebate: row.inDebate && debated,
    can: {
      ...rightsOn(viewer, thread, facts),
      promote: !row.inDebate && row.sectionId !== null && can(viewer, 'annotation.promote', facts),
    },
  }
}

function targetOf(row: AnnotationRow): AnnotationShape['target'] {
  if (row.start === null || row.end === null) return null
  return {
    exact: row.exact ?? '',
    prefix: row.prefix ?? '',
    suffix: row.suffix ?? '',
    start: row.start,
    end: row.end,
    revisionId: row.placeRevisionId,
  }
}

function placeOf(
  viewer: AnyActor,
  row: AnnotationRow,
  group: AnnotationFacts['group'],
): AnnotationShape['place'] {
  const { placeState: state, similarity, placedAt, isVeiled } = row
  const by = doerFor(viewer, { id: row.placedById, name: row.placedByName }, { isVeiled, group })
  return {
    state,
    similarity,
    revisionId: row.placeRevisionId,
    quote: row.exact,
    madeOn: row.madeOn,
    needsLook: row.deletedAt === null && needsReview({ state, similarity, placed: placedAt }),
    placed: placedAt && { at: placedAt.toISOString(), by },
  }
}

/** Who resolved a thread and when; null while it is open. */
export function presentResolution(
  viewer: AnyActor,
  row: Pick<AnnotationRow, 'resolvedAt' | 'resolvedById' | 'resolvedByName' | 'isVeiled'> & {
    readonly group: AnnotationFacts['group']
  },
): AnnotationShape['resolution'] {
  if (row.resolvedAt === null) return null
  const by = doerFor(viewer, { id: row.resolvedById, name: row.resolvedByName }, row)
  return { at: row.resolvedAt.toISOString(), by }
}

function rightsOn(
  viewer: AnyActor,
  thread: ThreadFacts,
  facts: AnnotationFacts,
): Omit<AnnotationShape['can'], 'promote'> {
  const gone = facts.deletedAt !== null
  return {
    edit: can(viewer, 'annotation.edit', facts),
    delete: !gone && can(viewer, 'annotation.delete', facts),
    restore: gone && can(viewer, 'annotation.restore', facts),
    reply: can(viewer, 'thread.reply', thread),
    resolve: can(viewer, 'thread.resolve', thread),
    react: can(viewer, 'annotation.react', facts),
    flag: facts.group !== null && can(viewer, 'annotation.flag', facts),
    place: can(viewer, 'annotation.place', facts),
  }
}

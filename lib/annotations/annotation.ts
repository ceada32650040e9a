// The rules of an annotation, pure: what one may be about and must say, and how a row looks to the policy room.

import { Invalid } from '@/lib/errors'
import type {
  AnnotationFacts,
  GroupKind,
  ReadingFacts,
  ThreadFacts,
  Visibility,
} from '@/lib/policy/facts'
import { type AnnotationKind, needsWords } from './kind'

/** A bare mark may stand for a highlight or a stance; a note and a question must say something. */
export function requireWords(kind: AnnotationKind, bodyText: string): void {
  if (needsWords(kind) && bodyText.trim() === '') {
    throw new Invalid(
      'empty-body',
      `A ${kind} needs some words. Write them, or make it a highlight.`,
    )
  }
}

/** A highlight is of a passage; anything else may also be about a section or the whole reading. */
export function requirePassage(kind: AnnotationKind, hasTarget: boolean): void {
  if (kind === 'highlight' && !hasTarget) {
    throw new Invalid('no-target', 'A highlight needs a passage: send the words as target.exact.')
  }
}

type Facts = {
  readonly authorId: string
  readonly visibility: Visibility
  readonly groupId: string | null
  readonly assignmentId: string | null
  readonly homeSectionId: string | null
  readonly circleId: string | null
  readonly groupKind: GroupKind | null
  readonly groupDeletedAt: Date | null
  readonly deletedAt: Date | null
  readonly deletedById: string | null
  readonly decisionId: string | null
  readonly replyCount: number
  readonly reading: ReadingFacts
}

/** The facts of the conversation about a note. Once a claim was made of it, it is the conversation about that claim too. */
export function threadFacts(
  row: Facts & { readonly promoted: boolean; readonly lockedAt: Date | null },
): ThreadFacts {
  const annotation = annotationFacts(row)
  const { group, reading } = annotation
  const claim =
    row.promoted && group !== null ? { isOpenQuestion: false, debate: { reading, group } } : null
  return { lockedAt: row.lockedAt, annotation, claim }
}

/** The facts of a row that rights hang on. */
export function annotationFacts(row: Facts): AnnotationFacts {
  const group =
    row.groupId === null || row.groupKind === null
      ? null
      : { id: row.groupId, kind: row.groupKind, deletedAt: row.groupDeletedAt }
  return {
    authorId: row.authorId,
    visibility: row.visibility,
    group,
    assignmentId: row.assignmentId,
    homeSectionId: row.homeSectionId,
    circleId: row.circleId,
    deletedAt: row.deletedAt,
    deletedById: row.deletedById,
    decisionId: row.decisionId,
    thread: { replyCount: row.replyCount },
    reading: row.reading,
  }
}

import 'server-only'
import type { AnchorState } from '@/lib/annotations/anchor-state'
import type { AnnotationKind } from '@/lib/annotations/kind'
import type { Made } from '@/lib/annotations/queries/made-on'
import type { Db } from '@/lib/db/client'
import type { Visibility } from '@/lib/policy/facts'
import type { PostBody } from '@/lib/threads/post-body'

export type NewAnnotation = {
  readonly id: string
  readonly readingId: string
  readonly groupId: string | null
  readonly authorId: string
  readonly kind: AnnotationKind
  readonly visibility: Visibility
  readonly body: PostBody | null
  readonly tags: readonly string[]
  /** What it is written for, and the circle of its author there. */
  readonly assignmentId: string | null
  readonly circleId: string | null
  readonly createdAt: Date
}

/**
 * Stores a note whose place was found in the revision `currentId`; false, and nothing stored, if another one is current by now. Its
 * thread must be stored before, in the same transaction: that holds the reading, so that no revision can become current in between.
 * Raw SQL, so that looking and storing are one statement.
 */
export async function storeAnnotation(
  tx: Db,
  note: NewAnnotation,
  { made, currentId }: { readonly made: Made; readonly currentId: string },
): Promise<boolean> {
  const { place, passage } = made
  const body = note.body === null ? null : JSON.stringify(note.body.doc)
  const stored = await tx.$executeRaw`
    INSERT INTO annotations (id, reading_id, group_id, author_id, kind, visibility, revision_id,
      section_id, home_section_id, assignment_id, circle_id, start, "end", exact, prefix, suffix, place_state, similarity, body, body_text, tags,
      created_at)
    SELECT ${note.id}::uuid, r.id, ${note.groupId}::uuid, ${note.authorId}::uuid,
      ${note.kind}::"AnnotationKind", ${note.visibility}::"Visibility", ${made.revisionId}::uuid,
      ${place.sectionId}::uuid, ${homeOf(made)}::uuid,
      ${note.assignmentId}::uuid, ${note.circleId}::uuid, ${place.start}::int, ${place.end}::int, ${passage?.exact ?? null},
      ${passage?.prefix ?? null}, ${passage?.suffix ?? null}, ${place.state}::"PlaceState",
      ${place.similarity}::float8, ${body}::jsonb, ${note.body?.text ?? ''}, ${[...note.tags]}::text[],
      ${note.createdAt}::timestamptz
    FROM readings r
    WHERE r.id = ${note.readingId}::uuid AND r.current_revision_id = ${currentId}::uuid`
  if (stored === 1 && made.former) await storeFormer(tx, note.id, made.revisionId, made.former)
  return stored === 1
}

/** The section where a note was made, which is not where it stands now when it was made on an earlier text. */
export function homeOf({ place, former }: Made): string | null {
  return (former ?? place).sectionId
}

async function storeFormer(
  tx: Db,
  annotationId: string,
  revisionId: string,
  { start, end, sectionId, state: placeState }: AnchorState,
): Promise<void> {
  await tx.annotationPlace.createMany({
    data: { annotationId, revisionId, start, end, sectionId, placeState },
  })
}

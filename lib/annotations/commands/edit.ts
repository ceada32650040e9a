import 'server-only'
import { annotationFacts, requireWords } from '@/lib/annotations/annotation'
import type { AnnotationEdit } from '@/lib/annotations/contract'
import { annotationNews } from '@/lib/annotations/news'
import { presentAnnotation } from '@/lib/annotations/present'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import type { AnnotationRow } from '@/lib/annotations/queries/rows'
import { normaliseTags } from '@/lib/annotations/tags'
import { isNarrower, requireVisibilityChange } from '@/lib/annotations/visibility'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { parsePostDoc } from '@/lib/text/post-schema'
import type { PostBody } from '@/lib/threads/post-body'
import { bodyFor } from '@/lib/threads/queries/body-for'
import { earnOpening, requireWithin } from './for-assignment'
import { tellOfNote } from './tell-note'

/** Changes words, tags, kind or visibility. A stale version is a Conflict that carries the current annotation. */
export async function editAnnotation(
  actor: SignedIn,
  id: string,
  change: AnnotationEdit,
): Promise<AnnotationRow> {
  const before = await annotationFor(actor, id)
  authorize(actor, 'annotation.edit', annotationFacts(before))
  if (before.assignmentId !== null) requireWithin(change.visibility)
  const body = change.body === undefined ? null : await bodyFor(change.body, after(before, change))
  requireWords(change.kind ?? before.kind, body?.text ?? before.bodyText)
  requireVisibilityChange(before, change.visibility ?? before.visibility)
  const edited = await transaction((tx) => store(tx, { actor, before, change, body }))
  const current = await annotationFor(actor, id)
  if (edited) return current
  throw new Conflict(
    'stale',
    'This note was changed meanwhile. Your text is kept: compare the two.',
    {
      current: presentAnnotation(actor, current),
    },
  )
}

function after(before: AnnotationRow, { visibility }: AnnotationEdit) {
  const annotation = annotationFacts({ ...before, visibility: visibility ?? before.visibility })
  return { lockedAt: null, annotation, claim: null }
}

type Edit = {
  readonly actor: SignedIn
  readonly before: AnnotationRow
  readonly change: AnnotationEdit
  readonly body: PostBody | null
}

async function store(tx: Db, { actor, before, change, body }: Edit): Promise<boolean> {
  const at = now()
  const { count } = await tx.annotation.updateMany({
    where: { id: before.id, version: change.version, deletedAt: null },
    data: {
      version: { increment: 1 },
      editedAt: at,
      ...(body && { body: body.doc, bodyText: body.text }),
      ...(change.tags && { tags: normaliseTags(change.tags) }),
      ...(change.visibility && { visibility: change.visibility }),
      ...(change.kind && { kind: change.kind }),
    },
  })
  if (count === 0) return false
  if (body) await keepOldWords(tx, before, at)
  const subject = {
    actorId: actor.personId,
    subjectId: before.id,
    readingId: before.readingId,
    groupId: before.groupId,
    at,
  }
  if (change.visibility && isNarrower(change.visibility, before.visibility)) {
    await annotationNews.record(tx, {
      kind: 'annotation.hidden',
      particulars: { wasVisibility: before.visibility },
      ...subject,
    })
  }
  await annotationNews.record(tx, { kind: 'annotation.edited', ...subject })
  await tellAgain(tx, { actor, before, change, body }, at)
  await earnOpening(tx, before, at)
  return true
}

// A note that was private until now is news to everybody, an edited one only to whom it names anew.
async function tellAgain(tx: Db, { actor, before, change, body }: Edit, at: Date): Promise<void> {
  const { id, readingId, groupId, visibility } = before
  const facts = annotationFacts({ ...before, visibility: change.visibility ?? visibility })
  const wasPrivate = visibility === 'private'
  if (!wasPrivate && body === null) return
  const doc = body?.doc ?? (before.body === null ? null : parsePostDoc(before.body))
  const note = { id, readingId, groupId, facts, doc, at }
  await tellOfNote(tx, actor, { ...note, namedOnly: !wasPrivate })
}

async function keepOldWords(tx: Db, before: AnnotationRow, at: Date): Promise<void> {
  await tx.postEdit.createMany({
    data: {
      threadId: before.id,
      postId: before.id,
      version: before.version,
      body: before.body ?? Prisma.DbNull,
      bodyText: before.bodyText,
      visibility: before.visibility,
      groupId: before.groupId,
      replacedAt: at,
    },
  })
}

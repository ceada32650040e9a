import 'server-only'
import { thingOf } from '@/lib/annotations/annotation'
import { annotationsById } from '@/lib/annotations/queries/annotations'
import type { AnnotationRow } from '@/lib/annotations/queries/rows'
import { db } from '@/lib/db/client'
import { decodeCursor, type Page, pageFrom } from '@/lib/db/page'
import { Malformed, NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { AnyActor } from '@/lib/policy/actor'
import { requireSight } from '@/lib/policy/rules'
import { type ReplyRow, replyRows, replyThing } from './rows'

// A deleted reply keeps its place while one that stands hangs on it.
const STANDING = Prisma.sql`(r.deleted_at IS NULL OR EXISTS (
  SELECT 1 FROM replies c WHERE c.parent_id = r.id AND c.deleted_at IS NULL))`

/** A page of the replies of an annotation that the actor was seen to see, oldest first. */
export async function listReplies(
  actor: AnyActor,
  annotation: AnnotationRow,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<ReplyRow>> {
  const after = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0])
  if (after !== null && !isId(after)) {
    throw new Malformed(
      'cursor',
      'This cursor is not one that the list gave. Start at its first page.',
    )
  }
  const rows = await replyRows(actor, {
    where: Prisma.sql`r.thread_id = ${annotation.id}::uuid AND ${STANDING}
      AND (${after}::uuid IS NULL OR r.id > ${after}::uuid)`,
    limit: limit + 1,
  })
  const thing = thingOf(annotation)
  return pageFrom(
    rows.map((row) => ({ ...row, annotation: thing })),
    limit,
    (row) => [row.id],
  )
}

/** Replies by id, for whom `viewer` is, unfiltered: the caller asks policy about each. Three queries whatever their number. */
export async function repliesById(
  viewer: AnyActor,
  ids: readonly string[],
): Promise<readonly { reply: ReplyRow; annotation: AnnotationRow }[]> {
  if (ids.length === 0) return []
  const rows = await replyRows(viewer, {
    where: Prisma.sql`r.id = ANY(${[...ids]}::uuid[])`,
    limit: ids.length,
  })
  const annotations = await annotationsById(viewer, [...new Set(rows.map((row) => row.threadId))])
  const byId = new Map(annotations.map((row) => [row.id, row]))
  return rows.flatMap((row) => {
    const annotation = byId.get(row.threadId)
    return annotation ? [{ reply: { ...row, annotation: thingOf(annotation) }, annotation }] : []
  })
}

/** A reply and its annotation. Throws NotFound when the actor may not see it. */
export async function replyFor(
  actor: AnyActor,
  id: string,
): Promise<{ reply: ReplyRow; annotation: AnnotationRow }> {
  const [found] = isId(id) ? await repliesById(actor, [id]) : []
  if (!found) throw new NotFound()
  requireSight(actor, 'reply.see', replyThing(found.reply))
  return found
}

const EDITS_SHOWN = 50

/** What a post said before, newest first, at most fifty. The caller has seen that its reader may see the post. */
export async function editsOf(
  postId: string,
): Promise<readonly { version: number; body: unknown; bodyText: string; replacedAt: Date }[]> {
  return db().postEdit.findMany({
    where: { postId },
    orderBy: { version: 'desc' },
    take: EDITS_SHOWN,
    select: { version: true, body: true, bodyText: true, replacedAt: true },
  })
}

import 'server-only'
import { db } from '@/lib/db/client'
import { BY_ID, type Page, pageFrom } from '@/lib/db/page'
import { NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { AnyActor } from '@/lib/policy/actor'
import type { VersionFacts, Visibility } from '@/lib/policy/facts'
import { can, requireSight } from '@/lib/policy/rules'
import { keptRepliesSql, repliesVisibleSql } from '@/lib/policy/visible'
import { type ReplyRow, replyFacts, replyRows } from './rows'
import { subjectsById, type ThreadSubject } from './subjects'

// A deleted reply keeps its place while one that stands hangs on it.
function standing(actor: AnyActor): Prisma.Sql {
  return Prisma.sql`(r.deleted_at IS NULL OR ${keptRepliesSql(actor)} OR EXISTS (
    SELECT 1 FROM replies c WHERE c.parent_id = r.id AND c.deleted_at IS NULL))`
}

/** A page of the replies of a thread that the actor was seen to see, oldest first. */
export async function listReplies(
  actor: AnyActor,
  subject: ThreadSubject,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<ReplyRow>> {
  const after = cursor === undefined ? null : BY_ID.decode(cursor)[0]
  const rows = await replyRows(actor, {
    where: Prisma.sql`r.thread_id = ${subject.id}::uuid AND ${standing(actor)} AND ${repliesVisibleSql(actor)}
      AND (${after}::uuid IS NULL OR r.id > ${after}::uuid)`,
    limit: limit + 1,
  })
  const { facts } = subject
  return pageFrom(
    rows.map((row) => ({ ...row, thread: facts })),
    limit,
    BY_ID,
    (row) => [row.id],
  )
}

/** Replies by id, for whom `viewer` is, unfiltered: the caller asks policy about each. Three queries whatever their number. */
export async function repliesById(
  viewer: AnyActor,
  ids: readonly string[],
): Promise<readonly { reply: ReplyRow; subject: ThreadSubject }[]> {
  if (ids.length === 0) return []
  const rows = await replyRows(viewer, {
    where: Prisma.sql`r.id = ANY(${[...ids]}::uuid[])`,
    limit: ids.length,
  })
  const subjects = await subjectsById([...new Set(rows.map((row) => row.threadId))])
  const byId = new Map(subjects.map((subject) => [subject.id, subject]))
  return rows.flatMap((row) => {
    const subject = byId.get(row.threadId)
    return subject ? [{ reply: { ...row, thread: subject.facts }, subject }] : []
  })
}

/** A reply and what its thread is about. Throws NotFound when the actor may not see it. */
export async function replyFor(
  actor: AnyActor,
  id: string,
): Promise<{ reply: ReplyRow; subject: ThreadSubject }> {
  const [found] = isId(id) ? await repliesById(actor, [id]) : []
  if (!found) throw new NotFound()
  requireSight(actor, 'reply.see', replyFacts(found.reply))
  return found
}

const EDITS_SHOWN = 50

export type PostEdit = {
  readonly version: number
  readonly body: unknown
  readonly bodyText: string
  readonly replacedAt: Date
}

/**
 * What a post said before, newest first, of its last fifty versions those that the actor may see: what was said while fewer could
 * read it stays with them. The caller has seen that the actor may see the post.
 */
export async function editsFor(
  actor: AnyActor,
  post: VersionFacts & { readonly id: string },
): Promise<readonly PostEdit[]> {
  const rows = await db().postEdit.findMany({
    where: { postId: post.id },
    orderBy: { version: 'desc' },
    take: EDITS_SHOWN,
    select: {
      version: true,
      body: true,
      bodyText: true,
      replacedAt: true,
      visibility: true,
      groupId: true,
    },
  })
  return rows.filter((row) => can(actor, 'version.see', versionFacts(post, row)))
}

function versionFacts(
  { authorId, inDebate, thread }: VersionFacts,
  { visibility, groupId }: { readonly visibility: Visibility; readonly groupId: string | null },
): VersionFacts {
  const note = thread.annotation
  if (note === null) return { authorId, inDebate, thread }
  // A group that the note has left is not at hand here: what was said in it is its author's.
  const group = note.group?.id === groupId ? note.group : null
  return { authorId, inDebate, thread: { ...thread, annotation: { ...note, visibility, group } } }
}

import type { AnyActor } from '@/lib/policy/actor'
import type { ReplyFacts } from '@/lib/policy/facts'
import { can } from '@/lib/policy/rules'
import { bylineOf } from '@/lib/pseudonyms/byline'
import type { ReplyShape } from './contract/threads'
import { presentBody, presentDeletion, presentModeration } from './present-post'
import { type ReplyRow, replyFacts } from './queries/rows'

/** A reply as one viewer sees it. A deleted one keeps its place, not its words nor its author. */
export function presentReply(viewer: AnyActor, row: ReplyRow): ReplyShape {
  const facts = replyFacts(row)
  const kept = can(viewer, 'reply.seeKept', facts)
  const gone = row.deletedAt !== null && !kept
  return {
    id: row.id,
    threadId: row.threadId,
    parentId: row.parentId,
    author: gone ? null : bylineOf(viewer, { ...row, group: row.thread.annotation?.group ?? null }),
    body: gone ? null : presentBody(row),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deleted: kept ? null : presentDeletion(row),
    moderation: kept ? presentModeration(row) : null,
    reactions: gone ? [] : [...row.reactions],
    can: rightsOn(viewer, facts),
  }
}

function rightsOn(viewer: AnyActor, facts: ReplyFacts): ReplyShape['can'] {
  const gone = facts.deletedAt !== null
  return {
    edit: can(viewer, 'reply.edit', facts),
    delete: !gone && can(viewer, 'reply.delete', facts),
    restore: gone && can(viewer, 'reply.restore', facts),
    react: can(viewer, 'reply.react', facts),
    flag: can(viewer, 'reply.flag', facts),
  }
}

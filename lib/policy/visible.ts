// Who may see what, as a filter: the second form of the see-rules in rules.ts, for lists, counts and the live channel.
// visible.test.ts proves over a generated world that both forms agree.

import { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor } from './actor'
import { personOf } from './actor'

function groupsOf(actor: AnyActor): string[] {
  return actor.kind === 'member' ? [...actor.memberships.keys()] : []
}

function readGroups(actor: AnyActor): Prisma.GroupWhereInput {
  return {
    deletedAt: null,
    OR: [{ kind: 'public' }, { id: { in: groupsOf(actor) } }],
  }
}

function readings(actor: AnyActor): Prisma.ReadingWhereInput {
  const personId = personOf(actor)
  return {
    deletedAt: null,
    OR: [
      { visibility: 'public' },
      ...(personId === null ? [] : [{ ownerId: personId }]),
      { visibility: 'group', shelves: { some: { group: readGroups(actor) } } },
    ],
  }
}

function annotations(actor: AnyActor): Prisma.AnnotationWhereInput {
  const personId = personOf(actor)
  const own = personId === null ? [] : [{ authorId: personId }]
  return {
    reading: readings(actor),
    AND: [
      { OR: [{ deletedAt: null }, { thread: { replyCount: { gt: 0 } } }, ...own] },
      { OR: [{ visibility: 'public' }, ...own, { visibility: 'group', group: readGroups(actor) }] },
    ],
  }
}

function debates(actor: AnyActor): Prisma.DebateWhereInput {
  return { reading: readings(actor), group: readGroups(actor) }
}

/** Prisma filters that leave just what an actor may see. The operator sees everything. */
export function visibleTo(actor: AnyActor): {
  readonly groups: Prisma.GroupWhereInput
  readonly readings: Prisma.ReadingWhereInput
  readonly annotations: Prisma.AnnotationWhereInput
  readonly threads: Prisma.ThreadWhereInput
  readonly replies: Prisma.ReplyWhereInput
  readonly debates: Prisma.DebateWhereInput
  readonly claims: Prisma.ClaimWhereInput
} {
  if (actor.kind === 'operator') {
    const all = { groups: {}, readings: {}, annotations: {}, threads: {}, replies: {} }
    return { ...all, debates: {}, claims: {} }
  }
  const notes = annotations(actor)
  const argued = debates(actor)
  const threads = { OR: [{ annotation: notes }, { claim: { debate: argued } }] }
  return {
    groups: readGroups(actor),
    readings: readings(actor),
    annotations: notes,
    threads,
    replies: { thread: threads },
    debates: argued,
    claims: { debate: argued },
  }
}

/**
 * The same filter on annotations as an SQL condition, for the few statements that Prisma cannot say. Expects the aliases
 * `a` (annotations), `t` (threads) and `g` (groups, left joined), and a reading that the actor was already seen to see.
 */
export function annotationsVisibleSql(actor: AnyActor): Prisma.Sql {
  if (actor.kind === 'operator') return Prisma.sql`TRUE`
  const personId = personOf(actor)
  const own = personId === null ? Prisma.sql`FALSE` : Prisma.sql`a.author_id = ${personId}::uuid`
  const groups = groupsOf(actor)
  return Prisma.sql`(a.deleted_at IS NULL OR t.reply_count > 0 OR ${own})
    AND (a.visibility = 'public' OR ${own} OR (a.visibility = 'group' AND g.deleted_at IS NULL
      AND (g.kind = 'public' OR g.id = ANY(${groups}::uuid[]))))`
}

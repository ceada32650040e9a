// Who may see what, as a filter: the second form of the see-rules in rules.ts, for lists, counts and the live channel.
// visible.test.ts proves over a generated world that both forms agree.

import { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor, GroupRole } from './actor'
import { personOf } from './actor'
import { ranksAtLeast } from './predicates'

function groupsOf(actor: AnyActor): string[] {
  return actor.kind === 'signed-in' ? [...actor.memberships.keys()] : []
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

function assets(actor: AnyActor): Prisma.AssetWhereInput {
  const personId = personOf(actor)
  return {
    OR: [
      { uses: { some: { reading: readings(actor) } } },
      ...(personId === null ? [] : [{ uploads: { some: { personId } } }]),
    ],
  }
}

function own(actor: AnyActor): { personId: string } | { personId: { in: string[] } } {
  const personId = personOf(actor)
  return personId === null ? { personId: { in: [] } } : { personId }
}

function annotations(actor: AnyActor): Prisma.AnnotationWhereInput {
  const personId = personOf(actor)
  const written = personId === null ? [] : [{ authorId: personId }]
  return {
    reading: readings(actor),
    AND: [
      { OR: [{ deletedAt: null }, { thread: { replyCount: { gt: 0 } } }, ...written] },
      {
        OR: [
          { visibility: 'public' },
          ...written,
          { visibility: 'group', group: readGroups(actor) },
        ],
      },
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
  readonly assets: Prisma.AssetWhereInput
  readonly imports: Prisma.ImportWhereInput
  readonly notifications: Prisma.NotificationWhereInput
  readonly annotations: Prisma.AnnotationWhereInput
  readonly threads: Prisma.ThreadWhereInput
  readonly replies: Prisma.ReplyWhereInput
  readonly debates: Prisma.DebateWhereInput
  readonly claims: Prisma.ClaimWhereInput
} {
  if (actor.kind === 'operator') {
    return {
      groups: {},
      readings: {},
      assets: {},
      imports: {},
      notifications: {},
      annotations: {},
      threads: {},
      replies: {},
      debates: {},
      claims: {},
    }
  }
  const notes = annotations(actor)
  const argued = debates(actor)
  const threads = { OR: [{ annotation: notes }, { claim: { debate: argued } }] }
  return {
    groups: readGroups(actor),
    readings: readings(actor),
    assets: assets(actor),
    imports: own(actor),
    notifications: own(actor),
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

/**
 * The rule `annotation.place` as an SQL condition, of those notes that `annotationsVisibleSql` leaves. Expects the aliases `a`, `g`
 * (groups, left joined) and `r` (readings).
 */
export function placeableSql(actor: AnyActor): Prisma.Sql {
  if (actor.kind === 'operator') return Prisma.sql`TRUE`
  if (actor.kind === 'anonymous' || !actor.scopes.includes('write')) return Prisma.sql`FALSE`
  const me = actor.personId
  const inWhich = (least: GroupRole) =>
    Array.from(actor.memberships).flatMap(([id, role]) => (ranksAtLeast(role, least) ? [id] : []))
  const standing = Prisma.sql`g.deleted_at IS NULL`
  return Prisma.sql`(a.deleted_at IS NULL AND (r.owner_id = ${me}::uuid
    OR (a.author_id = ${me}::uuid
      AND (a.group_id IS NULL OR (${standing} AND a.group_id = ANY(${inWhich('member')}::uuid[]))))
    OR (a.visibility <> 'private' AND ${standing} AND a.group_id = ANY(${inWhich('moderator')}::uuid[]))))`
}

/** The rule `reading.see` as an SQL condition. Expects the alias `r` (readings). */
export function readingsVisibleSql(actor: AnyActor): Prisma.Sql {
  if (actor.kind === 'operator') return Prisma.sql`TRUE`
  return Prisma.sql`(r.deleted_at IS NULL AND (r.visibility = 'public'
    OR r.owner_id = ${personOf(actor)}::uuid
    OR (r.visibility = 'group' AND EXISTS (SELECT 1 FROM shelves s JOIN groups sg ON sg.id = s.group_id
      WHERE s.reading_id = r.id AND sg.deleted_at IS NULL
        AND (sg.kind = 'public' OR sg.id = ANY(${groupsOf(actor)}::uuid[]))))))`
}

import 'server-only'
import { accountSelect, accountStatus } from '@/lib/auth/account-status'
import { db } from '@/lib/db/client'
import { BY_ID, cursorKey, type Page, pageFrom } from '@/lib/db/page'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import { ANONYMOUS, type AnyActor, type GroupRole, personOf } from '@/lib/policy/actor'
import type { GroupFacts } from '@/lib/policy/facts'
import { authorize, requireSight } from '@/lib/policy/rules'
import { readingsVisibleSql, visibleTo } from '@/lib/policy/visible'
import { codeTyped } from './invitation'

const groupSelect = {
  id: true,
  kind: true,
  name: true,
  slug: true,
  description: true,
  showsVoters: true,
  timeZone: true,
  createdAt: true,
  deletedAt: true,
} satisfies Prisma.GroupSelect

type BareGroup = Prisma.GroupGetPayload<{ select: typeof groupSelect }>

export type GroupRow = BareGroup & {
  readonly people: number
  /** Only those that the actor may see: a private one is not even counted. */
  readonly readings: number
}

// Counted group by group, since Prisma's own counts go through the people and shelves of all groups there are.
async function counted<Row extends BareGroup>(
  actor: AnyActor,
  rows: readonly Row[],
): Promise<(Row & GroupRow)[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const counts = await db().$queryRaw<{ id: string; people: number; readings: number }[]>`
    SELECT c.id, (SELECT count(*)::int FROM memberships m WHERE m.group_id = c.id) AS people,
      (SELECT count(*)::int FROM shelves s JOIN readings r ON r.id = s.reading_id
        WHERE s.group_id = c.id AND ${readingsVisibleSql(actor)}) AS readings
    FROM unnest(${ids}::uuid[]) AS c(id)`
  const byId = new Map(counts.map((row) => [row.id, row]))
  return rows.map((row) => ({
    ...row,
    people: byId.get(row.id)?.people ?? 0,
    readings: byId.get(row.id)?.readings ?? 0,
  }))
}

const membershipSelect = {
  groupId: true,
  personId: true,
  role: true,
  joinedAt: true,
  person: { select: { id: true, name: true } },
} satisfies Prisma.MembershipSelect

export type MembershipRow = Prisma.MembershipGetPayload<{ select: typeof membershipSelect }>

const invitationSelect = {
  id: true,
  groupId: true,
  code: true,
  role: true,
  createdAt: true,
  expiresAt: true,
  usesLeft: true,
  revokedAt: true,
  createdBy: { select: { id: true, name: true } },
} satisfies Prisma.InvitationSelect

export type InvitationRow = Prisma.InvitationGetPayload<{ select: typeof invitationSelect }>
export type InvitationToGroup = InvitationRow & { readonly group: GroupRow }

type PageQuery = { readonly cursor?: string; readonly limit: number }

/** The group with this id or slug. Throws NotFound when the actor may not see it. */
export async function groupFor(actor: AnyActor, idOrSlug: string): Promise<GroupRow> {
  const where = isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug }
  const row = await db().group.findUnique({ where, select: groupSelect })
  const [group] = await counted(actor, [requireSight(actor, 'group.see', row)])
  return requireSight(actor, 'group.see', group ?? null)
}

/** A page of the groups that an actor may see, newest first. */
export async function listGroups(actor: AnyActor, query: PageQuery): Promise<Page<GroupRow>> {
  return groupPage(actor, visibleTo(actor).groups, query)
}

/** The groups that an actor is in, by name. */
export async function ownGroups(actor: AnyActor): Promise<readonly GroupRow[]> {
  const personId = personOf(actor)
  if (personId === null) return []
  const rows = await db().group.findMany({
    where: { AND: [visibleTo(actor).groups, { memberships: { some: { personId } } }] },
    orderBy: { name: 'asc' },
    select: groupSelect,
  })
  return counted(actor, rows)
}

/** A page of all groups there are, for an administrator. Throws Forbidden for anybody else. */
export async function listAllGroups(actor: AnyActor, query: PageQuery): Promise<Page<GroupRow>> {
  authorize(actor, 'site.administer', null)
  return groupPage(actor, { deletedAt: null }, query)
}

async function groupPage(
  actor: AnyActor,
  where: Prisma.GroupWhereInput,
  { cursor, limit }: PageQuery,
): Promise<Page<GroupRow>> {
  const after = cursor === undefined ? [] : [{ id: { lt: idIn(cursor) } }]
  const rows = await db().group.findMany({
    where: { AND: [where, ...after] },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: groupSelect,
  })
  return pageFrom(await counted(actor, rows), limit, BY_ID, (row) => [row.id])
}

const BY_JOINING = cursorKey('moment', 'id')

/** A page of the people of a group, in the order they joined. Throws Forbidden for those outside it. */
export async function membersOf(
  actor: AnyActor,
  group: GroupRow,
  { cursor, limit }: PageQuery,
): Promise<Page<MembershipRow>> {
  authorize(actor, 'group.seeMembers', group)
  const rows = await db().membership.findMany({
    where: { groupId: group.id, ...(cursor === undefined ? {} : joinedAfter(cursor)) },
    orderBy: [{ joinedAt: 'asc' }, { personId: 'asc' }],
    take: limit + 1,
    select: membershipSelect,
  })
  return pageFrom(rows, limit, BY_JOINING, (row) => [row.joinedAt, row.personId])
}

function joinedAfter(cursor: string): Prisma.MembershipWhereInput {
  const [joinedAt, personId] = BY_JOINING.decode(cursor)
  return {
    OR: [{ joinedAt: { gt: joinedAt } }, { joinedAt, personId: { gt: personId } }],
  }
}

const STAFF_SHOWN = 200

/** Who leads a course, for those who see it; nobody where the group is none. One query, or none. */
export async function staffOf(
  group: GroupFacts,
): Promise<readonly { readonly id: string; readonly role: GroupRole }[]> {
  if (group.kind !== 'course') return []
  const rows = await db().membership.findMany({
    where: { groupId: group.id, role: { notIn: ['member', 'guest'] } },
    orderBy: { joinedAt: 'asc' },
    take: STAFF_SHOWN,
    select: { personId: true, role: true },
  })
  return rows.map(({ personId, role }) => ({ id: personId, role }))
}

/** Somebody's place in a group. Throws NotFound when there is none. */
export async function membershipIn(group: GroupRow, personId: string): Promise<MembershipRow> {
  const row = isId(personId)
    ? await db().membership.findUnique({
        where: { groupId_personId: { groupId: group.id, personId } },
        select: membershipSelect,
      })
    : null
  if (!row) throw new NotFound('This person is not in the group.')
  return row
}

/** A page of the invitations of a group, newest first. Throws Forbidden for those who may not invite. */
export async function invitationsOf(
  actor: AnyActor,
  group: GroupRow,
  { cursor, limit }: PageQuery,
): Promise<Page<InvitationRow>> {
  authorize(actor, 'group.invite', { group, personId: '', role: 'guest' })
  const after = cursor === undefined ? {} : { id: { lt: idIn(cursor) } }
  const rows = await db().invitation.findMany({
    // Those for one person on a roster are with it (lib/rosters).
    where: { groupId: group.id, rosterId: null, ...after },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: invitationSelect,
  })
  return pageFrom(rows, limit, BY_ID, (row) => [row.id])
}

/**
 * The invitation with this code, however it was typed, and its group; in whatever state. One whose maker is out counts as
 * withdrawn. Throws NotFound for an unknown one.
 */
export async function invitationByCode(typed: string): Promise<InvitationToGroup> {
  const row = await db().invitation.findUnique({
    where: { code: codeTyped(typed) },
    select: {
      ...invitationSelect,
      createdBy: { select: { id: true, name: true, ...accountSelect } },
      group: { select: groupSelect },
    },
  })
  if (!row || row.group.deletedAt !== null) throw new NotFound('There is no such invitation.')
  const [group] = await counted(ANONYMOUS, [row.group])
  if (!group) throw new NotFound('There is no such invitation.')
  const revokedAt = accountStatus(row.createdBy) === 'in' ? row.revokedAt : row.createdAt
  return { ...row, group, revokedAt }
}

function idIn(cursor: string): string {
  return BY_ID.decode(cursor)[0]
}

import 'server-only'
import * as z from 'zod'
import { type Db, db } from '@/lib/db/client'
import { BY_ID, type Page, pageFrom } from '@/lib/db/page'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type GroupRow, groupFor } from '@/lib/groups/queries'
import { GROUP_ROLES } from '@/lib/groups/role'
import { isId } from '@/lib/ids'
import type { AnyActor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import type { Known, RosterChange } from './roster'

const person = { select: { id: true, name: true } } as const

const rosterSelect = {
  id: true,
  groupId: true,
  addedBy: person,
  addedAt: true,
  changes: true,
  undoneAt: true,
} satisfies Prisma.RosterSelect

type BareRoster = Prisma.RosterGetPayload<{ select: typeof rosterSelect }>

export type RosterRow = Omit<BareRoster, 'changes'> & {
  readonly changes: readonly RosterChange[]
  readonly invited: number
  readonly joined: number
}

const placeSelect = {
  id: true,
  name: true,
  email: true,
  role: true,
  code: true,
  expiresAt: true,
  usesLeft: true,
  revokedAt: true,
  acceptedBy: person,
} satisfies Prisma.InvitationSelect

export type PlaceRow = Prisma.InvitationGetPayload<{ select: typeof placeSelect }>

type PageQuery = { readonly cursor?: string | undefined; readonly limit: number }

/** The course whose roster the actor keeps. Throws NotFound, and Forbidden for those who may not. */
export async function rosteredCourse(actor: AnyActor, id: string): Promise<GroupRow> {
  const group = await groupFor(actor, id)
  authorize(actor, 'roster.keep', group)
  return group
}

/** A page of the lists that were added to a course, newest first. Throws NotFound and Forbidden. */
export async function rostersOf(
  actor: AnyActor,
  { id, cursor, limit }: PageQuery & { readonly id: string },
): Promise<Page<RosterRow>> {
  const { id: groupId } = await rosteredCourse(actor, id)
  const before = cursor === undefined ? {} : { id: { lt: BY_ID.decode(cursor)[0] } }
  const rows = await db().roster.findMany({
    where: { groupId, ...before },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: rosterSelect,
  })
  return pageFrom(await counted(rows), limit, BY_ID, (row) => [row.id])
}

/** One list of a course. Throws NotFound and Forbidden. */
export async function rosterFor(actor: AnyActor, id: string, rosterId: string): Promise<RosterRow> {
  const { id: groupId } = await rosteredCourse(actor, id)
  const row = isId(rosterId)
    ? await db().roster.findFirst({ where: { id: rosterId, groupId }, select: rosterSelect })
    : null
  const [roster] = await counted(row ? [row] : [])
  if (!roster) throw new NotFound('There is no such list here.')
  return roster
}

async function counted(rows: readonly BareRoster[]): Promise<RosterRow[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const counts = await db().$queryRaw<{ id: string; invited: number; joined: number }[]>`
    SELECT roster_id AS id, count(*)::int AS invited, count(accepted_by_id)::int AS joined
    FROM invitations WHERE roster_id = ANY(${ids}::uuid[]) GROUP BY roster_id`
  const byId = new Map(counts.map((row) => [row.id, row]))
  return rows.map(({ changes, ...row }) => ({
    ...row,
    changes: changesShape.parse(changes),
    invited: byId.get(row.id)?.invited ?? 0,
    joined: byId.get(row.id)?.joined ?? 0,
  }))
}

const role = z.enum(GROUP_ROLES)
const knownShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member'), personId: z.string(), role }),
  z.object({ kind: z.literal('invited'), invitationId: z.string(), role, name: z.string() }),
])
const changesShape = z.array(z.object({ known: knownShape, role, name: z.string() }))

/** A page of those who were invited by lists, in the order in which they were. Throws NotFound and Forbidden. */
export async function placesOf(
  actor: AnyActor,
  { id, cursor, limit }: PageQuery & { readonly id: string },
): Promise<Page<PlaceRow>> {
  const { id: groupId } = await rosteredCourse(actor, id)
  const after = cursor === undefined ? {} : { id: { gt: BY_ID.decode(cursor)[0] } }
  const rows = await db().invitation.findMany({
    where: { groupId, rosterId: { not: null }, ...after },
    orderBy: { id: 'asc' },
    take: limit + 1,
    select: placeSelect,
  })
  return pageFrom(rows, limit, BY_ID, (row) => [row.id])
}

/**
 * Who is behind some addresses in a course already. Of accounts that are not in it nothing is told. A member is known by an address that they
 * have proved to be theirs, or by the invitation that went to it. Two queries.
 */
export async function knownIn(
  tx: Db,
  groupId: string,
  emails: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, Known>> {
  const among = { in: [...emails] }
  const members = await tx.membership.findMany({
    where: {
      groupId,
      person: {
        OR: [
          { email: among, emailVerifiedAt: { not: null } },
          { invitationsAccepted: { some: { groupId, email: among } } },
        ],
      },
    },
    select: {
      personId: true,
      role: true,
      person: {
        select: {
          email: true,
          emailVerifiedAt: true,
          invitationsAccepted: { where: { groupId }, select: { email: true } },
        },
      },
    },
  })
  const invited = await tx.invitation.findMany({
    where: {
      ...{ groupId, email: among, acceptedById: null, revokedAt: null },
      ...{ usesLeft: { gt: 0 }, expiresAt: { gt: at } },
    },
    select: { id: true, email: true, name: true, role: true },
  })
  const known = new Map<string, Known>()
  for (const { id, email, name, role: to } of invited) {
    const place = { kind: 'invited', invitationId: id, role: to, name: name ?? '' } as const
    if (email !== null) known.set(email, place)
  }
  for (const { personId, role: has, person: who } of members) {
    const proven = who.emailVerifiedAt === null ? [] : [who.email]
    for (const email of [...proven, ...who.invitationsAccepted.map((one) => one.email)]) {
      if (email !== null) known.set(email, { kind: 'member', personId, role: has })
    }
  }
  return known
}

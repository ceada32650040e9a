import 'server-only'
import { db } from '@/lib/db/client'
import { BY_ID, type Page, pageFrom } from '@/lib/db/page'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor, SignedIn } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'

const meSelect = {
  id: true,
  name: true,
  email: true,
  emailVerifiedAt: true,
  passwordHash: true,
  adminSince: true,
  settings: true,
} satisfies Prisma.PersonSelect

export type MeRow = Prisma.PersonGetPayload<{ select: typeof meSelect }>

/** The person himself. */
export async function myself(actor: SignedIn): Promise<MeRow> {
  const row = await db().person.findUnique({ where: { id: actor.personId }, select: meSelect })
  if (!row) throw new NotFound()
  return row
}

const sessionSelect = {
  id: true,
  userAgent: true,
  address: true,
  createdAt: true,
  lastUsedAt: true,
} satisfies Prisma.SessionSelect

export type SessionRow = Prisma.SessionGetPayload<{ select: typeof sessionSelect }>

/** Where somebody is signed in, last used first. A person has few: at most a hundred are listed. */
export async function mySessions(actor: SignedIn, at: Date): Promise<readonly SessionRow[]> {
  return db().session.findMany({
    where: { personId: actor.personId, expiresAt: { gt: at } },
    orderBy: { lastUsedAt: 'desc' },
    take: 100,
    select: sessionSelect,
  })
}

const tokenSelect = {
  id: true,
  name: true,
  scopes: true,
  createdAt: true,
  lastUsedAt: true,
  expiresAt: true,
} satisfies Prisma.ApiTokenSelect

export type TokenRow = Prisma.ApiTokenGetPayload<{ select: typeof tokenSelect }>

/** Somebody's tokens that still work or have expired by themselves, newest first; at most a hundred. */
export async function myTokens(actor: SignedIn): Promise<readonly TokenRow[]> {
  return db().apiToken.findMany({
    where: { personId: actor.personId, revokedAt: null },
    orderBy: { id: 'desc' },
    take: 100,
    select: tokenSelect,
  })
}

const personSelect = {
  id: true,
  name: true,
  email: true,
  adminSince: true,
  disabledAt: true,
  createdAt: true,
} satisfies Prisma.PersonSelect

export type PersonRow = Prisma.PersonGetPayload<{ select: typeof personSelect }>

/** Everybody, newest first, for administrators and the operator; by a part of name or address. */
export async function listPeople(
  actor: AnyActor,
  { cursor, limit, q }: { cursor?: string; limit: number; q?: string },
): Promise<Page<PersonRow>> {
  if (!can(actor, 'site.administer', null)) throw new NotFound()
  const after = cursor === undefined ? null : BY_ID.decode(cursor)[0]
  const rows = await db().person.findMany({
    where: {
      ...(after === null ? {} : { id: { lt: after } }),
      ...(q
        ? {
            OR: [
              { name: { contains: q, mode: 'insensitive' } },
              { email: { contains: q.toLowerCase() } },
            ],
          }
        : {}),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: personSelect,
  })
  return pageFrom(rows, limit, BY_ID, (row) => [row.id])
}

/** The id of the person with an address, for the operator. Throws NotFound. */
export async function personByEmail(email: string): Promise<string> {
  const row = await db().person.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: { id: true },
  })
  if (!row) throw new NotFound('There is nobody with this address.')
  return row.id
}

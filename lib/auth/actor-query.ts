import 'server-only'
import { rowsOf } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import {
  type GroupRole,
  NOTHING_WITHHELD,
  type Scope,
  SESSION_SCOPES,
  type SignedIn,
} from '@/lib/policy/actor'
import { standingSql } from './standing'

// Who asks, with everything that rules want to know, in one statement: it runs before every request. Raw SQL for that reason.

type ActorRow = {
  readonly id: string
  readonly name: string
  readonly adminSince: Date | null
  readonly scopes: readonly Scope[]
  readonly memberships: readonly { groupId: string; role: GroupRole }[]
  readonly lastUsedAt: Date | null
  readonly expiresAt: Date | null
}

export type FoundActor = {
  readonly actor: SignedIn
  readonly lastUsedAt: Date | null
  /** When the session or token expires; null: never. */
  readonly expiresAt: Date | null
}

const PERSON = Prisma.sql`p.id, p.name, p.admin_since AS "adminSince",
  COALESCE((SELECT jsonb_agg(jsonb_build_object('groupId', m.group_id, 'role', m.role))
    FROM memberships m WHERE m.person_id = p.id), '[]'::jsonb) AS memberships`

/** The person behind a token, by its hash; null when it is unknown, expired, revoked, or its person out. */
export async function actorByToken(hash: string): Promise<FoundActor | null> {
  const rows = await rowsOf<ActorRow>(Prisma.sql`
    SELECT ${PERSON}, k.scopes, k.last_used_at AS "lastUsedAt",
      k.expires_at AS "expiresAt"
    FROM api_tokens k JOIN people p ON p.id = k.person_id
    WHERE k.hash = ${hash} AND k.revoked_at IS NULL AND ${standingSql()}
      AND (k.expires_at IS NULL OR k.expires_at > now())`)
  return actorFrom(rows)
}

/** The person behind a session; null when it was ended, has expired, or its person is out. */
export async function actorBySession(sessionId: string): Promise<FoundActor | null> {
  const rows = await rowsOf<ActorRow>(Prisma.sql`
    SELECT ${PERSON}, ${[...SESSION_SCOPES]}::text[] AS scopes, s.last_used_at AS "lastUsedAt",
      s.expires_at AS "expiresAt"
    FROM sessions s JOIN people p ON p.id = s.person_id
    WHERE s.id = ${sessionId}::uuid AND s.expires_at > now() AND ${standingSql()}`)
  return actorFrom(rows)
}

/** People as those who would ask, by id; whoever is out is not among them. One statement whatever their number. */
export async function actorsById(ids: readonly string[]): Promise<readonly SignedIn[]> {
  if (ids.length === 0) return []
  const rows = await rowsOf<ActorRow>(Prisma.sql`
    SELECT ${PERSON}, ${[...SESSION_SCOPES]}::text[] AS scopes, NULL AS "lastUsedAt"
    FROM people p WHERE p.id = ANY(${[...ids]}::uuid[]) AND ${standingSql()}`)
  return rows.flatMap((row) => actorFrom([row])?.actor ?? [])
}

function actorFrom([row]: readonly ActorRow[]): FoundActor | null {
  if (!row) return null
  const memberships = new Map(row.memberships.map(({ groupId, role }) => [groupId, role]))
  const { adminSince, name, scopes, lastUsedAt, expiresAt } = row
  return {
    actor: {
      kind: 'signed-in',
      personId: row.id,
      name,
      adminSince,
      memberships,
      withheld: NOTHING_WITHHELD,
      scopes,
    },
    lastUsedAt,
    expiresAt,
  }
}

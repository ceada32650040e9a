import 'server-only'
import { rowsOf } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import {
  type GroupRole,
  type Scope,
  SESSION_SCOPES,
  type SignedIn,
  type Withheld,
} from '@/lib/policy/actor'
import { activePersonSql } from './account-status'

// Who asks, with everything that rules want to know, in one statement: it runs before every request. Raw SQL for that reason.

type ActorRow = {
  readonly id: string
  readonly name: string
  readonly adminSince: Date | null
  readonly scopes: readonly Scope[]
  readonly memberships: readonly { groupId: string; role: GroupRole }[]
  readonly shut: readonly (readonly [assignmentId: string, sectionId: string])[]
  readonly circles: readonly (readonly [assignmentId: string, circleId: string | null])[]
  readonly lastUsedAt: Date | null
  readonly expiresAt: Date | null
}

export type FoundActor = {
  readonly actor: SignedIn
  readonly lastUsedAt: Date | null
  /** When the session or token expires; null: never. */
  readonly expiresAt: Date | null
}

// The assignments of courses in which the person is a student.
const THEIR_ASSIGNMENTS = Prisma.sql`memberships m JOIN assignments h ON h.group_id = m.group_id
  AND m.person_id = p.id AND m.role IN ('member', 'guest') AND h.published_at IS NOT NULL`

// Whoever is muted in a group reads there as its guests do; whoever is suspended is as if not in it.
const PERSON = Prisma.sql`p.id, p.name, p.admin_since AS "adminSince",
  COALESCE((SELECT jsonb_agg(jsonb_build_object('groupId', m.group_id, 'role',
      CASE WHEN m.muted_until > now() THEN 'guest' ELSE m.role::text END))
    FROM memberships m WHERE m.person_id = p.id
      AND (m.suspended_until IS NULL OR m.suspended_until <= now())), '[]'::jsonb) AS memberships,
  ${shutSql()} AS shut, ${circlesSql()} AS circles`

// Closing ends the writing, and with it the waiting for it.
function shutSql(): Prisma.Sql {
  return Prisma.sql`COALESCE((SELECT jsonb_agg(jsonb_build_array(c.assignment_id, c.section_id))
    FROM ${THEIR_ASSIGNMENTS} JOIN assignment_sections c ON c.assignment_id = h.id
    WHERE h.notes_first > 0 AND h.closed_at IS NULL AND c.dropped_at IS NULL
      AND (h.open_for_all_at IS NULL OR h.open_for_all_at > now())
      AND NOT EXISTS (SELECT FROM section_openings o WHERE o.person_id = p.id
        AND o.assignment_id = c.assignment_id AND o.section_id = c.section_id)), '[]'::jsonb)`
}

function circlesSql(): Prisma.Sql {
  return Prisma.sql`COALESCE((SELECT jsonb_agg(jsonb_build_array(h.id, ${circleInSql()}))
    FROM ${THEIR_ASSIGNMENTS}
    WHERE h.by_circle AND (h.class_at IS NULL OR h.class_at > now())), '[]'::jsonb)`
}

// Circles that were drawn for the assignment come before those of the course.
function circleInSql(): Prisma.Sql {
  return Prisma.sql`(SELECT q.circle_id FROM circle_members q
    WHERE q.person_id = p.id AND q.group_id = h.group_id AND q.left_at IS NULL
      AND (q.assignment_id = h.id OR q.assignment_id IS NULL)
    ORDER BY q.assignment_id NULLS LAST LIMIT 1)`
}

/** The person behind a token, by its hash; null when it is unknown, expired, revoked, or its person out. */
export async function actorByToken(hash: string): Promise<FoundActor | null> {
  const rows = await rowsOf<ActorRow>(Prisma.sql`
    SELECT ${PERSON}, k.scopes, k.last_used_at AS "lastUsedAt",
      k.expires_at AS "expiresAt"
    FROM api_tokens k JOIN people p ON p.id = k.person_id
    WHERE k.hash = ${hash} AND k.revoked_at IS NULL AND ${activePersonSql()}
      AND (k.expires_at IS NULL OR k.expires_at > now())`)
  return actorFrom(rows)
}

/** The person behind a session; null when it was ended, has expired, or its person is out. */
export async function actorBySession(sessionId: string): Promise<FoundActor | null> {
  const rows = await rowsOf<ActorRow>(Prisma.sql`
    SELECT ${PERSON}, ${[...SESSION_SCOPES]}::text[] AS scopes, s.last_used_at AS "lastUsedAt",
      s.expires_at AS "expiresAt"
    FROM sessions s JOIN people p ON p.id = s.person_id
    WHERE s.id = ${sessionId}::uuid AND s.expires_at > now() AND ${activePersonSql()}`)
  return actorFrom(rows)
}

/** People as those who would ask, by id; whoever is out is not among them. One statement whatever their number. */
export async function actorsById(ids: readonly string[]): Promise<readonly SignedIn[]> {
  if (ids.length === 0) return []
  const rows = await rowsOf<ActorRow>(Prisma.sql`
    SELECT ${PERSON}, ${[...SESSION_SCOPES]}::text[] AS scopes, NULL AS "lastUsedAt"
    FROM people p WHERE p.id = ANY(${[...ids]}::uuid[]) AND ${activePersonSql()}`)
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
      withheld: withheldFrom(row),
      scopes,
    },
    lastUsedAt,
    expiresAt,
  }
}

// A note on no section waits for all of them.
function withheldFrom({ shut, circles }: Pick<ActorRow, 'shut' | 'circles'>): Withheld {
  const sections = new Map<string, Set<string | null>>()
  for (const [assignmentId, sectionId] of shut) {
    const some = sections.get(assignmentId) ?? new Set<string | null>([null])
    sections.set(assignmentId, some.add(sectionId))
  }
  return { sections, circles: new Map(circles) }
}

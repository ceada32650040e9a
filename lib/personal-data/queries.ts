import 'server-only'
import { db } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { Actor } from '@/lib/policy/actor'
import { requireSight } from '@/lib/policy/rules'

const exportSelect = {
  id: true,
  personId: true,
  createdAt: true,
  done: true,
  total: true,
  readyAt: true,
  size: true,
} satisfies Prisma.ExportSelect

export type ExportRow = Prisma.ExportGetPayload<{ select: typeof exportSelect }>

/** An archive that the actor asked for. Throws NotFound. */
export async function exportFor(actor: Actor, id: string): Promise<ExportRow> {
  const row = isId(id)
    ? await db().export.findUnique({ where: { id }, select: exportSelect })
    : null
  return requireSight(actor, 'person.export', row)
}

/** The bytes of an archive. Throws NotFound while it is not ready. */
export async function archiveOf(actor: Actor, id: string): Promise<Uint8Array<ArrayBuffer>> {
  await exportFor(actor, id)
  const row = await db().export.findUnique({ where: { id }, select: { archive: true } })
  if (!row?.archive) throw new NotFound('This archive is not ready yet.', 'not-ready')
  return row.archive
}

/** What is in an archive: a name for people, and the rows by a person's id. Everything but what others wrote. */
export const PARTS: Readonly<Record<string, (personId: string) => Prisma.Sql>> = {
  profile: (id) =>
    Prisma.sql`SELECT id, name, email, settings, created_at FROM people WHERE id = ${id}::uuid`,
  groups: (id) => Prisma.sql`
    SELECT g.id, g.name, g.kind, m.role, m.joined_at FROM memberships m JOIN groups g ON g.id = m.group_id
    WHERE m.person_id = ${id}::uuid`,
  invitations: (id) => Prisma.sql`
    SELECT g.name AS group, i.name, i.email, i.role, i.created_at FROM invitations i JOIN groups g ON g.id = i.group_id
    WHERE i.accepted_by_id = ${id}::uuid AND i.email IS NOT NULL ORDER BY i.id`,
  texts: (id) => Prisma.sql`
    SELECT r.id, r.title, r.visibility, r.created_at, v.text FROM readings r
    JOIN revisions v ON v.id = r.current_revision_id WHERE r.owner_id = ${id}::uuid AND r.deleted_at IS NULL`,
  notes: (id) => Prisma.sql`
    SELECT a.id, r.title AS reading, a.kind, a.visibility, a.exact AS passage, a.body_text AS words, a.tags,
      a.created_at, a.edited_at, a.deleted_at
    FROM annotations a JOIN readings r ON r.id = a.reading_id WHERE a.author_id = ${id}::uuid ORDER BY a.id`,
  replies: (id) => Prisma.sql`
    SELECT id, thread_id, parent_id, body_text AS words, created_at, edited_at, deleted_at FROM replies
    WHERE author_id = ${id}::uuid ORDER BY id`,
  'earlier versions': (id) => Prisma.sql`
    SELECT e.post_id, e.version, e.body_text AS words, e.replaced_at FROM post_edits e
    WHERE e.post_id IN (SELECT id FROM annotations WHERE author_id = ${id}::uuid
      UNION ALL SELECT id FROM replies WHERE author_id = ${id}::uuid) ORDER BY e.post_id, e.version`,
  claims: (id) => Prisma.sql`
    SELECT id, kind, text AS words, explanation, created_at, withdrawn_at FROM claims
    WHERE author_id = ${id}::uuid ORDER BY id`,
  reactions: (id) => Prisma.sql`
    SELECT post_id, emoji, created_at FROM reactions WHERE person_id = ${id}::uuid ORDER BY created_at`,
  votes: (id) => Prisma.sql`
    SELECT claim_id, value, at FROM truth_votes WHERE person_id = ${id}::uuid ORDER BY at`,
  stances: (id) => Prisma.sql`
    SELECT thesis_id, opening, now, opened_at, changed_at FROM thesis_stances WHERE person_id = ${id}::uuid`,
  forecasts: (id) => Prisma.sql`
    SELECT claim_id, percent, at FROM forecast_probabilities WHERE person_id = ${id}::uuid ORDER BY at`,
  reports: (id) => Prisma.sql`
    SELECT f.id, i.subject_kind, i.subject_id, f.reason, f.words, f.at FROM flags f
    JOIN review_items i ON i.id = f.item_id WHERE f.reporter_id = ${id}::uuid ORDER BY f.at`,
  decisions: (id) => Prisma.sql`
    SELECT id, kind, reason, rule, words, decided_at, until, undone_at FROM decisions
    WHERE author_id = ${id}::uuid ORDER BY id`,
  appeals: (id) => Prisma.sql`
    SELECT decision_id, words, at, granted FROM appeals WHERE author_id = ${id}::uuid ORDER BY at`,
  watches: (id) => Prisma.sql`
    SELECT kind, subject_id, level, at FROM watches WHERE person_id = ${id}::uuid`,
  sessions: (id) => Prisma.sql`
    SELECT user_agent, address, created_at, last_used_at FROM sessions WHERE person_id = ${id}::uuid`,
}

/** The rows of one part of an archive, as JSON has them. One statement. */
export async function rowsOfPart(part: string, personId: string): Promise<readonly Row[]> {
  const statement = PARTS[part]
  return statement ? db().$queryRaw<Row[]>(statement(personId)) : []
}

export type Row = Readonly<Record<string, unknown>>

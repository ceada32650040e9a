import 'server-only'
import { readingFactsById } from '@/lib/annotations/queries/rows'
import { db } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { AnyActor } from '@/lib/policy/actor'
import type { DebateFacts, GroupKind } from '@/lib/policy/facts'
import { requireSight } from '@/lib/policy/rules'

// Debates as rows with what their rights hang on, and what the bars below the sections say.

export type DebateRow = {
  readonly id: string
  readonly readingId: string
  readonly sectionId: string
  readonly groupId: string
  readonly showsVoters: boolean
  /** The words of the first thesis that stands; null while there is none. */
  readonly thesis: string | null
  /** How many people have taken a stance on it. */
  readonly stances: number
  readonly theses: number
  readonly claims: number
  readonly supports: number
  readonly opposes: number
  readonly qualifies: number
  readonly openQuestions: number
  readonly lastActivityAt: Date
  readonly facts: DebateFacts
}

type FlatDebate = Omit<DebateRow, 'facts'> & {
  readonly groupKind: GroupKind
  readonly groupDeletedAt: Date | null
}

// A question is open while its thread is not resolved. Counted here: resolving belongs to the thread.
function debateRows(where: Prisma.Sql): Promise<FlatDebate[]> {
  return db().$queryRaw<FlatDebate[]>(Prisma.sql`
    SELECT d.id, d.reading_id AS "readingId", d.section_id AS "sectionId", d.group_id AS "groupId",
      g.shows_voters AS "showsVoters", g.kind::text AS "groupKind", g.deleted_at AS "groupDeletedAt",
      first.text AS thesis,
      (SELECT count(*)::int FROM thesis_stances s WHERE s.thesis_id = first.id) AS stances,
      d.theses, d.claims, d.supports, d.opposes, d.qualifies, d.last_activity_at AS "lastActivityAt",
      (SELECT count(*)::int FROM claims q JOIN threads t ON t.id = q.id
        WHERE q.debate_id = d.id AND q.kind = 'question' AND q.archived_at IS NULL
          AND q.withdrawn_at IS NULL AND t.resolved_at IS NULL) AS "openQuestions"
    FROM debates d JOIN groups g ON g.id = d.group_id
      LEFT JOIN LATERAL (SELECT c.id, c.text FROM claims c
        WHERE c.debate_id = d.id AND c.kind = 'thesis' AND c.adopted_at IS NOT NULL
          AND c.archived_at IS NULL AND c.withdrawn_at IS NULL
        ORDER BY c.adopted_at, c.id LIMIT 1) first ON TRUE
    WHERE ${where}
    ORDER BY d.id`)
}

/** Debates by id, unfiltered: the caller asks policy about each. Two queries whatever their number. */
export async function debatesById(ids: readonly string[]): Promise<readonly DebateRow[]> {
  if (ids.length === 0) return []
  const rows = await debateRows(Prisma.sql`d.id = ANY(${[...ids]}::uuid[])`)
  const readings = await readingFactsById([...new Set(rows.map(({ readingId }) => readingId))])
  return rows.flatMap((row) => {
    const reading = readings.get(row.readingId)
    return reading ? [withThing(row, reading)] : []
  })
}

function withThing(row: FlatDebate, reading: DebateFacts['reading']): DebateRow {
  const { groupKind, groupDeletedAt, ...debate } = row
  const group = { id: row.groupId, kind: groupKind, deletedAt: groupDeletedAt }
  return { ...debate, facts: { reading, group } }
}

/** A debate. Throws NotFound when the actor may not see it. Two queries. */
export async function debateFor(actor: AnyActor, id: string): Promise<DebateRow> {
  const [row] = isId(id) ? await debatesById([id]) : []
  if (!row) throw new NotFound()
  requireSight(actor, 'debate.see', row.facts)
  return row
}

/** The debates of a reading in a group, both of which the actor was seen to see. One query for all its sections. */
export async function debatesOn(shelf: {
  readonly reading: DebateFacts['reading'] & { readonly id: string }
  readonly groupId: string
}): Promise<readonly DebateRow[]> {
  const rows = await debateRows(
    Prisma.sql`d.reading_id = ${shelf.reading.id}::uuid AND d.group_id = ${shelf.groupId}::uuid`,
  )
  return rows.map((row) => withThing(row, shelf.reading))
}

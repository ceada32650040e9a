import 'server-only'
import { needsReviewSql } from '@/lib/annotations/queries/review-condition'
import { db, transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import { CONTESTED_FROM, contested } from '@/lib/measures/contested'
import { distributionFrom } from '@/lib/measures/distribution'
import { type NewItem, openItem } from './open-item'

// What waits without anybody having reported it. Each source is a statement for all groups, which finds what is not in a queue yet, and one
// that settles what waits no longer: a question that was answered, a claim that was given evidence.

type Found = Omit<NewItem, 'at' | 'particulars'> & { readonly others: number }

const MOST_AT_ONCE = 500
const DAY_MS = 86_400_000
const FIRST_POSTS_DAYS = 7
const FEW_VOTES = 3

const NOTE = Prisma.sql`a.group_id AS "groupId", a.reading_id AS "readingId",
  a.section_id AS "sectionId", a.id AS "threadId", 'annotation' AS "subjectKind",
  a.id AS "subjectId", a.author_id AS "authorId", 0 AS others`
const NOTES = Prisma.sql`annotations a JOIN threads t ON t.id = a.id
  JOIN groups g ON g.id = a.group_id AND g.deleted_at IS NULL`
const CLAIM = Prisma.sql`d.group_id AS "groupId", d.reading_id AS "readingId",
  d.section_id AS "sectionId", c.id AS "threadId", 'claim' AS "subjectKind",
  c.id AS "subjectId", c.author_id AS "authorId",
  (SELECT sum(v) FROM unnest(c.truth) v)::int AS others`
const CLAIMS = Prisma.sql`claims c JOIN debates d ON d.id = c.debate_id
  JOIN groups g ON g.id = d.group_id AND g.deleted_at IS NULL`

// A number of days that a group set for itself.
function daysOf(key: 'unansweredDays' | 'quietDays', otherwise: number): Prisma.Sql {
  return Prisma.sql`make_interval(days => COALESCE((g.house_rules->>${key})::int, ${otherwise}::int))`
}

function shared(): Prisma.Sql {
  return Prisma.sql`a.deleted_at IS NULL AND a.visibility <> 'private'`
}

function unanswered(now: Date): Prisma.Sql {
  return Prisma.sql`${shared()} AND a.kind = 'question' AND t.reply_count = 0
    AND t.resolved_at IS NULL AND a.created_at < ${now}::timestamptz - ${daysOf('unansweredDays', 3)}`
}

function quiet(now: Date): Prisma.Sql {
  return Prisma.sql`${shared()} AND a.kind = 'question' AND t.reply_count > 0
    AND t.resolved_at IS NULL AND t.last_activity_at < ${now}::timestamptz - ${daysOf('quietDays', 10)}`
}

function first(now: Date): Prisma.Sql {
  const since = new Date(now.getTime() - FIRST_POSTS_DAYS * DAY_MS)
  return Prisma.sql`${shared()} AND a.created_at >= ${since}
    AND COALESCE((g.house_rules->>'looksAtFirstPosts')::boolean, g.kind = 'public')
    AND NOT EXISTS (SELECT FROM annotations o
      WHERE o.author_id = a.author_id AND o.group_id = a.group_id AND o.id < a.id)`
}

function bare(now: Date): Prisma.Sql {
  const before = new Date(now.getTime() - DAY_MS)
  return Prisma.sql`c.kind = 'claim' AND c.citations = 0 AND c.archived_at IS NULL
    AND c.withdrawn_at IS NULL AND c.created_at < ${before}
    AND (SELECT sum(v) FROM unnest(c.truth) v) >= ${FEW_VOTES}`
}

type FromNotes = 'unanswered' | 'stale' | 'first-post' | 'needs-look'

function noteCondition(source: FromNotes, now: Date): Prisma.Sql {
  switch (source) {
    case 'unanswered':
      return unanswered(now)
    case 'stale':
      return quiet(now)
    case 'first-post':
      return first(now)
    case 'needs-look':
      return Prisma.sql`${shared()} AND ${needsReviewSql()}`
  }
}

/** Puts what waits into the queues of its groups, at most five hundred of each source at once, and settles what waits no longer. */
export async function findItems(now: Date): Promise<void> {
  for (const source of ['unanswered', 'stale', 'needs-look', 'first-post'] as const) {
    const holds = noteCondition(source, now)
    await open(await newOf(source, Prisma.sql`${NOTE}`, NOTES, holds), now)
    // A first post stays until somebody has looked.
    if (source !== 'first-post') await settle(source, NOTES, Prisma.sql`a.id`, holds)
  }
  await open(await newOf('without-evidence', CLAIM, CLAIMS, bare(now)), now)
  await settle('without-evidence', CLAIMS, Prisma.sql`c.id`, bare(now))
  await open(await contestedClaims(), now)
}

// What was decided once from this source comes back only when it is found by another.
async function newOf(
  source: NewItem['source'],
  columns: Prisma.Sql,
  from: Prisma.Sql,
  holds: Prisma.Sql,
): Promise<readonly Found[]> {
  return db().$queryRaw<Found[]>`
    SELECT f.*, ${source} AS source FROM (SELECT ${columns} FROM ${from} WHERE ${holds}) f
    WHERE NOT EXISTS (SELECT FROM review_items i
      WHERE i.subject_id = f."subjectId" AND i.source = ${source})
    ORDER BY f."subjectId" LIMIT ${MOST_AT_ONCE}`
}

async function settle(
  source: NewItem['source'],
  from: Prisma.Sql,
  id: Prisma.Sql,
  holds: Prisma.Sql,
): Promise<void> {
  await db().$executeRaw`
    UPDATE review_items i SET state = 'settled', version = version + 1
    WHERE i.source = ${source} AND i.state = 'open' AND NOT EXISTS (
      SELECT FROM ${from} WHERE ${id} = i.subject_id AND ${holds})`
}

async function contestedClaims(): Promise<readonly Found[]> {
  const standing = Prisma.sql`c.kind <> 'thesis' AND c.archived_at IS NULL AND c.withdrawn_at IS NULL
    AND (SELECT sum(v) FROM unnest(c.truth) v) >= ${FEW_VOTES}`
  const columns = Prisma.sql`${CLAIM}, c.truth`
  const found = await newOf('contested', columns, CLAIMS, standing)
  return found.filter((claim) => contested(distributionFrom(truthOf(claim))) >= CONTESTED_FROM)
}

function truthOf(claim: Found): readonly number[] {
  const truth: unknown = Reflect.get(claim, 'truth')
  return Array.isArray(truth) ? truth.map(Number) : []
}

async function open(found: readonly Found[], at: Date): Promise<void> {
  if (found.length === 0) return
  await transaction(async (tx) => {
    for (const { others, ...item } of found) {
      await openItem(tx, { ...item, particulars: { others }, at })
    }
  })
}

import 'server-only'
import { activePersonSql } from '@/lib/auth/account-status'
import { db, transaction } from '@/lib/db/client'
import { cursorKey, type Page, pageFrom } from '@/lib/db/page'
import { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor } from '@/lib/policy/actor'
import { foundVisibleSql } from '@/lib/policy/visible'
import { readNameSql, readPseudonymSql } from '@/lib/pseudonyms/queries'
import type { SearchKind } from '@/lib/search/contract'
import type { SearchQuery, Word } from '@/lib/search/query'
import { filtersSql } from './filters'

// Raw SQL: full text and trigrams are beyond what Prisma can say. What is found is always asked of the see-rule of the row that it is of.

export type FoundRow = {
  readonly entryId: number
  readonly rank: number
  readonly kind: SearchKind
  readonly id: string
  readonly part: number
  readonly words: string
  readonly readingId: string | null
  readonly readingSlug: string | null
  readonly readingTitle: string | null
  readonly groupId: string | null
  readonly groupSlug: string | null
  readonly groupName: string | null
  readonly sectionId: string | null
  readonly section: string | null
  readonly threadId: string | null
  readonly authorId: string | null
  readonly authorName: string | null
  readonly type: string | null
  readonly about: string | null
  readonly replyCount: number | null
  readonly isResolved: boolean
  readonly at: Date
}

export type Search = {
  readonly query: SearchQuery
  /** Empty: all of them. */
  readonly kinds: readonly SearchKind[]
  readonly sort: 'best' | 'newest'
  readonly cursor?: string | undefined
  /** Only what was written after this entry. */
  readonly since?: bigint
  readonly limit: number
}

const BY_RANK = cursorKey('number', 'number')

/** A page of what is found, the best or the newest first. Two statements. */
export async function findEverywhere(actor: AnyActor, search: Search): Promise<Page<FoundRow>> {
  const { query, sort, cursor, limit } = search
  const wanted = await wantedFor(query.words)
  if (wanted === '' && query.filters.length === 0) return { items: [], nextCursor: null }
  const rank =
    wanted === '' || sort === 'newest'
      ? Prisma.sql`extract(epoch FROM e.at)::float8`
      : Prisma.sql`round(ts_rank(e.vector, ${wanted}::tsquery)::numeric, 6)::float8`
  const [after, afterId] = cursor === undefined ? [null, null] : BY_RANK.decode(cursor)
  const rows = await db().$queryRaw<FoundRow[]>`
    ${foundSql(actor, rank)}
    WHERE ${wanted === '' ? Prisma.sql`TRUE` : Prisma.sql`e.vector @@ ${wanted}::tsquery`}
      AND e.entry_id > ${search.since ?? 0n}
      AND ${signsSql(query.words)} AND ${placedSql(actor, search)}
      AND (${after}::float8 IS NULL OR (${rank}, e.entry_id) < (${after}::float8, ${afterId}::bigint))
    ORDER BY ${rank} DESC, e.entry_id DESC
    LIMIT ${limit + 1}`
  return pageFrom(rows, limit, BY_RANK, (row) => [row.rank, row.entryId])
}

const LEAST_LIKE = '0.5'

/** What is like the words, for when nothing is found as it was written: one page, the likest first. */
export async function findAlike(actor: AnyActor, search: Search): Promise<readonly FoundRow[]> {
  const words = search.query.words.filter(
    ({ text, isNegated }) => !isNegated && text.replace(/\*$/, '').length >= 4,
  )
  if (words.length === 0) return []
  const alike = words.map(
    ({ text }) => Prisma.sql`e.folded %> search_fold(${text.replace(/\*$/, '')})`,
  )
  const rank = words.map(
    ({ text }) => Prisma.sql`word_similarity(search_fold(${text.replace(/\*$/, '')}), e.folded)`,
  )
  const sum = Prisma.sql`(${Prisma.join(rank, ' + ')})::float8`
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${LEAST_LIKE}, TRUE)`
    return tx.$queryRaw<FoundRow[]>`
      ${foundSql(actor, sum)}
      WHERE ${Prisma.join(alike, ' AND ')} AND ${placedSql(actor, search)}
      ORDER BY ${sum} DESC, e.entry_id DESC
      LIMIT ${search.limit}`
  })
}

function placedSql(actor: AnyActor, { query, kinds }: Search): Prisma.Sql {
  const ofKind =
    kinds.length === 0 ? Prisma.sql`TRUE` : Prisma.sql`e.kind = ANY(${[...kinds]}::text[])`
  return Prisma.sql`${ofKind} AND (${foundVisibleSql(actor)})
    AND (e.kind <> 'person' OR ${activePersonSql()}) AND ${filtersSql(actor, query.filters)}`
}

function foundSql(actor: AnyActor, rank: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT e.entry_id::float8 AS "entryId", ${rank} AS rank, e.kind, e.id, e.part, e.words, e.at,
      e.reading_id AS "readingId", r.slug AS "readingSlug", r.title AS "readingTitle",
      g.id AS "groupId", g.slug AS "groupSlug", g.name AS "groupName", t.id AS "threadId",
      COALESCE(e.section_id, n.section_id, d.section_id) AS "sectionId",
      (SELECT s.title FROM revision_sections s WHERE s.revision_id = r.current_revision_id
        AND s.section_id = COALESCE(e.section_id, n.section_id, d.section_id)) AS section,
      CASE WHEN y.id IS NULL THEN w.id WHEN y.name IS NULL THEN e.id ELSE y.id END AS "authorId",
      ${readNameSql('w')} AS "authorName", COALESCE(a.kind::text, c.kind::text) AS type,
      left(n.exact, 300) AS about, t.reply_count AS "replyCount",
      t.resolved_at IS NOT NULL AS "isResolved"
    FROM search.entries e
      ${oneSql('annotations', 'a', Prisma.sql`e.kind = 'annotation' AND x.id = e.id`)}
      ${oneSql('replies', 'q', Prisma.sql`e.kind = 'reply' AND x.id = e.id`)}
      ${oneSql('claims', 'c', Prisma.sql`e.kind = 'claim' AND x.id = e.id`)}
      ${oneSql('people', 'p', Prisma.sql`e.kind = 'person' AND x.id = e.id`)}
      ${oneSql('debates', 'd', Prisma.sql`x.id = c.debate_id`)}
      ${oneSql('threads', 't', Prisma.sql`x.id = COALESCE(a.id, q.thread_id, c.id)`)}
      ${oneSql('annotations', 'n', Prisma.sql`x.id = t.id`)}
      ${oneSql('groups', 'g', Prisma.sql`x.id = t.group_id`)}
      ${oneSql('readings', 'r', Prisma.sql`x.id = e.reading_id`)}
      ${oneSql('people', 'w', Prisma.sql`x.id = COALESCE(a.author_id, q.author_id, c.author_id)`)}
      ${readPseudonymSql(actor, { assignmentId: Prisma.sql`n.assignment_id`, authorId: Prisma.sql`w.id` })}`
}

type Joined =
  | 'annotations'
  | 'replies'
  | 'claims'
  | 'people'
  | 'debates'
  | 'threads'
  | 'groups'
  | 'readings'

// Looked up by its id for each hit. A plain join lets the planner, which takes a word for commoner than it is, read a whole table
// instead: then a search costs as much as there is beside what it finds (bench:search).
function oneSql(table: Joined, as: string, is: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`LEFT JOIN LATERAL (
    SELECT x.* FROM ${Prisma.raw(table)} x WHERE ${is} LIMIT 1) ${Prisma.raw(as)} ON TRUE`
}

// What the words say to the full text; empty when they say nothing.
async function wantedFor(words: readonly Word[]): Promise<string> {
  if (words.length === 0) return ''
  const parts = words.map(({ text, isPhrase, isNegated }) => {
    const wanted = isPhrase
      ? Prisma.sql`phraseto_tsquery('simple', search_fold(${text}))`
      : Prisma.sql`search_word(${text.replace(/^-/, '')})`
    return isNegated ? Prisma.sql`(!! ${wanted})` : Prisma.sql`(${wanted})`
  })
  const [row] = await db().$queryRaw<{ wanted: string }[]>`
    SELECT (${Prisma.join(parts, ' && ')})::text AS wanted`
  return row?.wanted ?? ''
}

const SIGNS = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

// Signs are found each two by themselves: that they follow one another has to be looked at.
function signsSql(words: readonly Word[]): Prisma.Sql {
  const parts = words
    .filter(({ text, isNegated }) => !isNegated && text.length > 2 && SIGNS.test(text))
    .map(({ text }) => {
      const part = `%${text.replace(/\*$/, '').replace(/[\\%_]/g, '\\$&')}%`
      return Prisma.sql`e.folded LIKE search_fold(${part})`
    })
  return Prisma.join([Prisma.sql`TRUE`, ...parts], ' AND ')
}

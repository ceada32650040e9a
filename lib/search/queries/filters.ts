import 'server-only'
import { Invalid } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { type AnyActor, personOf } from '@/lib/policy/actor'
import { groupsVisibleSql } from '@/lib/policy/visible'
import type { Filter, FilterKey } from '@/lib/search/query'

// Filters as conditions on the rows of a search: e an entry, r its reading, t its conversation with n as the note that it is about, a and c the
// note and the claim that the entry is itself, d the claim's debate, w who wrote it, y what
// is read in the place of that name.

/** All filters as one condition. Throws Invalid for what is no date. */
export function filtersSql(actor: AnyActor, filters: readonly Filter[]): Prisma.Sql {
  const conditions = filters.map(({ key, value, isNegated }) => {
    const holds = CONDITIONS[key](value, actor)
    return isNegated ? Prisma.sql`(${holds}) IS NOT TRUE` : Prisma.sql`(${holds})`
  })
  return Prisma.join([Prisma.sql`TRUE`, ...conditions], ' AND ')
}

const CONDITIONS: Readonly<Record<FilterKey, (value: string, actor: AnyActor) => Prisma.Sql>> = {
  group: (value, actor) => Prisma.sql`EXISTS (SELECT 1 FROM groups g
    WHERE (g.slug = ${value} OR ${isLike(Prisma.sql`g.name`, value)}) AND ${groupsVisibleSql(actor)}
      AND (g.id = t.group_id OR (t.id IS NULL AND EXISTS (
        SELECT 1 FROM shelves s WHERE s.group_id = g.id AND s.reading_id = e.reading_id))))`,
  reading: (value) => Prisma.sql`r.slug = ${value} OR ${isLike(Prisma.sql`r.title`, value)}`,
  section: (value) => Prisma.sql`EXISTS (SELECT 1 FROM revision_sections s
    WHERE s.revision_id = r.current_revision_id
      AND s.section_id = COALESCE(e.section_id, n.section_id, d.section_id)
      AND (s.section_id::text = ${value} OR ${isLike(Prisma.sql`s.title`, value)}))`,
  by: (value, actor) =>
    value.toLowerCase() === 'me'
      ? Prisma.sql`w.id = ${personOf(actor)}::uuid`
      : Prisma.sql`(y.id IS NULL AND (w.id::text = ${value} OR ${isLike(Prisma.sql`w.name`, value)}))
          OR (y.name IS NOT NULL AND (y.id::text = ${value} OR ${isLike(Prisma.sql`y.name`, value)}))`,
  kind: (value) => Prisma.sql`${value.toLowerCase()} IN (e.kind, a.kind::text, c.kind::text)`,
  tag: (value) => Prisma.sql`EXISTS (SELECT 1 FROM unnest(a.tags) AS tag
    WHERE search_fold(tag) = search_fold(${value}))`,
  before: (value) => Prisma.sql`e.at < ${dateIn(value)}`,
  after: (value) => Prisma.sql`e.at >= ${dateIn(value)}`,
  is: (value) => STATES[value.toLowerCase()] ?? Prisma.sql`FALSE`,
  has: (value) => BELONGINGS[value.toLowerCase()] ?? Prisma.sql`FALSE`,
}

const STATES: Readonly<Record<string, Prisma.Sql>> = {
  unanswered: Prisma.sql`'question' IN (a.kind::text, c.kind::text) AND t.reply_count = 0
    AND t.resolved_at IS NULL`,
  open: Prisma.sql`t.resolved_at IS NULL AND t.id IS NOT NULL`,
  resolved: Prisma.sql`t.resolved_at IS NOT NULL`,
  private: Prisma.sql`a.visibility = 'private'`,
}

const BELONGINGS: Readonly<Record<string, Prisma.Sql>> = {
  evidence: Prisma.sql`EXISTS (SELECT 1 FROM evidence v WHERE v.claim_id = c.id)`,
  replies: Prisma.sql`t.reply_count > 0`,
  tag: Prisma.sql`a.tags <> '{}'`,
}

function isLike(column: Prisma.Sql, value: string): Prisma.Sql {
  const pattern = `%${value.replace(/[\\%_]/g, '\\$&')}%`
  return Prisma.sql`search_fold(${column}) LIKE search_fold(${pattern})`
}

function dateIn(value: string): Date {
  const date = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) ? new Date(value) : null
  if (date === null || Number.isNaN(date.getTime())) {
    throw new Invalid('date', `“${value}” is not a date. Write it like 2026-11-02.`)
  }
  return date
}

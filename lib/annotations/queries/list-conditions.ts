import 'server-only'
import type { AnnotationListQuery } from '@/lib/annotations/contract'
import { tidyTag } from '@/lib/annotations/tags'
import { NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { AnyActor } from '@/lib/policy/actor'
import { personOf } from '@/lib/policy/actor'
import { isReadAsBySql } from '@/lib/pseudonyms/queries'
import { needsReviewSql } from './review-condition'
import { unreadSql } from './rows'

type Filters = Omit<AnnotationListQuery, 'id' | 'cursor' | 'limit' | 'sort'>

/** The filters of a list as SQL conditions, on the aliases of `annotationRows`. */
export function conditionsOf(actor: AnyActor, filters: Filters): Prisma.Sql[] {
  return [...byPlace(filters), ...byWords(actor, filters), ...byState(actor, filters)]
}

function byPlace({
  groupId,
  assignmentId,
  circleId,
  sectionId,
  from,
  to,
  on,
}: Filters): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = []
  if (groupId !== undefined) conditions.push(Prisma.sql`a.group_id = ${named(groupId)}::uuid`)
  if (assignmentId !== undefined)
    conditions.push(Prisma.sql`a.assignment_id = ${named(assignmentId)}::uuid`)
  if (circleId !== undefined) conditions.push(Prisma.sql`a.circle_id = ${named(circleId)}::uuid`)
  if (sectionId !== undefined) conditions.push(Prisma.sql`a.section_id = ${named(sectionId)}::uuid`)
  if (from !== undefined) conditions.push(Prisma.sql`a."end" > ${from}`)
  if (to !== undefined) conditions.push(Prisma.sql`a.start < ${to}`)
  if (on === 'passage') conditions.push(Prisma.sql`a.start IS NOT NULL`)
  if (on === 'section') conditions.push(Prisma.sql`a.start IS NULL AND a.section_id IS NOT NULL`)
  if (on === 'reading') conditions.push(Prisma.sql`a.start IS NULL AND a.section_id IS NULL`)
  return conditions
}

const POST = { assignmentId: Prisma.sql`a.assignment_id`, authorId: Prisma.sql`a.author_id` }

function byWords(actor: AnyActor, { author, tag, kind, q }: Filters): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = []
  // A deleted note does not say any more who wrote it, so it is not found by its author, kind, tags or words.
  const standing = Prisma.sql`a.deleted_at IS NULL`
  if (author !== undefined)
    conditions.push(Prisma.sql`${isReadAsBySql(actor, POST, named(author))} AND ${standing}`)
  if (tag !== undefined) conditions.push(Prisma.sql`${hasTagSql(tag)} AND ${standing}`)
  if (kind !== undefined)
    conditions.push(Prisma.sql`a.kind = ${kind}::"AnnotationKind" AND ${standing}`)
  if (q !== undefined && q !== '') {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    conditions.push(
      Prisma.sql`(a.body_text ILIKE ${like} OR a.exact ILIKE ${like}) AND ${standing}`,
    )
  }
  return conditions
}

// Row by row, without the index on tags: a list is of one reading, and capitals do not count.
function hasTagSql(tag: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM unnest(a.tags) AS own(tag)
    WHERE lower(own.tag) = lower(${tidyTag(tag)}))`
}

function byState(actor: AnyActor, { status, mine, unread, needsLook }: Filters): Prisma.Sql[] {
  const personId = personOf(actor)
  const conditions: Prisma.Sql[] = []
  if (needsLook) conditions.push(needsReviewSql())
  if (status === 'open') conditions.push(Prisma.sql`t.resolved_at IS NULL`)
  if (status === 'resolved') conditions.push(Prisma.sql`t.resolved_at IS NOT NULL`)
  if (mine) conditions.push(Prisma.sql`a.author_id = ${personId}::uuid`)
  if (unread) conditions.push(unreadSql(personId))
  return conditions
}

function named(id: string): string {
  if (!isId(id)) throw new NotFound()
  return id
}

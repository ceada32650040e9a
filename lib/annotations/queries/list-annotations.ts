import 'server-only'
import type { AnnotationListQuery } from '@/lib/annotations/contract'
import { decodeCursor, type Page, pageFrom } from '@/lib/db/page'
import { NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { AnyActor } from '@/lib/policy/actor'
import type { ReadingFacts } from '@/lib/policy/facts'
import { listable } from '@/lib/policy/visible'
import { conditionsOf } from './list-conditions'
import { type AnnotationRow, annotationRows } from './rows'

// How each order sorts, and what of a row its cursor holds. Notes on the whole reading come before any passage.
const ORDERS = {
  made: {
    by: Prisma.sql`a.id`,
    after: (cursor) => Prisma.sql`a.id > ${decodeCursor(cursor, ['id'])[0]}::uuid`,
    keyOf: (row) => [row.id],
  },
  newest: {
    by: Prisma.sql`a.id DESC`,
    after: (cursor) => Prisma.sql`a.id < ${decodeCursor(cursor, ['id'])[0]}::uuid`,
    keyOf: (row) => [row.id],
  },
  place: {
    by: Prisma.sql`COALESCE(a.start, -1), a.id`,
    after: (cursor) => {
      const [start, id] = decodeCursor(cursor, ['int', 'id'])
      return Prisma.sql`(COALESCE(a.start, -1), a.id) > (${start}::int, ${id}::uuid)`
    },
    keyOf: (row) => [row.start ?? -1, row.id],
  },
  activity: {
    by: Prisma.sql`t.last_activity_at DESC, a.id DESC`,
    after: (cursor) => {
      const [at, id] = decodeCursor(cursor, ['moment', 'id'])
      return Prisma.sql`(t.last_activity_at, a.id) < (${at}, ${id}::uuid)`
    },
    keyOf: (row) => [row.lastActivityAt.getTime(), row.id],
  },
} satisfies Record<AnnotationListQuery['sort'], Order>

type Order = {
  readonly by: Prisma.Sql
  readonly after: (cursor: string) => Prisma.Sql
  readonly keyOf: (row: AnnotationRow) => readonly (string | number)[]
}

// An id of another spelling names nothing; of another reading, nothing here.
function asOf({ currentRevision }: { readonly currentRevision?: Revised }, revisionId?: string) {
  if (revisionId === undefined || revisionId === currentRevision?.id) return null
  if (!isId(revisionId)) throw new NotFound()
  return revisionId
}

type Revised = { readonly id: string } | null

/** A page of the annotations of a reading, which the actor was seen to see, that he may see and that meet the query. */
export async function listAnnotations(
  actor: AnyActor,
  reading: ReadingFacts & { readonly id: string; readonly currentRevision?: Revised },
  query: Omit<AnnotationListQuery, 'id'>,
): Promise<Page<AnnotationRow>> {
  const order: Order = ORDERS[query.sort]
  const conditions = [
    Prisma.sql`a.reading_id = ${reading.id}::uuid`,
    listable(actor),
    ...conditionsOf(actor, query),
    ...(query.cursor === undefined ? [] : [order.after(query.cursor)]),
  ]
  const rows = await annotationRows(actor, {
    where: Prisma.join(conditions, ' AND '),
    orderBy: order.by,
    limit: query.limit + 1,
    asOf: asOf(reading, query.revisionId),
  })
  return pageFrom(
    rows.map((row) => ({ ...row, reading })),
    query.limit,
    order.keyOf,
  )
}

import 'server-only'
import type { AnnotationListQuery } from '@/lib/annotations/contract'
import { BY_ID, cursorKey, type Page, pageFrom } from '@/lib/db/page'
import { NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { AnyActor } from '@/lib/policy/actor'
import type { ReadingFacts } from '@/lib/policy/facts'
import { listable } from '@/lib/policy/visible'
import { conditionsOf } from './list-conditions'
import { type AnnotationRow, annotationRows } from './rows'

type Order = {
  readonly by: Prisma.Sql
  readonly after: (cursor: string) => Prisma.Sql
  readonly page: (rows: readonly AnnotationRow[], limit: number) => Page<AnnotationRow>
}

const BY_PLACE = cursorKey('int', 'id')
const BY_ACTIVITY = cursorKey('moment', 'id')

// How each order sorts, and what of a row its cursor holds. Notes on the whole reading come before any passage.
const ORDERS = {
  made: {
    by: Prisma.sql`a.id`,
    after: (cursor) => Prisma.sql`a.id > ${BY_ID.decode(cursor)[0]}::uuid`,
    page: (rows, limit) => pageFrom(rows, limit, BY_ID, ({ id }) => [id]),
  },
  newest: {
    by: Prisma.sql`a.id DESC`,
    after: (cursor) => Prisma.sql`a.id < ${BY_ID.decode(cursor)[0]}::uuid`,
    page: (rows, limit) => pageFrom(rows, limit, BY_ID, ({ id }) => [id]),
  },
  place: {
    by: Prisma.sql`COALESCE(a.start, -1), a.id`,
    after: (cursor) => {
      const [start, id] = BY_PLACE.decode(cursor)
      return Prisma.sql`(COALESCE(a.start, -1), a.id) > (${start}::int, ${id}::uuid)`
    },
    page: (rows, limit) => pageFrom(rows, limit, BY_PLACE, ({ start, id }) => [start ?? -1, id]),
  },
  activity: {
    by: Prisma.sql`t.last_activity_at DESC, a.id DESC`,
    after: (cursor) => {
      const [at, id] = BY_ACTIVITY.decode(cursor)
      return Prisma.sql`(t.last_activity_at, a.id) < (${at}, ${id}::uuid)`
    },
    page: (rows, limit) =>
      pageFrom(rows, limit, BY_ACTIVITY, ({ lastActivityAt, id }) => [lastActivityAt, id]),
  },
} satisfies Record<AnnotationListQuery['sort'], Order>

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
  return order.page(
    rows.map((row) => ({ ...row, reading })),
    query.limit,
  )
}

import 'server-only'
import { db } from '@/lib/db/client'
import { cursorKey, type Page, pageFrom } from '@/lib/db/page'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { ReadingRow } from '@/lib/readings/queries/reading-row'

// Revisions of a reading that the actor was seen to see: whoever sees the text sees how it came about.

const revisionSelect = {
  id: true,
  readingId: true,
  number: true,
  message: true,
  words: true,
  createdAt: true,
  createdBy: { select: { id: true, name: true } },
  baseId: true,
  restoresId: true,
  report: true,
  queuedAt: true,
  failedAt: true,
} satisfies Prisma.RevisionSelect

type Selected = Prisma.RevisionGetPayload<{ select: typeof revisionSelect }>

export type RevisionRow = Selected & {
  readonly base: number | null
  readonly restores: number | null
  readonly isCurrent: boolean
}

type OfReading = Pick<ReadingRow, 'id' | 'currentRevision'>

const BY_NUMBER = cursorKey('int')

/** A page of the revisions that were published, newest first. Two queries. */
export async function listRevisions(
  reading: OfReading,
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): Promise<Page<RevisionRow>> {
  const before = cursor === undefined ? null : BY_NUMBER.decode(cursor)[0]
  const rows = await db().revision.findMany({
    where: {
      readingId: reading.id,
      queuedAt: null,
      failedAt: null,
      ...(before === null ? {} : { number: { lt: before } }),
    },
    orderBy: { number: 'desc' },
    take: limit + 1,
    select: revisionSelect,
  })
  return pageFrom(await named(reading, rows), limit, BY_NUMBER, ({ number }) => [number])
}

/** The revision of a reading with this number, published or on its way. Throws NotFound. Two queries. */
export async function revisionNumbered(reading: OfReading, number: number): Promise<RevisionRow> {
  return one(reading, { readingId: reading.id, number })
}

/** The revision of a reading with this id. Throws NotFound. */
export async function revisionWithId(reading: OfReading, id: string): Promise<RevisionRow> {
  if (!isId(id)) throw new NotFound()
  return one(reading, { readingId: reading.id, id })
}

async function one(reading: OfReading, where: Prisma.RevisionWhereInput): Promise<RevisionRow> {
  const row = await db().revision.findFirst({ where, select: revisionSelect })
  const [found] = row ? await named(reading, [row]) : []
  if (!found) throw new NotFound()
  return found
}

async function named(reading: OfReading, rows: readonly Selected[]): Promise<RevisionRow[]> {
  const ids = rows.flatMap(({ baseId, restoresId }) => [baseId, restoresId])
  const others = await db().revision.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, number: true },
  })
  const numbers = new Map(others.map(({ id, number }) => [id, number]))
  return rows.map((row) => ({
    ...row,
    base: numbers.get(row.baseId ?? '') ?? null,
    restores: numbers.get(row.restoresId ?? '') ?? null,
    isCurrent: row.id === reading.currentRevision?.id,
  }))
}

/** Every section that a reading ever had. */
export async function sectionIdsEver(readingId: string): Promise<ReadonlySet<string>> {
  const rows = await db().section.findMany({ where: { readingId }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

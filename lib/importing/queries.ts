import 'server-only'
import { db } from '@/lib/db/client'
import { BY_ID, type Page, pageFrom } from '@/lib/db/page'
import { Conflict, NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { AnyActor } from '@/lib/policy/actor'
import { requireSight } from '@/lib/policy/rules'
import { visibleTo } from '@/lib/policy/visible'
import { stateOf } from './import'

// Neither the file nor the document, which may have megabytes.
export const importSelect = {
  id: true,
  personId: true,
  name: true,
  address: true,
  size: true,
  createdAt: true,
  startedAt: true,
  cancelledAt: true,
  failedAt: true,
  failureCode: true,
  failureMessage: true,
  readyAt: true,
  savedAt: true,
  phase: true,
  done: true,
  total: true,
  form: true,
  metadata: true,
  parts: true,
  report: true,
  reading: { select: { id: true, slug: true } },
} satisfies Prisma.ImportSelect

export type ImportRow = Prisma.ImportGetPayload<{ select: typeof importSelect }>

/** A text that an actor brings in. Throws NotFound. One query, cheap enough to ask every second. */
export async function importFor(actor: AnyActor, id: string): Promise<ImportRow> {
  const row = isId(id)
    ? await db().import.findUnique({ where: { id }, select: importSelect })
    : null
  return requireSight(actor, 'import.see', row)
}

/** A page of the texts that an actor brings in, newest first. */
export async function listImports(
  actor: AnyActor,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<ImportRow>> {
  const after = cursor === undefined ? null : BY_ID.decode(cursor)[0]
  const rows = await db().import.findMany({
    where: {
      AND: [visibleTo(actor).imports, after === null ? {} : { id: { lt: after } }],
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: importSelect,
  })
  return pageFrom(rows, limit, BY_ID, (row) => [row.id])
}

const UNSAVED_SHOWN = 5

/** The newest texts that an actor has brought in and neither saved nor dropped; at most five. */
export async function unsavedImports(actor: AnyActor): Promise<readonly ImportRow[]> {
  return db().import.findMany({
    where: { AND: [visibleTo(actor).imports, { savedAt: null, cancelledAt: null }] },
    orderBy: { id: 'desc' },
    take: UNSAVED_SHOWN,
    select: importSelect,
  })
}

/** The document of an import that is ready, as stored. Throws NotFound, and Conflict when there is none. */
export async function importDoc(actor: AnyActor, id: string): Promise<unknown> {
  const row = await importFor(actor, id)
  if (stateOf(row) !== 'ready') {
    throw new Conflict('import-not-ready', 'There is no text of this import to look at or save.')
  }
  const stored = await db().import.findUnique({ where: { id: row.id }, select: { doc: true } })
  if (!stored) throw new NotFound()
  return stored.doc
}

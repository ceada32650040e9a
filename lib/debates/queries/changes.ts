import 'server-only'
import { db } from '@/lib/db/client'
import { BY_ID, type Page, pageFrom } from '@/lib/db/page'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'

const changeSelect = {
  id: true,
  debateId: true,
  kind: true,
  claimId: true,
  summary: true,
  at: true,
  concerned: true,
  undoneAt: true,
  actor: { select: { id: true, name: true } },
} satisfies Prisma.DebateChangeSelect

export type ChangeRow = Prisma.DebateChangeGetPayload<{ select: typeof changeSelect }>

/** How a debate that the actor was seen to see was rearranged, newest first. */
export async function changesOf(
  debateId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<ChangeRow>> {
  const after = cursor === undefined ? null : BY_ID.decode(cursor)[0]
  const rows = await db().debateChange.findMany({
    where: { debateId, ...(after !== null && { id: { lt: after } }) },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: changeSelect,
  })
  return pageFrom(rows, limit, BY_ID, (row) => [row.id])
}

/** A change with all that takes it back; who may is asked of its debate. Throws NotFound. */
export async function changeById(id: string) {
  const row = isId(id)
    ? await db().debateChange.findUnique({
        where: { id },
        select: { ...changeSelect, particulars: true },
      })
    : null
  if (!row) throw new NotFound()
  return row
}

/** The last change of a debate's order that was about a claim, in the transaction that made it. */
export async function lastChangeOf(claimId: string): Promise<string> {
  const row = await db().debateChange.findFirstOrThrow({
    where: { claimId },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return row.id
}

import 'server-only'
import { db } from '@/lib/db/client'
import { BY_ID, type Page, pageFrom } from '@/lib/db/page'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import type { AssignmentRow } from './assignments'

const select = {
  id: true,
  dueAt: true,
  givenAt: true,
  person: { select: { id: true, name: true } },
  circle: { select: { id: true, name: true } },
  givenBy: { select: { id: true, name: true } },
} satisfies Prisma.ExtensionSelect

export type ExtensionRow = Prisma.ExtensionGetPayload<{ select: typeof select }>

/** A page of who has another due time in an assignment, the latest given first. Throws Forbidden for who does not lead it. */
export async function extensionsOf(
  actor: AnyActor,
  assignment: AssignmentRow,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Page<ExtensionRow>> {
  authorize(actor, 'assignment.lead', assignment)
  const after = cursor === undefined ? {} : { id: { lt: BY_ID.decode(cursor)[0] } }
  const rows = await db().extension.findMany({
    where: { assignmentId: assignment.id, ...after },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select,
  })
  return pageFrom(rows, limit, BY_ID, ({ id }) => [id])
}

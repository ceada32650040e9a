import 'server-only'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/generated/prisma/client'

const VIEWS_SHOWN = 100

const viewSelect = {
  day: true,
  viewer: { select: { id: true, name: true } },
} satisfies Prisma.WorkViewSelect

export type ViewRow = Prisma.WorkViewGetPayload<{ select: typeof viewSelect }>

/** Who looked at somebody's work for an assignment on which day, the latest first; for whoever was seen to see the work. One query. */
export async function viewsOf(assignmentId: string, personId: string): Promise<readonly ViewRow[]> {
  return db().workView.findMany({
    where: { assignmentId, personId },
    orderBy: [{ day: 'desc' }, { viewerId: 'asc' }],
    take: VIEWS_SHOWN,
    select: viewSelect,
  })
}

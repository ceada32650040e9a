import 'server-only'
import { db } from '@/lib/db/client'
import type { Link } from '@/lib/debates/restructure'
import { NotFound } from '@/lib/errors'
import { isId } from '@/lib/ids'

/** On which claims a claim hangs. */
export async function parentsOf(claimId: string): Promise<readonly string[]> {
  const rows = await db().claimLink.findMany({
    where: { childId: claimId },
    select: { parentId: true },
  })
  return rows.map(({ parentId }) => parentId)
}

/** Every link of a debate: what a change of its order is planned on. */
export async function linksOf(debateId: string): Promise<readonly Link[]> {
  return db().claimLink.findMany({
    where: { debateId },
    select: { id: true, parentId: true, childId: true, relation: true, attacks: true },
  })
}

/** What hangs by a link; who may know is asked of the claim. Throws NotFound. */
export async function linkById(id: string): Promise<Link> {
  const link = isId(id)
    ? await db().claimLink.findUnique({
        where: { id },
        select: { id: true, parentId: true, childId: true, relation: true, attacks: true },
      })
    : null
  if (!link) throw new NotFound()
  return link
}

/** The link by which a claim hangs on another, or null. */
export async function linkBetween(
  parentId: string,
  childId: string,
): Promise<{ readonly id: string } | null> {
  if (!isId(parentId) || !isId(childId)) return null
  return db().claimLink.findUnique({
    where: { parentId_childId: { parentId, childId } },
    select: { id: true },
  })
}

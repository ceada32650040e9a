import 'server-only'
import { db } from '@/lib/db/client'
import { contested } from '@/lib/measures/contested'
import { distributionFrom, votersIn } from '@/lib/measures/distribution'
import type { Argument, ContestedClaim } from '@/lib/preparation/shape'

// Beyond these, those with the most votes are looked at; no course argues so much about one text.
const LOOKED_AT = 500

/**
 * The claims on a reading of a course that its votes split most, each with the best argument of either side by its rank. Without how
 * people voted: whoever prepares has not voted yet, perhaps. Two queries.
 */
export async function contestedClaims(
  place: { readonly groupId: string; readonly readingId: string },
  most: number,
): Promise<readonly ContestedClaim[]> {
  const claims = await db().claim.findMany({
    where: {
      debate: place,
      OR: [{ kind: 'claim' }, { kind: 'thesis', adoptedAt: { not: null } }],
      withdrawnAt: null,
      archivedAt: null,
      votes: { some: {} },
    },
    orderBy: { id: 'desc' },
    take: LOOKED_AT,
    select: { id: true, text: true, truth: true, debate: { select: { sectionId: true } } },
  })
  const ranked = claims
    .map((claim) => ({ ...claim, votes: distributionFrom(claim.truth) }))
    .filter(({ votes }) => votersIn(votes) > 1)
    .toSorted((one, other) => contested(other.votes) - contested(one.votes))
    .slice(0, most)
  const links = await db().claimLink.findMany({
    where: {
      parentId: { in: ranked.map(({ id }) => id) },
      relation: { in: ['supports', 'opposes'] },
      child: { withdrawnAt: null, archivedAt: null },
    },
    orderBy: [{ rank: 'desc' }, { id: 'asc' }],
    select: {
      parentId: true,
      relation: true,
      child: { select: { text: true, author: { select: { name: true } } } },
    },
  })
  const best = (id: string, relation: 'supports' | 'opposes'): Argument | null => {
    const child = links.find((link) => link.parentId === id && link.relation === relation)?.child
    return child ? { text: child.text, authorName: child.author.name } : null
  }
  return ranked.map(({ id, text, debate }) => ({
    ...{ id, text, sectionId: debate.sectionId },
    for: best(id, 'supports'),
    against: best(id, 'opposes'),
  }))
}

import 'server-only'
import { readingFactsById } from '@/lib/annotations/queries/rows'
import { db } from '@/lib/db/client'
import type { ReadingFacts } from '@/lib/policy/facts'
import type { RevisionNews } from '@/lib/revisions/contract'

/** What is told of a revision, and the reading that the right to hear of it hangs on. */
export type RevisionFact = {
  readonly revision: RevisionNews
  readonly reading: ReadingFacts & { readonly id: string }
}

/** Facts of revisions by id; unfiltered: the caller asks policy about each. Two queries, none for no ids. */
export async function revisionFacts(
  ids: readonly string[],
): Promise<ReadonlyMap<string, RevisionFact>> {
  if (ids.length === 0) return new Map()
  const rows = await db().revision.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      number: true,
      message: true,
      createdBy: { select: { id: true, name: true } },
      readingId: true,
    },
  })
  const readings = await readingFactsById([...new Set(rows.map(({ readingId }) => readingId))])
  return new Map(
    rows.flatMap(({ readingId, ...revision }) => {
      const reading = readings.get(readingId)
      return reading ? [[revision.id, { revision, reading: { ...reading, id: readingId } }]] : []
    }),
  )
}

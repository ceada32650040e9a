import 'server-only'
import { substantiveNotes } from '@/lib/assignments/substantive'
import { db } from '@/lib/db/client'
import { revisionText } from '@/lib/readings/queries/revisions'
import { parsePostDoc } from '@/lib/text/post-schema'

// More of one person in one assignment are not looked at: no gate asks for so many.
const MOST = 500

export type OwnWork = {
  readonly assignmentId: string
  readonly personId: string
  /** Only of this section. */
  readonly sectionId?: string
}

/**
 * How many substantive notes somebody has in each section of an assignment, by section id. What is deleted or private does not count. One
 * query, and one more where the text is not at hand.
 */
export async function ownNotes({
  assignmentId,
  personId,
  sectionId,
}: OwnWork): Promise<ReadonlyMap<string, number>> {
  const notes = await db().annotation.findMany({
    where: {
      assignmentId,
      authorId: personId,
      visibility: 'group',
      deletedAt: null,
      homeSectionId: sectionId ?? { not: null },
    },
    orderBy: { id: 'asc' },
    take: MOST,
    select: { homeSectionId: true, body: true, revisionId: true },
  })
  const counts = new Map<string, number>()
  for (const id of new Set(notes.map((note) => note.homeSectionId))) {
    if (id === null) continue
    const some = notes.filter((note) => note.homeSectionId === id)
    const docs = some.flatMap(({ body }) => (body === null ? [] : [parsePostDoc(body)]))
    counts.set(id, substantiveNotes(docs, await sectionText(id, some)))
  }
  return counts
}

// As it was when the newest of the notes was made.
async function sectionText(
  id: string,
  notes: readonly { readonly revisionId: string }[],
): Promise<string> {
  const newest = notes.at(-1)
  if (!newest) return ''
  const { text, sections } = await revisionText(newest.revisionId)
  const section = sections.find(({ sectionId }) => sectionId === id)
  return section ? text.slice(section.start, section.end) : ''
}

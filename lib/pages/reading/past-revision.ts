import 'server-only'
import { coveredRanges, sectionCounts } from '@/lib/annotations/queries/coverage'
import { currentActor } from '@/lib/auth/session'
import { NotFound } from '@/lib/errors'
import { firstListed } from '@/lib/pages/reading/listed-notes'
import { can } from '@/lib/policy/rules'
import { readingFor, sectionsOfRevision, shelvesFor } from '@/lib/readings/queries/readings'
import { revisionDoc } from '@/lib/readings/queries/revisions'
import { presentRevision } from '@/lib/revisions/present'
import { revisionNumbered } from '@/lib/revisions/queries/revisions'
import { parseReadingDoc } from '@/lib/text/reading-schema'
import { renderReading } from '@/lib/text/render'
import { segmentsOf } from '@/lib/text/segments'

/** A text as it was in one of its revisions, with its notes as they stood, on the first shelf that the actor sees. Throws NotFound. */
export async function loadPast(slug: string, number: number, groupSlug: string | undefined) {
  const actor = await currentActor()
  const reading = await readingFor(actor, slug)
  const row = await revisionNumbered(reading, number)
  if (row.queuedAt || row.failedAt) throw new NotFound()
  const shelves = shelvesFor(actor, reading).map(({ group }) => group)
  const group = groupSlug ? shelves.find((one) => one.slug === groupSlug) : shelves[0]
  if (groupSlug && !group) throw new NotFound()
  const shelf = {
    readingId: reading.id,
    revisionId: row.id,
    groupId: group?.id ?? null,
    superseded: !row.isCurrent,
  }
  const [sections, json, ranges, counts, listed] = await Promise.all([
    sectionsOfRevision(row.id),
    revisionDoc(row.id),
    coveredRanges(actor, shelf),
    sectionCounts(actor, shelf),
    firstListed(actor, { ...shelf, reading }),
  ])
  const totals = new Map(counts.map(({ sectionId, notes }) => [sectionId, notes]))
  const rendered = renderReading(parseReadingDoc(json), segmentsOf(ranges))
  const articles = rendered.map((section, at) => {
    const sectionId = section.sectionId ?? sections[at]?.sectionId ?? 'opening'
    const notes = listed.filter(({ note }) => note.sectionId === sectionId)
    return { ...section, sectionId, notes, total: totals.get(sectionId) ?? 0, bar: null }
  })
  return {
    actor,
    reading,
    group: group ?? null,
    revision: presentRevision(row, can(actor, 'reading.edit', reading)),
    sections: articles,
    whole: {
      notes: listed.filter(({ note }) => note.sectionId === null),
      total: totals.get(null) ?? 0,
    },
  }
}

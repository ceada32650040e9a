import 'server-only'
import { currentActor } from '@/lib/auth/session'
import { NotFound } from '@/lib/errors'
import { orNotFound } from '@/lib/pages/found'
import { groupOrNotFound } from '@/lib/pages/group'
import { can } from '@/lib/policy/rules'
import { presentReading, presentReadingSummary } from '@/lib/readings/present'
import { listReadings, readingFor, sectionsOfRevision } from '@/lib/readings/queries/readings'

/** A course with the readings to choose from, or the one that was chosen with its sections. Not there for who may not assign. */
export async function loadNewAssignment(
  slug: string,
  query: { readonly reading: string | undefined; readonly after: string | undefined },
) {
  const actor = await currentActor()
  const course = await groupOrNotFound(actor, slug)
  return orNotFound(
    (async () => {
      if (!can(actor, 'assignment.create', course)) throw new NotFound()
      const page = await listReadings(actor, { limit: 50, groupId: course.id, cursor: query.after })
      const [onlyOne, ...others] = page.items
      const chosen =
        query.reading ??
        (others.length === 0 && query.after === undefined ? onlyOne?.slug : undefined)
      return {
        actor,
        course,
        readings: {
          items: page.items.map((row) => presentReadingSummary(actor, row)),
          nextCursor: page.nextCursor,
        },
        reading: chosen === undefined ? null : await readingOf(chosen, course.id),
      }
    })(),
  )

  async function readingOf(chosen: string, groupId: string) {
    const row = await readingFor(actor, chosen)
    const revision = row.currentRevision
    if (!revision || !row.shelves.some(({ group }) => group.id === groupId)) throw new NotFound()
    return presentReading(actor, row, await sectionsOfRevision(revision.id))
  }
}

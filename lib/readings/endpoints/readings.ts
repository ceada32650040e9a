import 'server-only'
import { coveredRanges, sectionCounts } from '@/lib/annotations/queries/coverage'
import { on, signedIn } from '@/lib/api/base'
import { Conflict, NotFound } from '@/lib/errors'
import { isId } from '@/lib/ids'
import { addImported } from '@/lib/readings/commands/add-imported'
import { addReading } from '@/lib/readings/commands/add-reading'
import { announcePresence } from '@/lib/readings/commands/announce-presence'
import { editReading } from '@/lib/readings/commands/edit-reading'
import { keepPosition } from '@/lib/readings/commands/keep-position'
import { removeReading, restoreReading } from '@/lib/readings/commands/remove-reading'
import { readingContract } from '@/lib/readings/contract'
import { presentReading, presentReadingSummary } from '@/lib/readings/present'
import type { ReadingRow } from '@/lib/readings/queries/reading-row'
import {
  groupNamed,
  listReadings,
  mentionablePeople,
  readingFor,
  sectionsOfRevision,
} from '@/lib/readings/queries/readings'
import { segmentsOf } from '@/lib/text/segments'

const os = on(readingContract)
const forSignedIn = os.use(signedIn)

function revisionOf(reading: ReadingRow): string {
  if (!reading.currentRevision) throw new Conflict('no-text', 'This reading has no text yet.')
  return reading.currentRevision.id
}

export const readingEndpoints = os.router({
  create: forSignedIn.create.handler(async ({ input, context: { actor } }) => {
    const reading = await addReading(actor, input)
    return presentReading(actor, reading, await sectionsOfRevision(revisionOf(reading)))
  }),
  createImported: forSignedIn.createImported.handler(
    async ({ input: { id, ...input }, context: { actor } }) => {
      const rows = await addImported(actor, id, input)
      return { items: rows.map((row) => presentReadingSummary(actor, row)) }
    },
  ),
  list: os.list.handler(async ({ input, context: { actor } }) => {
    const page = await listReadings(actor, input)
    return { ...page, items: page.items.map((row) => presentReadingSummary(actor, row)) }
  }),
  get: os.get.handler(async ({ input, context: { actor } }) => {
    const reading = await readingFor(actor, input.id)
    return presentReading(actor, reading, await sectionsOfRevision(revisionOf(reading)))
  }),
  edit: forSignedIn.edit.handler(async ({ input: { id, ...change }, context: { actor } }) => {
    const reading = await editReading(actor, id, change)
    return presentReading(actor, reading, await sectionsOfRevision(revisionOf(reading)))
  }),
  remove: forSignedIn.remove.handler(({ input, context: { actor } }) =>
    removeReading(actor, input.id),
  ),
  restore: forSignedIn.restore.handler(({ input, context: { actor } }) =>
    restoreReading(actor, input.id),
  ),
  segments: os.segments.handler(async ({ input, context: { actor } }) => {
    const reading = await readingFor(actor, input.id)
    const currentId = revisionOf(reading)
    const { author, tag, kind, status, mine, unread, circleId } = input
    const filters = { author, tag, kind, status, mine, unread, circleId }
    const revisionId = input.revisionId ?? currentId
    const { assignmentId } = input
    if (!isId(revisionId) || (assignmentId !== undefined && !isId(assignmentId)))
      throw new NotFound()
    const groupId = groupNamed(actor, reading, input.groupId)
    const superseded = revisionId !== currentId
    const shelf = { readingId: reading.id, revisionId, groupId, assignmentId, superseded }
    const [ranges, counts] = await Promise.all([
      coveredRanges(actor, shelf, filters),
      sectionCounts(actor, shelf, filters),
    ])
    return { revisionId, segments: [...segmentsOf(ranges)], counts: [...counts] }
  }),
  people: forSignedIn.people.handler(async ({ input, context: { actor } }) => {
    const reading = await readingFor(actor, input.id)
    return { items: [...(await mentionablePeople(actor, reading, input))], nextCursor: null }
  }),
  keepPosition: forSignedIn.keepPosition.handler(
    ({ input: { id, ...place }, context: { actor } }) => keepPosition(actor, id, place),
  ),
  announcePresence: forSignedIn.announcePresence.handler(({ input, context: { actor } }) =>
    announcePresence(actor, input),
  ),
})

import 'server-only'
import { anchorReviewCount } from '@/lib/annotations/queries/anchor-review'
import { coveredRanges, sectionCounts } from '@/lib/annotations/queries/coverage'
import type { AssignmentRow } from '@/lib/assignments/queries/assignments'
import { now } from '@/lib/clock'
import { presentBar } from '@/lib/debates/present'
import { debatesOn } from '@/lib/debates/queries/debates'
import { NotFound } from '@/lib/errors'
import { formatCursor } from '@/lib/events/cursor'
import { staffOf } from '@/lib/groups/queries'
import { hub } from '@/lib/live'
import { assignedHere, rightsFor, taskShown } from '@/lib/pages/reading/assigned'
import { firstListed } from '@/lib/pages/reading/listed-notes'
import { placeIn, type RoomPlace, type Shelf } from '@/lib/pages/reading/place'
import { type Actor, personOf } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import { presentReading } from '@/lib/readings/present'
import type { ReadingRow } from '@/lib/readings/queries/reading-row'
import { positionFor, readingFor, sectionsOfRevision } from '@/lib/readings/queries/readings'
import { revisionDoc } from '@/lib/readings/queries/revisions'
import { revisionWithId } from '@/lib/revisions/queries/revisions'
import { readingText } from '@/lib/text/document'
import { parseReadingDoc } from '@/lib/text/reading-schema'
import { renderReading } from '@/lib/text/render'
import { segmentsOf } from '@/lib/text/segments'

/**
 * Everything that the page of a reading shows to an actor on one shelf, or of one assignment. Throws NotFound.
 * Fourteen queries, one more in a course, whatever the size, two more for who read an earlier revision, three more in an assignment.
 */
export async function loadRoom(actor: Actor, slug: string, place: RoomPlace) {
  // Before anything is read: what changes from then on comes over the stream.
  const cursor = formatCursor(await hub().position())
  const row = await readingFor(actor, slug)
  const revision = row.currentRevision
  if (!revision) throw new NotFound()
  const { shelves, group, task } = await placeIn(actor, row, place)
  const groupId = group?.id ?? null
  const shelf = {
    readingId: row.id,
    revisionId: revision.id,
    groupId,
    assignmentId: task?.id ?? null,
  }
  const [sections, json, ranges, counts, position, listed, waiting, debates, staff, assigned] =
    await Promise.all([
      sectionsOfRevision(revision.id),
      revisionDoc(revision.id),
      coveredRanges(actor, shelf),
      sectionCounts(actor, shelf),
      positionFor(actor, row.id),
      firstListed(actor, { ...shelf, reading: row }),
      anchorReviewCount(actor, row.id),
      group && !task ? debatesOn({ reading: row, groupId: group.id }) : [],
      staffIn(group),
      assignedHere(actor, { task, groupId, readingId: row.id }),
    ])
  const since = await revisedSince(row, position?.seenId ?? null)
  const reading = presentReading(actor, row, sections)
  const doc = parseReadingDoc(json)
  const text = readingText(doc)
  const segments = segmentsOf(ranges)
  return {
    reading,
    group: group && { ...group, staff },
    shelves,
    position,
    listed,
    waiting,
    since,
    text,
    counts,
    segments,
    bars: debates.map(presentBar),
    ...assigned,
    // The opening has no heading to carry its id; the sections of the revision know it.
    rendered: renderReading(doc, segments).map((section, at) => ({
      ...section,
      sectionId: section.sectionId ?? sections[at]?.sectionId ?? 'opening',
    })),
    start: {
      me: actor.kind === 'signed-in' ? { id: actor.personId, name: actor.name } : null,
      reading: textShown(reading, since && position ? position.offset : null),
      group: group && { id: group.id, slug: group.slug, name: group.name, kind: group.kind, staff },
      assignment: assigned.assignment && taskShown(assigned.assignment, assigned.circles, sections),
      may: rightsHere(actor, { reading: row, group, task }),
      segments: [...segments],
      counts: [...counts],
      cursor,
    },
  }
}

function textShown(
  { id, slug, title, language, revision, sections }: ReturnType<typeof presentReading>,
  unseenAt: number | null,
) {
  return {
    ...{ id, slug, title, language, sections, unseenAt },
    revisionId: revision.id,
    revision: revision.number,
  }
}

/** What was published since a reader read the text; null when that is the newest, or he never did. */
async function revisedSince(reading: ReadingRow, seenId: string | null) {
  const current = reading.currentRevision
  if (seenId === null || current === null || seenId === current.id) return null
  const [seen, newest] = await Promise.all([
    revisionWithId(reading, seenId),
    revisionWithId(reading, current.id),
  ])
  return { from: seen.number, by: newest.createdBy.name, message: newest.message }
}

export type LoadedRoom = Awaited<ReturnType<typeof loadRoom>>

async function staffIn(group: Shelf | null) {
  return group ? staffOf(group) : []
}

function rightsHere(
  actor: Actor,
  {
    reading,
    group,
    task,
  }: {
    readonly reading: ReadingRow
    readonly group: Shelf | null
    readonly task: AssignmentRow | null
  },
) {
  return task ? rightsFor(actor, task, now()) : rightsOn(actor, reading, group)
}

function rightsOn(actor: Actor, reading: ReadingRow, group: Shelf | null) {
  const visibilities = (['private', 'group', 'public'] as const).filter((visibility) =>
    can(actor, 'annotation.create', { reading, group, visibility }),
  )
  return { annotate: personOf(actor) !== null && visibilities.length > 0, visibilities }
}

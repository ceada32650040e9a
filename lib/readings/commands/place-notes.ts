import 'server-only'
import type { Placement } from '@/lib/annotations/place'
import { now } from '@/lib/clock'
import { type Db, db, transaction } from '@/lib/db/client'
import { record } from '@/lib/events/record'
import { placed, type TextStep } from '@/lib/revisions/placing'
import { stepOf } from '@/lib/revisions/queries/placing'
import { placeMarks, type StandingNote, standingNotes } from '@/lib/revisions/queries/standing'
import { reportOf } from '@/lib/revisions/report'
import { evidencePlaces, storeEvidencePlaces } from './place-evidence'
import { keepFormerPlaces, storePlaces, storePositions } from './store-places'

// The job that makes a revision the current one. Nearly all of the work is done before anything is locked; what was written meanwhile
// is placed under the lock. Writers of notes wait for the lock at their thread's key on the reading, and find the new revision then.

/**
 * Places all notes of a reading, of all groups, in a revision that waits for it, and makes it the current one: in one transaction, once,
 * however often it is called.
 */
export async function placeNotes(revisionId: string): Promise<void> {
  const revision = await waiting(db(), revisionId)
  const step = revision && (await stepOf(revisionId))
  if (!revision?.baseId || !step) return
  const { readingId, baseId } = revision
  const marks = await placeMarks(db(), readingId)
  const notes = await standingNotes(readingId)
  const places = placedById(notes, step)
  const offsets = await positionsIn(readingId, step)
  const evidence = await evidencePlaces(baseId, step)
  await transaction(async (tx) => {
    await lock(tx, readingId)
    if (!(await waiting(tx, revisionId))) return
    const late = await lateNotes(tx, readingId, marks)
    for (const [id, place] of placedById(late, step)) places.set(id, place)
    await keepFormerPlaces(tx, { readingId, revisionId: baseId })
    await storePlaces(tx, places)
    await storePositions(tx, readingId, offsets)
    await storeEvidencePlaces(tx, revisionId, evidence)
    const standing = new Map([...notes, ...late].map((note) => [note.id, note]))
    await makeCurrent(tx, { ...revision, places, standing })
  })
}

/** Gives a revision up whose notes could not be placed: the reading stays as it is and may be revised anew. */
export async function giveUp(revisionId: string): Promise<void> {
  await transaction(async (tx) => {
    const revision = await waiting(tx, revisionId)
    if (!revision) return
    await tx.revision.updateMany({
      where: { id: revisionId },
      data: { queuedAt: null, failedAt: now() },
    })
    await tx.reading.updateMany({
      where: { id: revision.readingId, publishingId: revisionId },
      data: { publishingId: null },
    })
  })
}

type Waiting = {
  readonly id: string
  readonly readingId: string
  readonly baseId: string | null
  readonly createdById: string
}

function waiting(tx: Db, revisionId: string): Promise<Waiting | null> {
  return tx.revision.findFirst({
    where: { id: revisionId, queuedAt: { not: null } },
    select: { id: true, readingId: true, baseId: true, createdById: true },
  })
}

// FOR UPDATE waits for every note whose thread is already in, and makes those that are not wait.
async function lock(tx: Db, readingId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM readings WHERE id = ${readingId}::uuid FOR UPDATE`
}

async function lateNotes(
  tx: Db,
  readingId: string,
  before: ReadonlyMap<string, string>,
): Promise<readonly StandingNote[]> {
  const marks = await placeMarks(tx, readingId)
  const late = Array.from(marks).filter(([id, mark]) => before.get(id) !== mark)
  return late.length === 0
    ? []
    : standingNotes(
        readingId,
        late.map(([id]) => id),
      )
}

function placedById(notes: readonly StandingNote[], step: TextStep): Map<string, Placement> {
  const places = placed(notes, step)
  return new Map(
    notes.flatMap(({ id }, at) => {
      const place = places[at]
      return place ? [[id, place]] : []
    }),
  )
}

type Current = Waiting & {
  readonly places: ReadonlyMap<string, Placement>
  readonly standing: ReadonlyMap<string, StandingNote>
}

async function makeCurrent(
  tx: Db,
  { id, readingId, createdById, places, standing }: Current,
): Promise<void> {
  const shown = [...places].filter(([note]) => standing.get(note)?.deletedAt === null)
  await tx.revision.updateMany({
    where: { id },
    data: { queuedAt: null, report: reportOf(shown.map(([, place]) => place)) },
  })
  await tx.reading.updateMany({
    where: { id: readingId },
    data: { currentRevisionId: id, publishingId: null },
  })
  await record(tx, {
    kind: 'reading.revised',
    actorId: createdById,
    subjectId: id,
    readingId,
    at: now(),
  })
}

// Where people stopped reading is led along like a note on the words that follow.
const WORDS_AHEAD = 60

async function positionsIn(
  readingId: string,
  step: TextStep,
): Promise<ReadonlyMap<string, number>> {
  const positions = await db().readingPosition.findMany({
    where: { readingId },
    select: { personId: true, offset: true },
  })
  const { text } = step.from
  const marks = positions.map(({ personId, offset }) => {
    const start = Math.min(offset, Math.max(0, text.length - 1))
    const end = Math.min(text.length, start + WORDS_AHEAD)
    const nothing = { similarity: null, placed: null, prefix: null, suffix: null }
    const sectionId = step.from.sections.findLast((section) => section.start <= start)?.sectionId
    return {
      ...nothing,
      id: personId,
      start,
      end,
      exact: text.slice(start, end),
      state: 'exact' as const,
      sectionId: sectionId ?? null,
      madeSectionId: null,
    }
  })
  const places = placed(marks, { ...step, known: new Map() })
  return new Map(
    marks.map(({ id }, at) => [id, places[at]?.start ?? sectionStart(places[at], step)]),
  )
}

function sectionStart(place: Placement | undefined, { to }: TextStep): number {
  return to.sections.find(({ sectionId }) => sectionId === place?.sectionId)?.start ?? 0
}

import 'server-only'
import type { AnchorState } from '@/lib/annotations/anchor-state'
import { now } from '@/lib/clock'
import { type Db, db, transaction } from '@/lib/db/client'
import { type CitedPassage, citedPassages } from '@/lib/debates/queries/evidence'
import { revisionNews } from '@/lib/revisions/news'
import { evidencePlacesApart, placedApart } from '@/lib/revisions/placed-apart'
import type { TextStep } from '@/lib/revisions/placing'
import {
  annotationAnchors,
  placeMarks,
  type StoredAnnotationAnchor,
  stoppedIn,
} from '@/lib/revisions/queries/annotation-anchors'
import { stepOf } from '@/lib/revisions/queries/placing'
import { reportOf } from '@/lib/revisions/report'
import { stopMarks, stopOffsets } from '@/lib/revisions/stops'
import { storeEvidencePlaces } from './place-evidence'
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
  const notes = await annotationAnchors(readingId)
  const stops = stopMarks(await stoppedIn(readingId), step)
  const all = await placedApart({ notes: [...notes, ...stops], step })
  const places = byId(notes, all)
  const offsets = stopOffsets(stops, all.slice(notes.length), step)
  const passages = await citedPassages(db(), readingId)
  const cited = await evidencePlacesApart({ cited: passages, step })
  await transaction(async (tx) => {
    await lock(tx, readingId)
    if (!(await waiting(tx, revisionId))) return
    const late = await lateNotes(tx, readingId, marks)
    for (const [id, place] of await placedById(late, step)) places.set(id, place)
    await keepFormerPlaces(tx, { readingId, revisionId: baseId })
    await storePlaces(tx, places)
    await storePositions(tx, readingId, offsets)
    const lateCited = await lateEvidence(tx, readingId, { before: passages, step })
    await storeEvidencePlaces(tx, revisionId, new Map([...cited, ...lateCited]))
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
): Promise<readonly StoredAnnotationAnchor[]> {
  const marks = await placeMarks(tx, readingId)
  const late = Array.from(marks).filter(([id, mark]) => before.get(id) !== mark)
  return late.length === 0
    ? []
    : annotationAnchors(
        readingId,
        late.map(([id]) => id),
      )
}

// A citation is made or taken away, never altered.
async function lateEvidence(
  tx: Db,
  readingId: string,
  {
    before,
    step,
  }: {
    readonly before: readonly CitedPassage[]
    readonly step: NonNullable<Awaited<ReturnType<typeof stepOf>>>
  },
): ReturnType<typeof evidencePlacesApart> {
  const known = new Set(before.map(({ id }) => id))
  const late = (await citedPassages(tx, readingId)).filter(({ id }) => !known.has(id))
  return evidencePlacesApart({ cited: late, step })
}

async function placedById(
  notes: readonly StoredAnnotationAnchor[],
  step: TextStep,
): Promise<Map<string, AnchorState>> {
  return byId(notes, await placedApart({ notes, step }))
}

function byId(
  notes: readonly StoredAnnotationAnchor[],
  places: readonly AnchorState[],
): Map<string, AnchorState> {
  return new Map(
    notes.flatMap(({ id }, at) => {
      const place = places[at]
      return place ? [[id, place]] : []
    }),
  )
}

type Current = Waiting & {
  readonly places: ReadonlyMap<string, AnchorState>
  readonly standing: ReadonlyMap<string, StoredAnnotationAnchor>
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
  await revisionNews.record(tx, {
    kind: 'reading.revised',
    actorId: createdById,
    subjectId: id,
    readingId,
    at: now(),
  })
}

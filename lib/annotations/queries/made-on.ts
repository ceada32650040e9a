import 'server-only'
import type { AnchorState } from '@/lib/annotations/anchor-state'
import { type Passage, passageOf, type SentTarget } from '@/lib/annotations/target'
import { db } from '@/lib/db/client'
import { Invalid } from '@/lib/errors'
import { isId } from '@/lib/ids'
import { type RevisionText, revisionText } from '@/lib/readings/queries/revisions'
import { placedApart } from '@/lib/revisions/placed-apart'
import type { AnnotationAnchor } from '@/lib/revisions/placing'
import { sectionAt } from '@/lib/text/document'
import { locate } from '@/lib/text/selectors'

// Where a note is made. Mostly on the text as it is now; but somebody may have read an earlier one, in a page that stood open or by a
// program that fetched it a while ago. Then the note is made on that text, and led from there to where its words stand now.

/** Where a note stands: in the revision that it is made on, and now. */
export type Made = {
  /** The revision that it is made on. */
  readonly revisionId: string
  /** Its words there; null for a note that is on no passage. */
  readonly passage: Passage | null
  /** Its place in the current revision. */
  readonly place: AnchorState
  /** Its place in the revision that it is made on, when that is not the current one. */
  readonly former: AnchorState | null
}

export type MadeInput = {
  readonly target?: (SentTarget & { readonly revisionId?: string | undefined }) | undefined
  readonly sectionId?: string | undefined
}

type OfReading = { readonly id: string; readonly currentRevision: { readonly id: string } }

/**
 * Where a note on a passage, a section or the whole reading stands. Throws Invalid when words or section are not there. No query in the
 * common case, where the current text is kept in memory and the words stand in it.
 */
export async function madeOn(reading: OfReading, input: MadeInput): Promise<Made> {
  const currentId = reading.currentRevision.id
  const now = await revisionText(currentId)
  const { target } = input
  if (target === undefined) return madeBeside(reading, now, input.sectionId)
  const revisionId = await revisionRead(reading, now, target)
  if (revisionId === currentId) {
    const passage = passageOf(now.text, target)
    return { revisionId, passage, place: placeOf(now, passage), former: null }
  }
  const then = await revisionText(revisionId)
  const passage = passageOf(then.text, target)
  const former = placeOf(then, passage)
  const note = { ...former, ...passage, id: '', madeSectionId: former.sectionId }
  return { revisionId, passage, former, place: await carriedOver(note, then, now) }
}

function placeOf({ sections }: RevisionText, { start, end }: Passage): AnchorState {
  const sectionId = sectionAt(sections, start)?.sectionId ?? null
  return { start, end, sectionId, state: 'exact', similarity: null, placed: null }
}

async function carriedOver(
  note: AnnotationAnchor,
  from: RevisionText,
  to: RevisionText,
): Promise<AnchorState> {
  const [place] = await placedApart({ notes: [note], step: { from, to, known: new Map() } })
  return place ?? note
}

// The revision that is named; else the current one, unless a position is sent at which the words stand only in an earlier one.
async function revisionRead(
  reading: OfReading,
  now: RevisionText,
  target: NonNullable<MadeInput['target']>,
): Promise<string> {
  const currentId = reading.currentRevision.id
  if (target.revisionId !== undefined) {
    return target.revisionId === currentId
      ? currentId
      : requirePublished(reading, target.revisionId)
  }
  if (target.start === undefined || standsThere(now.text, target)) return currentId
  for (const { id } of await earlierRevisions(reading)) {
    if (standsThere((await revisionText(id)).text, target)) return id
  }
  return currentId
}

function standsThere(text: string, target: SentTarget): boolean {
  const place = locate(text, target)
  return place.kind === 'found' && place.start === target.start
}

async function requirePublished(reading: OfReading, revisionId: string): Promise<string> {
  const found = (await earlierRevisions(reading)).find(({ id }) => id === revisionId)
  if (found) return found.id
  throw new Invalid('revision', 'This reading has no such revision. Your note is not lost.')
}

// Far enough back for a page that was left open over a weekend of revising.
const LOOKED_BACK = 50

function earlierRevisions(reading: OfReading): Promise<{ id: string }[]> {
  return db().revision.findMany({
    where: { readingId: reading.id, queuedAt: null, failedAt: null },
    orderBy: { number: 'desc' },
    take: LOOKED_BACK,
    select: { id: true },
  })
}

const NOWHERE = { start: null, end: null, similarity: null, placed: null }

async function madeBeside(
  reading: OfReading,
  now: RevisionText,
  sectionId: string | undefined,
): Promise<Made> {
  const here = { revisionId: reading.currentRevision.id, passage: null, former: null }
  const known = sectionId === undefined || now.sections.some((one) => one.sectionId === sectionId)
  const place = { ...NOWHERE, sectionId: sectionId ?? null, state: 'exact' as const }
  if (known) return { ...here, place }
  const revision = await lastWith(reading, sectionId)
  if (!revision) throw new Invalid('section', 'This reading has no such section.')
  return {
    ...here,
    revisionId: revision,
    former: place,
    place: { ...place, sectionId: null, state: 'lost' },
  }
}

async function lastWith(reading: OfReading, sectionId: string): Promise<string | null> {
  if (!isId(sectionId)) return null
  const row = await db().revisionSection.findFirst({
    where: { sectionId, revision: { readingId: reading.id, queuedAt: null, failedAt: null } },
    orderBy: { revision: { number: 'desc' } },
    select: { revisionId: true },
  })
  return row?.revisionId ?? null
}

import 'server-only'
import { holdPictures } from '@/lib/assets/hold-pictures'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Conflict, Invalid } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { newId } from '@/lib/ids'
import { enqueue } from '@/lib/jobs/enqueue'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import type { ReadingRow } from '@/lib/readings/queries/reading-row'
import { readingFor } from '@/lib/readings/queries/readings'
import { revisionDoc, revisionText } from '@/lib/readings/queries/revisions'
import type { RevisionInput } from '@/lib/revisions/contract'
import { type Next, wantedText } from '@/lib/revisions/queries/next-text'
import { type RevisionRow, revisionWithId } from '@/lib/revisions/queries/revisions'

/**
 * Sends a new revision on its way: it is kept at once, its notes are placed by a job, and then it is the current one. Throws Conflict
 * with both texts when the base is not current any more, and while another one is on its way.
 */
export async function publishRevision(actor: SignedIn, input: RevisionInput): Promise<RevisionRow> {
  const reading = await readingFor(actor, input.id)
  authorize(actor, 'reading.edit', reading)
  const next = await wantedText(reading, input)
  await requireCurrentBase(reading, input.baseRevisionId, next)
  await requireChange(reading, next)
  const id = newId()
  await transaction(async (tx) => {
    await takeTurn(tx, reading, { id, baseId: input.baseRevisionId })
    await storeRevision(tx, { id, reading, actor, input, next })
    await holdPictures(tx, { actor, readingId: reading.id, doc: next.doc })
    await enqueue(tx, { name: 'place-notes', key: id, payload: { revisionId: id } })
  })
  return revisionWithId(reading, id)
}

/** Throws Conflict, with the present text and the one sent, when the base is not the current revision. */
export async function requireCurrentBase(
  { currentRevision }: ReadingRow,
  baseId: string,
  { text }: Next,
): Promise<void> {
  if (currentRevision?.id === baseId) return
  const current = currentRevision && {
    revisionId: currentRevision.id,
    number: currentRevision.number,
    text: (await revisionText(currentRevision.id)).text,
  }
  throw new Conflict(
    'stale-base',
    'Another revision was published meanwhile. Nothing of yours is lost: compare the two texts.',
    { current, yours: { text } },
  )
}

async function requireChange({ currentRevision }: ReadingRow, { doc }: Next): Promise<void> {
  const present = await revisionDoc(currentRevision?.id ?? '')
  if (canonical(present) === canonical(doc)) {
    throw new Invalid('no-change', 'This says just what the present revision says.')
  }
}

// JSON out of the database has its keys in an order of its own.
function canonical(json: unknown): string {
  return JSON.stringify(json, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

// One statement decides between two who publish at once.
async function takeTurn(
  tx: Db,
  reading: ReadingRow,
  { id, baseId }: { readonly id: string; readonly baseId: string },
): Promise<void> {
  const { count } = await tx.reading.updateMany({
    where: { id: reading.id, currentRevisionId: baseId, publishingId: null, deletedAt: null },
    data: { publishingId: id },
  })
  if (count === 1) return
  throw new Conflict(
    'publishing',
    'Another revision is being published at this moment. Wait until it is there, and look at it first.',
  )
}

type Stored = {
  readonly id: string
  readonly reading: ReadingRow
  readonly actor: SignedIn
  readonly input: RevisionInput
  readonly next: Next
}

async function storeRevision(tx: Db, { id, reading, actor, input, next }: Stored): Promise<void> {
  const { _max } = await tx.revision.aggregate({
    where: { readingId: reading.id },
    _max: { number: true },
  })
  const at = now()
  await tx.revision.createMany({
    data: {
      id,
      readingId: reading.id,
      number: (_max.number ?? 0) + 1,
      doc: next.doc,
      text: next.text,
      words: next.words,
      message: input.message,
      createdById: actor.personId,
      createdAt: at,
      baseId: input.baseRevisionId,
      restoresId: next.restoresId,
      edits: next.edits === null ? Prisma.DbNull : next.edits.map((run) => [...run]),
      queuedAt: at,
    },
  })
  await tx.section.createMany({
    data: next.sections.map(({ sectionId }) => ({ id: sectionId, readingId: reading.id })),
    skipDuplicates: true,
  })
  await tx.revisionSection.createMany({
    data: next.sections.map(({ sectionId, ordinal, level, title, start, end }) => ({
      revisionId: id,
      sectionId,
      ordinal,
      level,
      title,
      start,
      end,
    })),
  })
}

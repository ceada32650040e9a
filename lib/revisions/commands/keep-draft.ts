import 'server-only'
import { holdPictures } from '@/lib/assets/hold-pictures'
import { now } from '@/lib/clock'
import { type Db, db, transaction } from '@/lib/db/client'
import { Conflict, Invalid } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { readingFor } from '@/lib/readings/queries/readings'
import type { DraftInput } from '@/lib/revisions/contract'
import { presentDraft } from '@/lib/revisions/present'
import { type DraftRow, draftOf } from '@/lib/revisions/queries/drafts'
import { revisionWithId } from '@/lib/revisions/queries/revisions'
import { checkedReadingDoc } from '@/lib/text/reading-schema'

/** Saves the draft of a reading over the version it was made from. A stale version is a Conflict that carries the draft as it is. */
export async function keepDraft(actor: SignedIn, input: DraftInput): Promise<DraftRow> {
  const reading = await readingFor(actor, input.id)
  authorize(actor, 'reading.edit', reading)
  const base = await revisionWithId(reading, input.baseRevisionId)
  if (base.queuedAt || base.failedAt) throw new Invalid('base', 'That revision was not published.')
  const doc = checkedReadingDoc(input.doc)
  const fields = {
    baseId: base.id,
    doc,
    edits: input.edits ?? Prisma.DbNull,
    updatedById: actor.personId,
    updatedAt: now(),
  }
  const kept = await transaction(async (tx) => {
    await holdPictures(tx, { actor, readingId: reading.id, doc })
    return store(tx, reading.id, { version: input.version, fields })
  })
  const draft = await draftOf(reading.id)
  if (kept && draft) return draft
  throw new Conflict(
    'stale-draft',
    'Somebody else saved this draft meanwhile, or published it. What you wrote is kept here: compare the two.',
    { current: draft && presentDraft(draft) },
  )
}

type Stored = {
  readonly version: number
  readonly fields: Omit<Prisma.ReadingDraftCreateManyInput, 'readingId' | 'version'>
}

/** Whether the draft was stored: it was still of the version that this one replaces. */
async function store(tx: Db, readingId: string, { version, fields }: Stored): Promise<boolean> {
  const { count } =
    version === 0
      ? await tx.readingDraft.createMany({
          data: { readingId, version: 1, ...fields },
          skipDuplicates: true,
        })
      : await tx.readingDraft.updateMany({
          where: { readingId, version },
          data: { version: { increment: 1 }, ...fields },
        })
  return count === 1
}

/** Throws the draft of a reading away. Doing it twice changes nothing. */
export async function discardDraft(actor: SignedIn, readingId: string): Promise<void> {
  const reading = await readingFor(actor, readingId)
  authorize(actor, 'reading.edit', reading)
  await db().readingDraft.deleteMany({ where: { readingId: reading.id } })
}

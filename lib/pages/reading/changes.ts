import 'server-only'
import { anchorReviewCount } from '@/lib/annotations/queries/anchor-review'
import { hangingNotes } from '@/lib/annotations/queries/hanging'
import { currentActor } from '@/lib/auth/session'
import { NotFound } from '@/lib/errors'
import { can } from '@/lib/policy/rules'
import { readingFor } from '@/lib/readings/queries/readings'
import { revisionText } from '@/lib/readings/queries/revisions'
import { changesApart } from '@/lib/revisions/placed-apart'
import { presentRevision } from '@/lib/revisions/present'
import {
  listRevisions,
  type RevisionRow,
  revisionNumbered,
} from '@/lib/revisions/queries/revisions'

// To compare with: as many as fit a row of choices.
const OFFERED = 4

/** What changed between two revisions of a reading, with the notes that the actor sees beside it. Throws NotFound. */
export async function loadChanges(slug: string, asked: { from?: string; to?: string }) {
  const actor = await currentActor()
  const reading = await readingFor(actor, slug)
  const newest = reading.currentRevision?.number ?? 1
  const to = await published(reading, numberIn(asked.to) ?? newest)
  const from = await published(reading, numberIn(asked.from) ?? to.number - 1)
  const [before, after, notesBefore, notesAfter, others, waiting] = await Promise.all([
    revisionText(from.id),
    revisionText(to.id),
    hangingNotes(actor, reading.id, asOf(from)),
    hangingNotes(actor, reading.id, asOf(to)),
    listRevisions(reading, { limit: OFFERED + 1 }),
    anchorReviewCount(actor, reading.id),
  ])
  const mayEdit = can(actor, 'reading.edit', reading)
  return {
    actor,
    reading,
    from: presentRevision(from, mayEdit),
    to: presentRevision(to, mayEdit),
    others: others.items
      .filter(({ id }) => id !== to.id)
      .slice(0, OFFERED)
      .map((row) => presentRevision(row, mayEdit)),
    sections: await changesApart({ before, after, language: reading.language }),
    text: after.text,
    hanging: { before: notesBefore, after: notesAfter },
    waiting: to.isCurrent ? waiting : 0,
    mayEdit,
  }
}

function asOf({ id, isCurrent }: RevisionRow): string | null {
  return isCurrent ? null : id
}

async function published(
  reading: Parameters<typeof revisionNumbered>[0],
  number: number,
): Promise<RevisionRow> {
  const revision = await revisionNumbered(reading, number)
  if (revision.queuedAt || revision.failedAt) throw new NotFound()
  return revision
}

function numberIn(word: string | undefined): number | null {
  if (word === undefined) return null
  const number = Number(word)
  if (!Number.isInteger(number) || number < 1 || number > 1_000_000) throw new NotFound()
  return number
}

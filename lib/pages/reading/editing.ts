import 'server-only'
import * as z from 'zod'
import { hangingNotes } from '@/lib/annotations/queries/hanging'
import { NotFound } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import { presentReading } from '@/lib/readings/present'
import type { ReadingRow } from '@/lib/readings/queries/reading-row'
import { readingFor, sectionsOfRevision } from '@/lib/readings/queries/readings'
import { revisionDoc, revisionText } from '@/lib/readings/queries/revisions'
import { presentDraft } from '@/lib/revisions/present'
import { draftOf } from '@/lib/revisions/queries/drafts'
import { revisionWithId } from '@/lib/revisions/queries/revisions'
import { textDirection } from '@/lib/text/direction'
import { readingText } from '@/lib/text/document'
import type { KeptRun } from '@/lib/text/kept-runs'
import { parseReadingDoc } from '@/lib/text/reading-schema'
import { runsByWords } from '@/lib/text/runs-by-words'

const docShape = z.record(z.string(), z.any())

/** Everything that the editor of a reading begins with; `start` is null for somebody who may read it but not edit. Throws NotFound. */
export async function loadEdit(actor: SignedIn, slug: string) {
  const row = await readingFor(actor, slug)
  const current = row.currentRevision
  if (!current) throw new NotFound()
  const reading = presentReading(actor, row, await sectionsOfRevision(current.id))
  if (!can(actor, 'reading.edit', row)) return { reading, start: null }
  const text = await textToEdit(row, current.id)
  const base = await revisionWithId(row, text.baseId)
  const notes = await hangingNotes(actor, row.id, base.isCurrent ? null : base.id)
  const start = {
    personId: actor.personId,
    reading: {
      id: reading.id,
      slug: reading.slug,
      language: reading.language,
      direction: textDirection(reading.direction, reading.language),
    },
    base: { id: base.id, number: base.number, isCurrent: base.isCurrent, text: text.baseText },
    currentId: current.id,
    currentNumber: current.number,
    doc: docShape.parse(text.doc),
    kept: text.kept,
    version: text.version,
    notes: notes.map(({ id, start, end, authorName, words }) => ({
      id,
      start,
      end,
      authorName,
      words,
    })),
  }
  return { reading, start }
}

type ToEdit = {
  readonly baseId: string
  readonly baseText: string
  readonly doc: unknown
  readonly kept: readonly KeptRun[]
  readonly version: number
}

// A draft that says what was published already is one that was published.
async function textToEdit(reading: ReadingRow, currentId: string): Promise<ToEdit> {
  const row = await draftOf(reading.id)
  const { text } = await revisionText(currentId)
  const anew = {
    baseId: currentId,
    baseText: text,
    doc: await revisionDoc(currentId),
    kept: wholeOf(text),
  }
  if (!row) return { ...anew, version: 0 }
  const draft = presentDraft(row)
  const now = readingText(parseReadingDoc(draft.doc)).text
  if (draft.baseRevisionId !== currentId && now === text) return { ...anew, version: draft.version }
  const base = await revisionText(draft.baseRevisionId)
  const kept = draft.edits ?? runsByWords(base.text, now, reading.language)
  return {
    baseId: draft.baseRevisionId,
    baseText: base.text,
    doc: draft.doc,
    kept,
    version: draft.version,
  }
}

function wholeOf(text: string): KeptRun[] {
  return [[0, 0, text.length]]
}

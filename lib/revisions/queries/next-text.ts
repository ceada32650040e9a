import 'server-only'
import * as z from 'zod'
import { Conflict, Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { ReadingRow } from '@/lib/readings/queries/reading-row'
import { revisionDoc, revisionText } from '@/lib/readings/queries/revisions'
import type { TextRead } from '@/lib/readings/read-text'
import { readTextApart } from '@/lib/readings/read-text-apart'
import type { PreviewInput } from '@/lib/revisions/contract'
import { knownSections, type NextText, nextText } from '@/lib/revisions/next-text'
import { presentDraft } from '@/lib/revisions/present'
import type { KeptRun } from '@/lib/text/kept-runs'
import { draftOf } from './drafts'
import { revisionNumbered, sectionIdsEver } from './revisions'

export type Next = NextText & { readonly restoresId: string | null; readonly words: number }

/**
 * The text that a request wants to publish, as it would be. Throws Invalid for a request that names none or several, Conflict for a
 * draft that was saved anew meanwhile, NotFound for a revision that is not there.
 */
export async function wantedText(reading: ReadingRow, input: PreviewInput): Promise<Next> {
  const ways = [input.source, input.restores, input.draftVersion].filter((way) => way !== undefined)
  if (ways.length !== 1) {
    throw new Invalid('source', 'Send one of source, restores and draftVersion. Nothing was saved.')
  }
  if (input.restores !== undefined) return restored(reading, input.restores)
  const { doc, words, edits } = await written(reading, input)
  const current = await revisionText(reading.currentRevision?.id ?? '')
  const identities = {
    known: knownSections(current.text, current.sections),
    ever: await sectionIdsEver(reading.id),
    newId,
  }
  return { ...nextText(doc, identities, edits), words, restoresId: null }
}

type Written = TextRead & { readonly edits: readonly KeptRun[] | null }

async function written(reading: ReadingRow, input: PreviewInput): Promise<Written> {
  if (input.source) {
    const read = await readTextApart({ source: input.source, language: reading.language })
    return { ...read, edits: null }
  }
  const draft = await draftOf(reading.id)
  if (!draft || draft.version !== input.draftVersion) {
    throw new Conflict('stale-draft', 'The draft was saved anew meanwhile. Look at it first.', {
      current: draft && presentDraft(draft),
    })
  }
  const { edits } = presentDraft(draft)
  return { ...(await keptText(reading, draft.doc)), edits }
}

function keptText({ language }: ReadingRow, doc: unknown): Promise<TextRead> {
  const value = z.record(z.string(), z.unknown()).parse(doc)
  return readTextApart({ source: { format: 'tiptap', value }, language })
}

// Word for word what it was, its sections among it.
async function restored(reading: ReadingRow, number: number): Promise<Next> {
  const revision = await revisionNumbered(reading, number)
  if (revision.queuedAt || revision.failedAt || revision.isCurrent) {
    throw new Invalid('restores', 'Only an earlier revision can be published again.')
  }
  const { text, sections } = await revisionText(revision.id)
  const read = await keptText(reading, await revisionDoc(revision.id))
  return { ...read, text, sections, edits: null, restoresId: revision.id }
}

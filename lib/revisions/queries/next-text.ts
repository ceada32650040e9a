import 'server-only'
import { Conflict, Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { ReadingRow } from '@/lib/readings/queries/readings'
import { revisionDoc, revisionText } from '@/lib/readings/queries/revisions'
import type { PreviewInput } from '@/lib/revisions/contract'
import { knownSections, type NextText, nextText } from '@/lib/revisions/next-text'
import { presentDraft } from '@/lib/revisions/present'
import type { DocNode } from '@/lib/text/doc-node'
import type { KeptRun } from '@/lib/text/kept-runs'
import { readingFromMarkdown } from '@/lib/text/markdown'
import { parseReadingDoc } from '@/lib/text/reading-schema'
import { draftOf } from './drafts'
import { revisionNumbered, sectionIdsEver } from './revisions'

export type Next = NextText & { readonly restoresId: string | null }

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
  const { doc, edits } = await written(reading, input)
  const current = await revisionText(reading.currentRevision?.id ?? '')
  const identities = {
    known: knownSections(current.text, current.sections),
    ever: await sectionIdsEver(reading.id),
    newId,
  }
  return { ...nextText(doc, identities, edits), restoresId: null }
}

type Written = { readonly doc: DocNode; readonly edits: readonly KeptRun[] | null }

async function written(reading: ReadingRow, input: PreviewInput): Promise<Written> {
  if (input.source) {
    const { format, value } = input.source
    const doc = format === 'markdown' ? readingFromMarkdown(value) : parseReadingDoc(value)
    return { doc, edits: null }
  }
  const draft = await draftOf(reading.id)
  if (!draft || draft.version !== input.draftVersion) {
    throw new Conflict('stale-draft', 'The draft was saved anew meanwhile. Look at it first.', {
      current: draft && presentDraft(draft),
    })
  }
  const { edits } = presentDraft(draft)
  return { doc: parseReadingDoc(draft.doc), edits }
}

// Word for word what it was, its sections among it.
async function restored(reading: ReadingRow, number: number): Promise<Next> {
  const revision = await revisionNumbered(reading, number)
  if (revision.queuedAt || revision.failedAt || revision.isCurrent) {
    throw new Invalid('restores', 'Only an earlier revision can be published again.')
  }
  const { text, sections } = await revisionText(revision.id)
  const doc = parseReadingDoc(await revisionDoc(revision.id))
  return { doc, text, sections, edits: null, restoresId: revision.id }
}

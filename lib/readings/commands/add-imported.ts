import 'server-only'
import * as z from 'zod'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import { partShape } from '@/lib/importing/contract'
import { MOST_CHAPTERS } from '@/lib/importing/import'
import { type ImportRow, importDoc, importFor } from '@/lib/importing/queries'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import type { ReadingDetails } from '@/lib/readings/contract'
import type { ReadingRow } from '@/lib/readings/queries/reading-row'
import { readingFor } from '@/lib/readings/queries/readings'
import { readTextApart } from '@/lib/readings/read-text-apart'
import type { DocNode } from '@/lib/text/doc-node'
import { addDoc, shelfFor } from './add-reading'

const parts = partShape.array()
const stored = z.record(z.string(), z.unknown())

type Input = ReadingDetails & { readonly divide: 'whole' | 'chapters' }

/**
 * Saves a text that was brought in: as one reading, or one for each chapter, all of them or none. Throws Conflict for an import that is
 * not ready or was saved already, also by a second request at the same moment.
 */
export async function addImported(
  actor: SignedIn,
  importId: string,
  { divide, ...input }: Input,
): Promise<readonly ReadingRow[]> {
  const row = await importFor(actor, importId)
  authorize(actor, 'import.change', row)
  const group = await shelfFor(actor, input)
  const read = (value: Readonly<Record<string, unknown>>) =>
    readTextApart({ source: { format: 'tiptap', value }, language: input.language ?? 'en' })
  const whole = await read(stored.parse(await importDoc(actor, importId)))
  const texts =
    divide === 'whole'
      ? [{ title: input.title, ...whole }]
      : await Promise.all(
          chaptersOf(row, whole.doc, input.title).map(async ({ title, doc }) => ({
            title,
            ...(await read(doc)),
          })),
        )
  const ids = await transaction(async (tx) => {
    await claim(tx, row.id)
    const made: string[] = []
    for (const { title, ...text } of texts) {
      made.push(await addDoc(tx, { actor, input: { ...input, title }, ...text, group }))
    }
    await tx.import.updateMany({ where: { id: row.id }, data: { readingId: made[0] ?? null } })
    return made
  })
  return Promise.all(ids.map((id) => readingFor(actor, id)))
}

// One statement decides between two that save at once; the document is not needed any more.
async function claim(tx: Db, importId: string): Promise<void> {
  const claimed = await tx.$executeRaw`
    UPDATE imports SET saved_at = ${now()}, source = NULL, doc = NULL
    WHERE id = ${importId}::uuid AND ready_at IS NOT NULL AND saved_at IS NULL AND cancelled_at IS NULL`
  if (claimed === 0) throw new Conflict('import-saved', 'This text was saved already, or dropped.')
}

const TITLE_MAXIMUM = 500

function chaptersOf(row: ImportRow, doc: DocNode, title: string) {
  const chapters = parts.parse(row.parts)
  if (chapters.length < 2) {
    throw new Conflict(
      'no-chapters',
      'This text has no chapters to be divided by. Save it as one reading.',
    )
  }
  if (chapters.length > MOST_CHAPTERS) {
    throw new Conflict(
      'too-many-chapters',
      `A book of more than ${MOST_CHAPTERS} chapters is not divided. Save it as one reading.`,
    )
  }
  return chapters.map((part) => ({
    title: `${title}: ${part.title}`.slice(0, TITLE_MAXIMUM),
    doc: { type: 'doc', content: doc.content?.slice(part.from, part.to) ?? [] },
  }))
}

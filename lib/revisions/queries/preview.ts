import 'server-only'
import { Conflict } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { readingFor } from '@/lib/readings/queries/readings'
import type { PreviewInput } from '@/lib/revisions/contract'
import { placedApart } from '@/lib/revisions/placed-apart'
import { type Report, reportOf } from '@/lib/revisions/report'
import { annotationAnchors } from './annotation-anchors'
import { wantedText } from './next-text'
import { stepTo } from './placing'

/** What publishing a text would do to the notes of a reading, in numbers. Changes nothing. */
export async function previewOf(
  actor: SignedIn,
  input: PreviewInput,
): Promise<{ readonly report: Report; readonly words: number }> {
  const reading = await readingFor(actor, input.id)
  authorize(actor, 'reading.edit', reading)
  const current = reading.currentRevision
  if (!current) throw new Conflict('no-text', 'This reading has no text yet.')
  const next = await wantedText(reading, input)
  const notes = (await annotationAnchors(reading.id)).filter(({ deletedAt }) => deletedAt === null)
  const step = await stepTo(current.id, next)
  const report = reportOf(await placedApart({ notes, step }))
  return { report, words: next.words }
}

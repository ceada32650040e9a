import * as z from 'zod'
import { type DraftShape, editsShape, type RevisionShape, reportShape } from './contract'
import type { DraftRow } from './queries/drafts'
import type { RevisionRow } from './queries/revisions'

/**
 * A revision as it is shown to those who may edit the reading and to the others. How many notes it moved is told to the former:
 * that number counts every note, also those that others cannot see.
 */
export function presentRevision(row: RevisionRow, mayEdit: boolean): RevisionShape {
  const { id, readingId, number, message, words, createdAt, createdBy } = row
  const report = reportShape.safeParse(row.report)
  return {
    id,
    readingId,
    number,
    message,
    words,
    createdAt: createdAt.toISOString(),
    createdBy,
    status: statusOf(row),
    isCurrent: row.isCurrent,
    base: row.base,
    restores: row.restores,
    report: mayEdit && report.success ? report.data : null,
  }
}

/** A draft, alike for all who may edit the reading. */
export function presentDraft(row: DraftRow): DraftShape {
  const edits = editsShape.nullable().safeParse(row.edits)
  return {
    readingId: row.readingId,
    baseRevisionId: row.baseId,
    version: row.version,
    doc: z.record(z.string(), z.any()).parse(row.doc),
    edits: edits.success ? edits.data : null,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: row.updatedBy,
  }
}

function statusOf({ queuedAt, failedAt }: RevisionRow): RevisionShape['status'] {
  if (failedAt) return 'failed'
  return queuedAt ? 'publishing' : 'published'
}

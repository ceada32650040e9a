import { type ImportShape, importShape, metadataShape, partShape, reportShape } from './contract'
import { stateOf } from './import'
import type { ImportRow } from './queries'

const phases = importShape.shape.progress.shape.phase
const parts = partShape.array()

/** An import as its owner sees it; nobody else does. */
export function presentImport(row: ImportRow): ImportShape {
  const state = stateOf(row)
  const isRead = state === 'ready' || state === 'saved'
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    size: row.size,
    createdAt: row.createdAt.toISOString(),
    state,
    progress: {
      phase: phases.safeParse(row.phase).data ?? null,
      done: row.done,
      total: row.total,
    },
    failure:
      row.failedAt === null
        ? null
        : { code: row.failureCode ?? 'unknown', message: row.failureMessage ?? '' },
    form: row.form,
    metadata: isRead ? metadataShape.parse(row.metadata) : null,
    parts: isRead ? parts.parse(row.parts) : [],
    report: isRead ? reportShape.parse(row.report) : null,
    reading: row.reading,
  }
}

import type { ExportShape } from './contract'
import type { ExportRow } from './queries'

/** An archive that somebody asked for, as they see it. */
export function presentExport(row: ExportRow): ExportShape {
  const { id, createdAt, done, total, readyAt, size } = row
  return {
    id,
    createdAt: createdAt.toISOString(),
    done,
    total,
    readyAt: readyAt?.toISOString() ?? null,
    size,
  }
}

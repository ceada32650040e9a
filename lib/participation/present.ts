import type { ParticipationShape } from './contract'
import type { Sheet } from './queries/sheet'

/** Somebody's participation, with the reason of every item. */
export function presentSheet({
  assignment,
  person,
  participation,
  written,
}: Sheet): ParticipationShape {
  const rows = new Map(written.map((row) => [row.id, row]))
  return {
    assignmentId: assignment.id,
    person,
    value: participation.value,
    parts: [...participation.parts],
    items: participation.items.flatMap((item) => {
      const row = rows.get(item.id)
      return row ? [{ ...row, ...item, at: row.at.toISOString() }] : []
    }),
  }
}

// Where a listener stands in the outbox: (transaction id, event id). Ids alone are given at INSERT but seen at COMMIT, so
// "id greater than the last" loses what commits late; ordered by transaction and bounded by the oldest one still running,
// nothing can appear behind a cursor that has passed.

export type EventCursor = { readonly xid: bigint; readonly id: bigint }

const FORM = /^(\d{1,19})-(\d{1,19})$/

/** The cursor as it stands in an SSE `id` field. */
export function formatCursor({ xid, id }: EventCursor): string {
  return `${xid}-${id}`
}

/** The cursor in a `Last-Event-ID`, or null when it is not one of ours. */
export function parseCursor(text: string): EventCursor | null {
  const [, xid, id] = FORM.exec(text) ?? []
  return xid === undefined || id === undefined ? null : { xid: BigInt(xid), id: BigInt(id) }
}

/** Negative when a stands before b. */
export function compareCursors(a: EventCursor, b: EventCursor): number {
  if (a.xid !== b.xid) return a.xid < b.xid ? -1 : 1
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

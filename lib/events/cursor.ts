// Where a listener stands in the outbox. Ids alone are given at INSERT but seen at COMMIT, so "id greater than the last" loses
// what commits late. An event is ordered by (transaction id, event id), and a cursor names the transactions before it that were
// still running when it was read: what they write is told when they end. So nothing is lost, nothing is told twice, and no open
// transaction, of whatever database of the server, holds back the events of others.

/** Of one event, or of everything before it. */
export type Position = { readonly xid: bigint; readonly id: bigint }

export type EventCursor = Position & {
  /** Of which outbox: a database that was restored from a copy has another one. */
  readonly epoch: string
  /** Transactions before this position that may still write, and up to which of their events one has been told. */
  readonly gaps: readonly Position[]
}

const FORM =
  /^([0-9a-f]{1,16})-(\d{1,19})-(\d{1,19})(?:!(\d{1,19}\.\d{1,19}(?:,\d{1,19}\.\d{1,19}){0,999}))?$/
const LARGEST = 2n ** 63n - 1n

/** The cursor as it stands in an SSE `id` field. Gaps are said by how far they lie back, which keeps the line short. */
export function formatCursor({ epoch, xid, id, gaps }: EventCursor): string {
  const open = gaps.map((gap) => `${xid - gap.xid}.${gap.id}`).join(',')
  return `${epoch}-${xid}-${id}${open === '' ? '' : `!${open}`}`
}

/** The cursor in a `Last-Event-ID`, or null when it is not one of ours. */
export function parseCursor(text: string): EventCursor | null {
  const [, epoch, xid, id, open] = FORM.exec(text) ?? []
  if (epoch === undefined || xid === undefined || id === undefined) return null
  const at = { xid: BigInt(xid), id: BigInt(id) }
  const gaps = (open ?? '').split(',').flatMap((gap) => {
    const [back, told] = gap.split('.')
    return back && told ? [{ xid: at.xid - BigInt(back), id: BigInt(told) }] : []
  })
  return [at, ...gaps].every(isPossible) ? { epoch, ...at, gaps } : null
}

/** Whether an event comes after a cursor. */
export function isAfter({ xid, id }: Position, cursor: EventCursor): boolean {
  if (xid !== cursor.xid ? xid > cursor.xid : id > cursor.id) return true
  return cursor.gaps.some((gap) => gap.xid === xid && id > gap.id)
}

/** The cursor after an event, when these transactions were running as it was read. */
export function cursorAfter(
  cursor: EventCursor,
  { xid, id }: Position,
  running: readonly bigint[],
): EventCursor {
  const gap = cursor.gaps.some((one) => one.xid === xid)
  const at = gap || xid < cursor.xid ? cursor : { xid, id }
  const known = cursor.gaps.map((one) => (one.xid === xid ? { xid, id } : one))
  const fresh = running
    .filter((one) => one < at.xid && one >= cursor.xid && !known.some((each) => each.xid === one))
    .map((one) => ({ xid: one, id: 0n }))
  return { epoch: cursor.epoch, xid: at.xid, id: at.id, gaps: [...known, ...fresh] }
}

/** The cursor without the transactions that have ended and whose events have all been told. */
export function withoutEnded(cursor: EventCursor, running: readonly bigint[]): EventCursor {
  const gaps = cursor.gaps.filter(({ xid }) => running.includes(xid))
  return gaps.length === cursor.gaps.length ? cursor : { ...cursor, gaps }
}

function isPossible({ xid, id }: Position): boolean {
  return xid >= 0n && xid <= LARGEST && id <= LARGEST
}

import { log } from '@/lib/log'
import type { Position } from './cursor'

// Transactions that were open when later events were told already. Nobody waits for them, but who runs the server should know:
// what they write is told only when they end.

const LONG_MS = 10_000

type Open = { readonly since: Date; said: boolean }

/** Since when which transactions are open, and a word in the log for those that stay open long. */
export class OpenTransactions {
  private readonly open = new Map<bigint, Open>()

  constructor(private readonly sayLong = logLong) {}

  /** The transactions that are open now. */
  note(gaps: readonly Position[]): void {
    const now = new Set(gaps.map(({ xid }) => xid))
    for (const xid of [...this.open.keys()]) if (!now.has(xid)) this.open.delete(xid)
    for (const xid of now) this.noteOne(xid)
  }

  status(): { readonly openTransactions: number; readonly since: Date | null } {
    const [oldest] = [...this.open.values()].toSorted((a, b) => Number(a.since) - Number(b.since))
    return { openTransactions: this.open.size, since: oldest?.since ?? null }
  }

  private noteOne(xid: bigint): void {
    const known = this.open.get(xid)
    if (!known) {
      this.open.set(xid, { since: new Date(), said: false })
    } else if (!known.said && Date.now() - known.since.getTime() > LONG_MS) {
      known.said = true
      this.sayLong(xid, known.since)
    }
  }
}

function logLong(xid: bigint, since: Date): void {
  log.warn(
    { transaction: String(xid), since },
    'A transaction has been open for more than ten seconds: what it writes is told when it ends.',
  )
}

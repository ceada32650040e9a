// Notes and replies on their way to the server, kept in the browser until they have arrived: they survive a reload, a crash and the end
// of a session. Each is sent under its own key, so that the server takes it once, however often it is sent.

import { del, entries, set } from 'idb-keyval'
import type { OutboxItem } from './outbox-shape'
import type { RoomState } from './state'

type Sender = Pick<RoomState, 'me' | 'reading' | 'group' | 'assignment'>

/** Keeps an item. Says whether that worked. */
export function keepOutgoing(sender: Sender, item: OutboxItem): Promise<boolean> {
  return stored(() => set(keyOf(sender, item.id), item))
}

/** Forgets an item that has arrived or was given up. */
export function forgetOutgoing(sender: Sender, id: string): Promise<boolean> {
  return stored(() => del(keyOf(sender, id)))
}

/** What was left behind by an earlier page of this reading in this group, and for this assignment, oldest first. */
export async function keptOutgoing(sender: Sender): Promise<readonly OutboxItem[]> {
  const prefix = keyOf(sender, '')
  try {
    const { outboxItemShape } = await import('./outbox-shape')
    const found = await entries<string, unknown>()
    return found
      .filter(([key]) => String(key).startsWith(prefix))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, value]) => {
        const item = outboxItemShape.safeParse(value)
        return item.success ? [item.data] : []
      })
  } catch {
    return []
  }
}

// What is written for an assignment must not be sent from a page that is open for none: there it would be for everybody.
function keyOf({ me, reading, group, assignment }: Sender, id: string): string {
  const place = assignment?.id ?? group?.id ?? ''
  return ['outbox', me?.id ?? '', reading.id, place, id].join('/')
}

// A private window may have no storage at all: then asking for it throws.
async function stored(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch {
    return false
  }
}

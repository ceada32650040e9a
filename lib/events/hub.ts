import 'server-only'
import { type Actor, ANONYMOUS, personOf } from '@/lib/policy/actor'
import { compareCursors, type EventCursor } from './cursor'
import { isReadingKind } from './event'
import type { EventMessage } from './message'
import { eventsAfter, isPurged, OUTBOX_BATCH, type OutboxEvent, outboxPosition } from './outbox'
import { onCommit } from './signal'
import { type Subjects, subjectsOf, tell } from './tell'

// One hub a process. It reads the outbox once for all its listeners: at once after a commit of its own process, and every
// 100 ms while anybody listens, for what other processes wrote. A listener who comes back first replays from its own cursor;
// what the hub reads meanwhile waits in its queue, and the cursor sees to it that nothing is told twice.

export type Listener = {
  readonly actor: Actor
  readonly readingId: string
  /** Only what happens in this group; null: everything the actor may see. */
  readonly groupId: string | null
  /** Called with each message in order. */
  readonly send: (message: { cursor: string; data: EventMessage }) => void
  /** Called once when the stream must end: the person's rights changed or the server stops. */
  readonly end: () => void
  /** Called when events from the cursor on are not kept any more: the client must fetch anew. */
  readonly reset: () => void
}

type Batch = { readonly events: readonly OutboxEvent[]; readonly subjects: Subjects }
type Subscriber = { readonly listener: Listener; cursor: EventCursor; waiting: Batch[] | null }

const POLL_MS = 100

class Hub {
  private readonly subscribers = new Set<Subscriber>()
  private cursor: EventCursor | null = null
  private timer: NodeJS.Timeout | null = null
  private reading: Promise<void> | null = null
  private again = false
  private closed = false

  constructor() {
    onCommit(() => this.look())
  }

  /** Where a new listener begins: after everything that is already visible. */
  async position(): Promise<EventCursor> {
    return outboxPosition()
  }

  /** Starts telling a listener what comes after a cursor. Returns how to stop. */
  subscribe(listener: Listener, from: EventCursor): () => void {
    const subscriber: Subscriber = { listener, cursor: from, waiting: [] }
    if (this.closed) {
      listener.end()
      return () => undefined
    }
    this.subscribers.add(subscriber)
    void this.begin(subscriber).catch(() => this.drop(subscriber))
    return () => this.drop(subscriber)
  }

  /** Ends every stream, for a server that stops. */
  close(): void {
    this.closed = true
    for (const { listener } of [...this.subscribers]) listener.end()
    this.subscribers.clear()
    this.rest()
  }

  private drop(subscriber: Subscriber): void {
    if (!this.subscribers.delete(subscriber)) return
    subscriber.listener.end()
    if (this.subscribers.size === 0) this.rest()
  }

  private rest(): void {
    if (this.timer) clearInterval(this.timer)
    this.timer = null
    this.cursor = null
  }

  private async begin(subscriber: Subscriber): Promise<void> {
    this.cursor ??= await outboxPosition()
    this.timer ??= setInterval(() => this.look(), POLL_MS)
    if (await isPurged(subscriber.cursor)) subscriber.listener.reset()
    await this.replay(subscriber)
    const waiting = subscriber.waiting ?? []
    subscriber.waiting = null
    for (const batch of waiting) this.deliver(subscriber, batch)
  }

  private async replay(subscriber: Subscriber): Promise<void> {
    const { readingId } = subscriber.listener
    for (;;) {
      const events = await eventsAfter(subscriber.cursor, readingId)
      if (events.length === 0) return
      this.deliver(subscriber, { events, subjects: await subjectsOf(ANONYMOUS, events) })
      if (events.length < OUTBOX_BATCH) return
    }
  }

  /** Looks into the outbox; a look that is asked for while one runs follows it. */
  private look(): void {
    if (this.subscribers.size === 0) return
    if (this.reading !== null) {
      this.again = true
      return
    }
    this.again = false
    this.reading = this.readOn()
      .catch(() => undefined) // the database is away: the next look tries again from the same cursor
      .finally(() => {
        this.reading = null
        if (this.again) this.look()
      })
  }

  private async readOn(): Promise<void> {
    while (this.cursor) {
      const events = await eventsAfter(this.cursor, null)
      const last = events.at(-1)
      if (!last) return
      const wanted = events.filter((event) => this.isWanted(event))
      const batch = { events: wanted, subjects: await subjectsOf(ANONYMOUS, wanted) }
      for (const subscriber of [...this.subscribers]) {
        if (subscriber.waiting) subscriber.waiting.push(batch)
        else this.deliver(subscriber, batch)
      }
      if (this.cursor) this.cursor = { xid: last.xid, id: last.id }
      if (events.length < OUTBOX_BATCH) return
    }
  }

  private isWanted(event: OutboxEvent): boolean {
    if (event.kind === 'person.changed') return true
    for (const { listener } of this.subscribers) {
      if (listener.readingId === event.readingId) return true
    }
    return false
  }

  private deliver(subscriber: Subscriber, { events, subjects }: Batch): void {
    for (const event of events) {
      if (compareCursors(event, subscriber.cursor) <= 0) continue
      subscriber.cursor = { xid: event.xid, id: event.id }
      if (concernsRights(event, subscriber.listener)) {
        this.drop(subscriber)
        return
      }
      if (!isAbout(event, subscriber.listener)) continue
      const message = tell(subscriber.listener.actor, event, subjects)
      if (message) subscriber.listener.send(message)
    }
  }
}

function concernsRights(event: OutboxEvent, { actor }: Listener): boolean {
  return event.kind === 'person.changed' && event.subjectId === personOf(actor)
}

function isAbout(event: OutboxEvent, { readingId, groupId }: Listener): boolean {
  const inGroup = groupId === null || event.groupId === groupId || isReadingKind(event.kind)
  return event.readingId === readingId && inGroup
}

declare global {
  var colloquyHub: Hub | undefined
}

/** The hub of this process. */
export function hub(): Hub {
  globalThis.colloquyHub ??= new Hub()
  return globalThis.colloquyHub
}

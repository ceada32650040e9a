import 'server-only'
import { log } from '@/lib/log'
import { type Actor, personOf } from '@/lib/policy/actor'
import { type Batch, broadcastOf } from './broadcast'
import { compareCursors, type EventCursor } from './cursor'
import type { Frame } from './frame'
import type { Broadcasts, Concerned } from './news'
import { eventsAfter, isPurged, OUTBOX_BATCH, type OutboxEvent, outboxPosition } from './outbox'
import { onCommit } from './signal'

// One hub a process. It reads the outbox once for all its listeners: at once after a commit of its own process, and every
// 100 ms while anybody listens, for what other processes wrote. A listener who comes back first replays from its own cursor;
// what the hub reads meanwhile waits in its queue, and the cursor sees to it that nothing is told twice.

export type Listener = {
  readonly actor: Actor
  readonly readingId: string
  /** Only what happens in this group; null: everything the actor may see. */
  readonly groupId: string | null
  /** Called with what is told of each event, in order. */
  readonly send: (frame: Frame) => void
  /** Called once when the stream must end: the person's rights changed or the server stops. */
  readonly end: () => void
  /** Called when events from the cursor on are not kept any more: the client must fetch anew. */
  readonly reset: () => void
}

type Subscriber = { readonly listener: Listener; cursor: EventCursor; waiting: Batch[] | null }

const POLL_MS = 100

/** The one reader of the outbox in a process, for all who listen. */
export class Hub {
  private readonly subscribers = new Set<Subscriber>()
  private cursor: EventCursor | null = null
  private timer: NodeJS.Timeout | null = null
  private reading: Promise<void> | null = null
  private again = false
  private closed = false

  constructor(private readonly nouns: readonly Broadcasts[]) {
    onCommit(() => this.poll())
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
    void this.begin(subscriber).catch((err: unknown) => {
      log.error({ err }, 'A stream could not begin: its browser tries again.')
      this.drop(subscriber)
    })
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
    this.timer ??= setInterval(() => this.poll(), POLL_MS)
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
      this.deliver(subscriber, await broadcastOf(this.nouns, events))
      if (events.length < OUTBOX_BATCH) return
    }
  }

  /** Looks into the outbox; a poll that is asked for while one runs follows it. */
  private poll(): void {
    if (this.subscribers.size === 0) return
    if (this.reading !== null) {
      this.again = true
      return
    }
    this.again = false
    this.reading = this.readOn()
      // Only a database that is away: the next poll tries again from the same cursor.
      .catch((err: unknown) => log.error({ err }, 'The outbox could not be read.'))
      .finally(() => {
        this.reading = null
        if (this.again) this.poll()
      })
  }

  private async readOn(): Promise<void> {
    while (this.cursor) {
      const events = await eventsAfter(this.cursor, null)
      const last = events.at(-1)
      if (!last) return
      const wanted = events.filter((event) => this.isWanted(event))
      const batch = await broadcastOf(this.nouns, wanted)
      for (const subscriber of [...this.subscribers]) {
        if (subscriber.waiting) subscriber.waiting.push(batch)
        else this.deliver(subscriber, batch)
      }
      if (this.cursor) this.cursor = { xid: last.xid, id: last.id }
      if (events.length < OUTBOX_BATCH) return
    }
  }

  private isWanted(event: OutboxEvent): boolean {
    if (this.concerns(event)) return true
    for (const { listener } of this.subscribers) {
      if (listener.readingId === event.readingId) return true
    }
    return false
  }

  /** Whose rights an event changes. */
  private concerns(event: OutboxEvent): Concerned | null {
    for (const noun of this.nouns) {
      const concerned = noun.concerns(event)
      if (concerned) return concerned
    }
    return null
  }

  private isAbout(event: OutboxEvent, { readingId, groupId }: Listener): boolean {
    const inGroup =
      groupId === null ||
      event.groupId === groupId ||
      this.nouns.some((noun) => noun.spansGroups(event))
    return event.readingId === readingId && inGroup
  }

  private deliver(subscriber: Subscriber, { events, tell }: Batch): void {
    const { listener } = subscriber
    for (const event of events) {
      if (compareCursors(event, subscriber.cursor) <= 0) continue
      subscriber.cursor = { xid: event.xid, id: event.id }
      const concerned = this.concerns(event)
      if (concerned && isConcerned(listener, concerned)) {
        this.drop(subscriber)
        return
      }
      if (!this.isAbout(event, listener)) continue
      const word = tell(listener.actor, event)
      if (word === 'reset') listener.reset()
      else if (word !== 'nothing') listener.send(word)
    }
  }
}

function isConcerned({ actor, readingId, groupId }: Listener, concerned: Concerned): boolean {
  if ('personId' in concerned) return concerned.personId === personOf(actor)
  if ('readingId' in concerned) return concerned.readingId === readingId
  const isMember = actor.kind === 'signed-in' && actor.memberships.has(concerned.groupId)
  return isMember || groupId === null || groupId === concerned.groupId
}

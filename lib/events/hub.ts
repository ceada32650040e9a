import 'server-only'
import { log } from '@/lib/log'
import { type Actor, personOf } from '@/lib/policy/actor'
import { type Batch, broadcastOf } from './broadcast'
import { type EventCursor, isAfter } from './cursor'
import type { Frame } from './frame'
import type { Broadcasts } from './news'
import { OpenTransactions } from './open-transactions'
import {
  beginOutbox,
  eventsAfter,
  isReplayable,
  type OutboxEvent,
  outboxPosition,
  type ReadEvent,
} from './outbox'
import { onCommit } from './signal'
import { addresseeOf, concernedBy, isConcerned } from './whose'

// One hub a process. It reads the outbox once for all its listeners: at once after a commit of its own process, and every
// 100 ms while anybody listens, for what other processes wrote. Who joins is first told what came between their own cursor and
// the hub's; what the hub reads meanwhile waits in their queue.

export type Listener = {
  readonly actor: Actor
  /** When the right to listen has to be shown again; null: never. */
  readonly expiresAt: Date | null
  /** Null: nothing of any reading, only what is for this person. */
  readonly readingId: string | null
  /** Only what happens in this group; null: everything the actor may see. */
  readonly groupId: string | null
  /** Called with what is told of each event, in order. */
  readonly send: (frame: Frame) => void
  /** Called once when everything has been told that came before they joined. */
  readonly caughtUp?: () => void
  /** Called once when the stream must end. */
  readonly end: () => void
  /** Called when something may have been missed up to a cursor: the client must fetch afresh. */
  readonly reset: (cursor: EventCursor) => void
  /** Who listens now, asked anew; null when they may not listen any more. */
  readonly renew: () => Promise<Actor | null>
}

type Subscriber = {
  readonly listener: Listener
  /** Who they are now. */
  actor: Actor
  /** What they had been told before they joined, and where the hub stood then. */
  readonly from: EventCursor
  joined: EventCursor
  /** What has to wait: while they are told what they missed, and while their rights are read anew. */
  waiting: Batch[] | null
  expiry: NodeJS.Timeout | null
}

const POLL_MS = 100
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The one reader of the outbox in a process, for all who listen. */
export class Hub {
  private readonly subscribers = new Set<Subscriber>()
  private readonly openTransactions = new OpenTransactions()
  private cursor: EventCursor | null = null
  private timer: NodeJS.Timeout | null = null
  private reading: Promise<void> | null = null
  private begun: Promise<void> | null = null
  private again = false
  private closed = false

  constructor(private readonly nouns: readonly Broadcasts[]) {
    onCommit(() => this.poll())
  }

  /** Where a new listener begins: after everything that is already visible. */
  async position(): Promise<EventCursor> {
    await this.begin()
    return outboxPosition()
  }

  /** Starts telling a listener what comes after a cursor. Returns how to stop. */
  subscribe(listener: Listener, from: EventCursor): () => void {
    const { actor } = listener
    const subscriber = { listener, actor, from, joined: from, waiting: [], expiry: null }
    if (this.closed) {
      listener.end()
      return () => undefined
    }
    this.subscribers.add(subscriber)
    void this.join(subscriber).catch((err: unknown) => {
      log.error({ err }, 'A stream could not begin: its browser tries again.')
      this.drop(subscriber)
    })
    return () => this.drop(subscriber)
  }

  /** Ends every stream, for a server that stops. */
  close(): void {
    this.closed = true
    for (const subscriber of [...this.subscribers]) this.drop(subscriber)
  }

  /** How many listen, and since when transactions are open whose events could not be told yet. */
  status(): {
    readonly streams: number
    readonly openTransactions: number
    readonly since: Date | null
  } {
    return { streams: this.subscribers.size, ...this.openTransactions.status() }
  }

  private drop(subscriber: Subscriber): void {
    if (!this.subscribers.delete(subscriber)) return
    if (subscriber.expiry) clearTimeout(subscriber.expiry)
    subscriber.listener.end()
    if (this.subscribers.size > 0) return
    if (this.timer) clearInterval(this.timer)
    this.timer = null
    this.cursor = null
  }

  private begin(): Promise<void> {
    this.begun ??= beginOutbox().catch((err: unknown) => {
      this.begun = null
      throw err
    })
    return this.begun
  }

  private async join(subscriber: Subscriber): Promise<void> {
    const { listener, from } = subscriber
    const isWhole = await isReplayable(from)
    const position = this.cursor ?? (await this.position())
    if (!this.subscribers.has(subscriber)) return
    this.cursor ??= position
    this.timer ??= setInterval(() => this.poll(), POLL_MS)
    subscriber.joined = this.cursor
    subscriber.waiting = []
    if (isWhole) await this.replay(subscriber)
    else listener.reset(subscriber.joined)
    if (this.subscribers.has(subscriber)) listener.caughtUp?.()
    this.release(subscriber)
    this.expire(subscriber)
  }

  private async replay(subscriber: Subscriber): Promise<void> {
    const { listener, from, joined } = subscriber
    const range = { readingId: listener.readingId, until: joined }
    let cursor = from
    for (;;) {
      const read = await eventsAfter(cursor, range)
      const batch = await broadcastOf(this.nouns, read.events)
      for (const event of batch.events) await this.replayOne(subscriber, batch, event)
      if (!read.isFull || !this.subscribers.has(subscriber)) return
      cursor = read.cursor
    }
  }

  private async replayOne(subscriber: Subscriber, batch: Batch, event: ReadEvent): Promise<void> {
    const concerned = concernedBy(this.nouns, event)
    if (!concerned) this.tell(subscriber, batch, event)
    else if (isConcerned(subscriber, concerned)) await this.renewed(subscriber, event.cursor)
  }

  /** Polls the outbox; a poll that is asked for while one runs follows it. */
  private poll(): void {
    if (this.subscribers.size === 0) return
    if (this.reading !== null) {
      this.again = true
      return
    }
    this.again = false
    this.reading = this.readOn()
      // The database is away: the next poll tries again from the same cursor.
      .catch((err: unknown) => log.error({ err }, 'The outbox could not be read.'))
      .finally(() => {
        this.reading = null
        if (this.again) this.poll()
      })
  }

  private async readOn(): Promise<void> {
    while (this.cursor) {
      const from = this.cursor
      const read = await eventsAfter(from)
      this.openTransactions.note(read.cursor.gaps)
      const wanted = read.events.filter((event) => this.isWanted(event))
      const batch = wanted.length === 0 ? null : await broadcastOf(this.nouns, wanted)
      // Everybody left meanwhile, and perhaps somebody came: they begin at another place.
      if (this.cursor !== from) continue
      this.cursor = read.cursor
      if (batch) for (const subscriber of [...this.subscribers]) this.hand(subscriber, batch)
      if (!read.isFull) return
    }
  }

  private isWanted(event: OutboxEvent): boolean {
    if (concernedBy(this.nouns, event)) return true
    const addressee = addresseeOf(this.nouns, event)
    for (const { actor, listener } of this.subscribers) {
      const isTheirs =
        addressee === null
          ? event.readingId !== null && listener.readingId === event.readingId
          : addressee === personOf(actor)
      if (isTheirs) return true
    }
    return false
  }

  private hand(subscriber: Subscriber, batch: Batch): void {
    if (subscriber.waiting) subscriber.waiting.push(batch)
    else this.deliver(subscriber, batch)
  }

  private release(subscriber: Subscriber): void {
    const waiting = subscriber.waiting ?? []
    subscriber.waiting = null
    for (const batch of waiting) this.hand(subscriber, batch)
  }

  private deliver(subscriber: Subscriber, batch: Batch): void {
    for (const [at, event] of batch.events.entries()) {
      if (!isAfter(event, subscriber.joined) || !isAfter(event, subscriber.from)) continue
      const concerned = concernedBy(this.nouns, event)
      if (!concerned) this.tell(subscriber, batch, event)
      else if (isConcerned(subscriber, concerned)) {
        subscriber.waiting = [{ ...batch, events: batch.events.slice(at + 1) }]
        this.renew(subscriber, event.cursor)
        return
      }
    }
  }

  private tell(subscriber: Subscriber, batch: Batch, event: ReadEvent): void {
    const { listener, actor } = subscriber
    const addressee = addresseeOf(this.nouns, event)
    const isTheirs =
      addressee === null ? this.isAbout(event, listener) : addressee === personOf(actor)
    if (!isTheirs) return
    const word = batch.tell(actor, event)
    if (word === 'reset') listener.reset(event.cursor)
    else if (word !== 'nothing') listener.send(word)
  }

  private isAbout(event: OutboxEvent, { readingId, groupId }: Listener): boolean {
    const inGroup =
      groupId === null ||
      event.groupId === groupId ||
      this.nouns.some((noun) => noun.spansGroups(event))
    return readingId !== null && event.readingId === readingId && inGroup
  }

  /** Reads anew who listens, telling them nothing until that is known. */
  private renew(subscriber: Subscriber, cursor: EventCursor | null): void {
    subscriber.waiting ??= []
    void this.renewed(subscriber, cursor)
      .then(() => this.release(subscriber))
      .catch((err: unknown) => {
        log.error({ err }, 'A listener could not be read anew: their stream ends.')
        this.drop(subscriber)
      })
  }

  private async renewed(subscriber: Subscriber, cursor: EventCursor | null): Promise<void> {
    const actor = await subscriber.listener.renew()
    if (!actor) return this.drop(subscriber)
    if (!this.subscribers.has(subscriber)) return
    subscriber.actor = actor
    if (cursor) subscriber.listener.reset(cursor)
  }

  private expire(subscriber: Subscriber): void {
    const { expiresAt } = subscriber.listener
    if (!expiresAt || !this.subscribers.has(subscriber)) return
    const left = Math.max(0, expiresAt.getTime() - Date.now())
    subscriber.expiry = setTimeout(
      () => {
        if (left > LONGEST_TIMER_MS) this.expire(subscriber)
        else this.renew(subscriber, null)
      },
      Math.min(left, LONGEST_TIMER_MS),
    ).unref()
  }
}

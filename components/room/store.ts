// The one place where the state of a reading page lives while it is open. No React: components subscribe to the part they show
// (context.tsx), so that one new note renders one card. What changes is said by pure functions (annotations.ts, threads.ts, …);
// here stand the intentions, and who is told.

import { ignoreErrors } from '@/components/ui/ignore-errors'
import { StateCell } from '@/components/ui/store'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { newId } from '@/lib/ids'
import type { ReplyShape } from '@/lib/threads/contract/threads'
import { withNote, withNotes, withOutgoing, withoutNote, withSettled } from './annotations'
import { EchoBuffer } from './echo-buffer'
import { type Ask, reduced } from './events'
import type { Listener } from './listeners'
import type { RoomMessage } from './live-message'
import { RoomLoading } from './loading'
import { leavesNothing, mergedHere } from './merge'
import type { Change } from './optimistic'
import { withChange, withConfirmed, withoutChange } from './own-changes'
import { choosingPlace, composing, focusedOn, visiting } from './panels'
import { saying } from './presence'
import type { RoomServer } from './server'
import {
  type Filters,
  type Outgoing,
  type Panel,
  type Pending,
  type RoomStart,
  type RoomState,
  roomAt,
} from './state'
import { withSyncedReply } from './threads'

/** The state of one reading page and what may be done to it. Made once for a page. */
export class RoomStore extends StateCell<RoomState> {
  readonly server: RoomServer
  /** Where the outbox stood before this page was made: the line begins there. */
  readonly cursor: string
  readonly #loading: RoomLoading
  readonly #echoes = new EchoBuffer()
  readonly #listeners = new Set<Listener>()
  #renewal: (() => void) | null = null

  constructor(start: RoomStart, server: RoomServer) {
    super(withNotes(roomAt(start), start.notes ?? []))
    this.server = server
    this.cursor = start.cursor
    this.#loading = new RoomLoading(this, server)
  }

  readonly dispatch = (change: (state: RoomState) => RoomState): void =>
    this.put(change(this.getState()))

  /** Opens a note, or closes the open one. */
  focus(id: string | null): void {
    this.dispatch((state) => focusedOn(state, id))
  }

  /** Opens a note that is loaded or not, and brings the reader to it. Rejects with what the server says of it. */
  async visit(id: string): Promise<void> {
    if (!this.getState().notes.has(id)) this.mergeNote(await this.server.note(id))
    this.dispatch((state) => visiting(state, id))
    const target = this.getState().notes.get(id)?.target
    if (target) this.getState().geometry?.reveal(target.start, target.end)
  }

  /** Opens the composer, or closes it. The draft is kept elsewhere. */
  compose(pending: Pending | null): void {
    this.dispatch((state) => composing(state, pending))
  }

  /** The margin has made room for notes that others wrote. */
  settleFresh(ids: readonly string[]): void {
    this.dispatch((state) => withSettled(state, ids))
  }

  showPanel(panel: Panel | null): void {
    this.set({ panel })
  }

  /** Asks for the passage that a note shall stand on; null: it has been chosen, or stays where it is. */
  choosePlace(id: string | null): void {
    this.dispatch((state) => choosingPlace(state, id))
  }

  /** A note as the server answered it. */
  mergeNote(note: AnnotationShape): void {
    this.dispatch((state) =>
      leavesNothing(note)
        ? withoutNote(state, note.id)
        : withNote(state, mergedHere(state, note, 'answer')),
    )
  }

  /** A reply as the server answered it. */
  mergeReply(reply: ReplyShape): void {
    this.dispatch((state) => withSyncedReply(state, reply))
  }

  /** Shows a change at once and drops it when the server does not take it. Rejects with what the server says. */
  async change(subjectId: string, change: Change, asked: () => Promise<void>): Promise<void> {
    const id = newId()
    const moment = this.#loading.now()
    this.dispatch((state) => withChange(state, { id, subjectId, change }))
    try {
      await asked()
    } catch (error) {
      this.dispatch((state) => withoutChange(state, id))
      throw error
    }
    this.dispatch((state) => withConfirmed(state, id))
    // Somebody may have changed the same thing after this reader did: only the server knows how it stands.
    const known = this.getState().syncedNotes.has(subjectId)
    if (known && this.#loading.touchedSince(subjectId, moment)) {
      this.#ask({ for: 'note', id: subjectId })
    }
  }

  /** How what is on its way under this id fares; null: it has arrived, or will not be sent. */
  track(id: string, how: Outgoing | null): void {
    this.dispatch((state) => withOutgoing(state, id, how))
    for (const message of this.#echoes.released(this.getState())) this.#apply(message)
    this.#loading.arrived()
    this.#sendAgain()
  }

  say(words: string): void {
    this.dispatch((state) => saying(state, words))
  }

  /** Asks for the marks and counts anew, soon. */
  recount(): void {
    this.#loading.coverageSoon()
  }

  loadRange(from: number, to: number): Promise<void> {
    return this.#loading.range({ from, to })
  }

  loadBesides(): Promise<void> {
    return this.#loading.besides()
  }

  loadReplies(threadId: string): Promise<void> {
    return this.#loading.replies(threadId)
  }

  setFilters(filters: Filters): void {
    void this.#loading.filter(filters)
  }

  moreListed(): Promise<void> {
    return this.#loading.moreListed()
  }

  refetchCoverage(): Promise<void> {
    return this.#loading.coverage()
  }

  /** Asks the server for everything that is shown once more: after a gap that nobody can fill. */
  refresh(): Promise<void> {
    for (const { refetch } of this.#listeners) refetch()
    return this.#loading.everything()
  }

  /** The line says how it is begun anew. Returns how to take that back. */
  provideRenewal(renewal: () => void): () => void {
    this.#renewal = renewal
    return () => {
      this.#renewal = null
    }
  }

  /** The reader may see more from now on, by the clock: asks for everything once more, and listens with the rights of now. */
  renew(): void {
    this.#renewal?.()
  }

  /** A recorded change, as the live channel tells it. */
  applyEvent(message: RoomMessage): void {
    if (this.#echoes.holds(message, this.getState())) this.#sendAgain()
    else this.#apply(message)
  }

  /** A recorded change as it came, for whoever knows its noun. */
  handOn(raw: unknown): void {
    for (const { hear } of this.#listeners) hear(raw)
  }

  /** Listens to the live channel: debates are loaded later than the page, or not at all. Returns how to stop. */
  addListener(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What the line tells of itself and of the others. */
  hear(change: Partial<Pick<RoomState, 'connection' | 'presence'>>): void {
    this.set(change)
  }

  /** The text says where its passages lie. */
  provideGeometry(geometry: RoomState['geometry']): void {
    this.set({ geometry })
  }

  #apply(message: RoomMessage): void {
    // A reply is about the note that its thread hangs on.
    this.#loading.touch(message.noun === 'threads' ? message.threadId : message.id)
    const { state, asks } = reduced(this.getState(), message)
    this.put(state)
    for (const ask of asks) this.#ask(ask)
  }

  #ask(ask: Ask): void {
    if (ask.for === 'coverage') this.#loading.coverageSoon()
    else if (ask.for === 'listing') this.#loading.listingSoon()
    else if (ask.for === 'note')
      ignoreErrors(this.server.note(ask.id), (note) => this.mergeNote(note))
    else ignoreErrors(this.server.reply(ask.id), (reply) => this.mergeReply(reply))
  }

  #sendAgain(): void {
    for (const { again } of this.#echoes.sentAgain(this.getState())) again()
  }
}

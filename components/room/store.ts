// The one place where the reading room's state lives while a page is open. No React: components subscribe to the part they show
// (context.tsx), so that one new note renders one card. Everything that changes state is an intention below.

import { settle } from '@/components/ui/settle'
import { StateCell } from '@/components/ui/store'
import { soon } from '@/components/ui/throttle'
import type { AnnotationShape } from '@/lib/annotations/contract'
import type { EventMessage } from '@/lib/events/message'
import type { ReplyShape } from '@/lib/threads/contract/threads'
import { type Ask, counted, saying, told } from './live'
import { leavesNothing, mergedAll, mergedHere, placedHere } from './note-merge'
import { withNote, withNotes, withoutNote } from './notes'
import { notesExpected } from './notes-expected'
import { OwnWord } from './own-word'
import type { PassageGeometry } from './passage-geometry'
import type { RoomPort } from './port'
import { type RangeLoader, rangeLoader } from './range-loader'
import {
  type Filters,
  isFiltered,
  type Outgoing,
  type Panel,
  type Pending,
  type RoomStart,
  type RoomState,
  roomAt,
} from './state'
import { NO_REPLIES, type ThreadReplies, withReply } from './thread-replies'

const COVERAGE_PAUSE_MS = 250

/** The state of one reading room and what may be done to it. Made once for a page. */
export class RoomStore extends StateCell<RoomState> {
  readonly #port: RoomPort
  readonly #ranges: RangeLoader
  readonly #coverageSoon: () => void
  readonly #listingSoon: () => void
  readonly #ownWord = new OwnWord()
  /** While everything is asked for once more: the notes that came. */
  #seen: Set<string> | null = null
  /** Rises with every live change of a note, so that an older answer does not undo it. */
  #clock = 0
  readonly #touched = new Map<string, number>()

  constructor(start: RoomStart, port: RoomPort) {
    super(withNotes(roomAt(start), start.notes ?? []))
    this.#port = port
    this.#ranges = rangeLoader(
      async (stretch, most) => {
        const asked = this.#clock
        const { items, nextCursor } = await port.notesIn(stretch, most)
        const untouched = items.filter(({ id }) => (this.#touched.get(id) ?? 0) <= asked)
        return { items: untouched, nextCursor }
      },
      (notes, crowded) => this.#arrived(notes, crowded),
      (stretch) => notesExpected(this.getState(), stretch),
    )
    this.#coverageSoon = soon(() => settle(this.refetchCoverage(), () => {}), COVERAGE_PAUSE_MS)
    this.#listingSoon = soon(() => settle(this.#list(null), () => {}), COVERAGE_PAUSE_MS)
  }

  /** Opens a note, or closes the open one. */
  focus(id: string | null): void {
    if (id !== this.getState().focusedId) this.set({ focusedId: id })
  }

  /** Opens a note that is loaded or not, and brings the reader to it. Rejects with what the server says of it. */
  async visit(id: string): Promise<void> {
    if (!this.getState().notes.has(id)) this.mergeNote(await this.#port.note(id))
    const turn = (this.getState().visit?.turn ?? 0) + 1
    this.set({ focusedId: id, visit: { id, turn } })
    const target = this.getState().notes.get(id)?.target
    if (target) this.getState().geometry?.reveal(target.start, target.end)
  }

  /** Opens the composer, or closes it; a list of other notes makes room for it. The draft is kept elsewhere. */
  compose(pending: Pending | null): void {
    const panel = pending?.target ? null : this.getState().panel
    this.set(pending ? { pending, panel, focusedId: null } : { pending })
  }

  showPanel(panel: Panel | null): void {
    this.set({ panel })
  }

  /** Asks for the passage that a note shall stand on; null: it has been chosen, or stays where it is. */
  choosePlace(id: string | null): void {
    this.set(id === null ? { placing: null } : { placing: id, pending: null, panel: null })
  }

  /** A note as the server answered it. */
  mergeNote(note: AnnotationShape): void {
    const state = this.getState()
    const merged = mergedHere(state, note, 'answer')
    this.put(leavesNothing(note) ? withoutNote(state, note.id) : withNote(state, merged))
  }

  /** A change to a note that is shown before the server has confirmed it. */
  patchNote(id: string, change: Partial<AnnotationShape>): void {
    const note = this.getState().notes.get(id)
    if (note) this.put(withNote(this.getState(), { ...note, ...change }))
  }

  dropNote(id: string): void {
    this.put(withoutNote(this.getState(), id))
  }

  /** A note of one's own before the server knows it: shown and counted at once. */
  addOwn(note: AnnotationShape): void {
    this.put(counted(withNote(this.getState(), note), note))
  }

  /** A note of one's own has arrived and has its own id now. */
  confirmNote(sentId: string, note: AnnotationShape): void {
    const { focusedId, notes, reading } = this.getState()
    const placed = placedHere(note, notes.get(sentId), reading.revisionId)
    const next = withNote(withoutNote(this.getState(), sentId), placed)
    this.put(focusedId === sentId ? { ...next, focusedId: note.id } : next)
  }

  /** How what is on its way under this id fares; null: it has arrived, or will not be sent. */
  track(id: string, how: Outgoing | null): void {
    const outgoing = new Map(this.getState().outgoing)
    if (how) outgoing.set(id, how)
    else outgoing.delete(id)
    this.set({ outgoing })
    for (const message of this.#ownWord.released(this.getState())) this.#apply(message)
    this.#sendAgain()
  }

  say(words: string): void {
    this.put(saying(this.getState(), words))
  }

  /** Asks for the marks and counts anew, soon. */
  recount(): void {
    this.#coverageSoon()
  }

  /** Loads the notes on a stretch of text; what is loaded is not asked for again. */
  loadRange(from: number, to: number): Promise<void> {
    return this.#ranges.load({ from, to })
  }

  /** Loads the notes on the whole reading and on its sections. */
  async loadBesides(): Promise<void> {
    this.#arrived(await this.#port.notesBesides(), null)
  }

  /** Loads the first replies of a thread, or the next ones. */
  async loadReplies(threadId: string): Promise<void> {
    const thread = this.getState().threads.get(threadId)
    if (thread?.status === 'loading') return
    if (thread?.status === 'ready' && thread.nextCursor === null) return
    const known = thread ?? NO_REPLIES
    this.#setThread(threadId, { ...known, status: 'loading' })
    try {
      const page = await this.#port.replies(threadId, known.nextCursor)
      const sofar = this.getState().threads.get(threadId) ?? known
      const replies = page.items.reduce(withReply, sofar.replies)
      this.#setThread(threadId, { replies, nextCursor: page.nextCursor, status: 'ready' })
    } catch {
      this.#setThread(threadId, { ...known, status: 'failed' })
    }
  }

  /** A reply as the server answered it, or as it will be. */
  mergeReply(reply: ReplyShape): void {
    const thread = this.getState().threads.get(reply.threadId)
    if (thread)
      this.#setThread(reply.threadId, { ...thread, replies: withReply(thread.replies, reply) })
  }

  dropReply(threadId: string, id: string): void {
    const thread = this.getState().threads.get(threadId)
    if (!thread) return
    this.#setThread(threadId, {
      ...thread,
      replies: thread.replies.filter((reply) => reply.id !== id),
    })
  }

  /** A recorded change, as the live channel tells it. */
  applyEvent(message: EventMessage): void {
    if (this.#ownWord.holds(message, this.getState())) this.#sendAgain()
    else this.#apply(message)
  }

  /** Asks the server for everything that is shown once more: after a gap that nobody can fill. */
  async refresh(): Promise<void> {
    const open = [...this.getState().threads.keys()]
    this.set({ threads: new Map() })
    await Promise.all([
      this.refetchCoverage(),
      this.#reloadNotes(),
      ...open.map((threadId) => this.loadReplies(threadId)),
    ])
  }

  async refetchCoverage(): Promise<void> {
    this.set(await this.#port.coverage())
  }

  setFilters(filters: Filters): void {
    this.set({
      filters,
      listing: isFiltered(filters) ? { ids: [], nextCursor: null, status: 'loading' } : null,
    })
    if (isFiltered(filters)) void this.#list(null)
  }

  /** The next page of the list that meets the filters. */
  async moreListed(): Promise<void> {
    const cursor = this.getState().listing?.nextCursor
    if (cursor) await this.#list(cursor)
  }

  /** What the line tells of itself and of the others. */
  hear(change: Partial<Pick<RoomState, 'connection' | 'presence'>>): void {
    this.set(change)
  }

  /** The text says where its passages lie. */
  provideGeometry(geometry: PassageGeometry | null): void {
    this.set({ geometry })
  }

  #apply(message: EventMessage): void {
    this.#clock += 1
    this.#touched.set(message.threadId, this.#clock)
    const { state, asks } = told(this.getState(), message)
    this.put(state)
    for (const ask of asks) this.#ask(ask)
  }

  #ask(ask: Ask): void {
    if (ask.for === 'coverage') this.#coverageSoon()
    else if (ask.for === 'listing') this.#listingSoon()
    else if (ask.for === 'note') settle(this.#port.note(ask.id), (note) => this.mergeNote(note))
    else settle(this.#port.reply(ask.id), (reply) => this.mergeReply(reply))
  }

  async #list(cursor: string | null): Promise<void> {
    const { filters, listing } = this.getState()
    if (!listing) return
    this.set({ listing: { ...listing, status: 'loading' } })
    try {
      const page = await this.#port.notesBy(filters, cursor)
      if (this.getState().filters !== filters) return
      this.put(withNotes(this.getState(), mergedAll(this.getState(), page.items)))
      const ids = page.items.map(({ id }) => id)
      const before = cursor === null ? [] : listing.ids
      this.set({
        listing: { ids: [...before, ...ids], nextCursor: page.nextCursor, status: 'ready' },
      })
    } catch {
      if (this.getState().filters === filters)
        this.set({ listing: { ...listing, status: 'failed' } })
    }
  }

  async #reloadNotes(): Promise<void> {
    const before = [...this.getState().notes.keys()]
    const stretches = this.#ranges.forget()
    const seen = new Set<string>()
    this.#seen = seen
    this.set({ crowded: [] })
    await Promise.all([
      this.loadBesides(),
      ...stretches.map(({ from, to }) => this.loadRange(from, to)),
    ])
    this.#seen = null
    const { outgoing, focusedId } = this.getState()
    const gone = before.filter((id) => !seen.has(id) && !outgoing.has(id) && id !== focusedId)
    this.put(gone.reduce(withoutNote, this.getState()))
  }

  #arrived(notes: readonly AnnotationShape[], crowded: { from: number; to: number } | null): void {
    for (const { id } of notes) this.#seen?.add(id)
    this.put(withNotes(this.getState(), mergedAll(this.getState(), notes)))
    if (crowded) {
      const all = [...this.getState().crowded, crowded].toSorted((a, b) => a.from - b.from)
      this.set({ crowded: all })
    }
  }

  #sendAgain(): void {
    for (const { again } of this.#ownWord.sentAgain(this.getState())) again()
  }

  #setThread(threadId: string, thread: ThreadReplies): void {
    this.set({ threads: new Map(this.getState().threads).set(threadId, thread) })
  }
}

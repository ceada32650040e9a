// Brings what is shown from the server, each thing once, and everything once more after a gap that nobody can fill. What the live
// channel told of a note after it was asked for is newer than the answer, and stays.

import { ignoreErrors } from '@/components/ui/ignore-errors'
import { throttle } from '@/components/ui/throttle'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { withNotes, withoutNote } from './annotations'
import { crowdedAt, isSending, notesExpected, withCounted } from './coverage'
import { mergedAll } from './merge'
import { filteredBy } from './panels'
import { type RangeLoader, rangeLoader, type Stretch } from './range-loader'
import type { RoomServer } from './server'
import { type Filters, isNarrowed, type RoomState } from './state'
import { NO_REPLIES, withReply, withThread } from './threads'

const PAUSE_MS = 250

type Held = {
  readonly getState: () => RoomState
  readonly dispatch: (change: (state: RoomState) => RoomState) => void
}

export class RoomLoading {
  readonly #room: Held
  readonly #server: RoomServer
  readonly #ranges: RangeLoader
  /** While everything is asked for once more: the notes that came. */
  #seen: Set<string> | null = null
  /** Marks and counts were wanted while a note was on its way. */
  #owesCoverage = false
  #clock = 0
  readonly #touched = new Map<string, number>()
  /** Asks for the marks and counts anew, soon. */
  readonly coverageSoon = throttle(() => ignoreErrors(this.coverage(), () => {}), PAUSE_MS)
  /** Asks for the list that meets the filters anew, soon. */
  readonly listingSoon = throttle(() => ignoreErrors(this.#list(null), () => {}), PAUSE_MS)

  constructor(room: Held, server: RoomServer) {
    this.#room = room
    this.#server = server
    this.#ranges = rangeLoader(
      async (stretch, most) => {
        const asked = this.#clock
        const { items, nextCursor } = await server.notesIn(stretch, most)
        return { items: items.filter(({ id }) => !this.touchedSince(id, asked)), nextCursor }
      },
      (notes, crowded) => this.#arrived(notes, crowded),
      (stretch) => notesExpected(room.getState(), stretch),
    )
  }

  /** The live channel told of a thread. */
  touch(threadId: string): void {
    this.#clock += 1
    this.#touched.set(threadId, this.#clock)
  }

  /** A moment, to ask later what was told since. */
  now(): number {
    return this.#clock
  }

  touchedSince(threadId: string, moment: number): boolean {
    return (this.#touched.get(threadId) ?? 0) > moment
  }

  /** Loads the notes on a stretch of text; what is loaded is not asked for again. */
  range(stretch: Stretch): Promise<void> {
    return this.#ranges.load(stretch)
  }

  /** Loads the notes on the whole reading and on its sections. */
  async besides(): Promise<void> {
    this.#arrived(await this.#server.notesBesides(), null)
  }

  /**
   * Asks for the marks and counts. An answer that a note may or may not be in, since it was counted here or was on its way
   * meanwhile, is not taken: they are asked for again.
   */
  async coverage(): Promise<void> {
    const { getState, dispatch } = this.#room
    const asked = getState()
    this.#owesCoverage = isSending(asked)
    if (this.#owesCoverage) return
    const coverage = await this.#server.coverage()
    if (getState().countings === asked.countings) dispatch((state) => withCounted(state, coverage))
    else this.coverageSoon()
  }

  /** What was on its way has arrived, or failed. */
  arrived(): void {
    if (this.#owesCoverage) this.coverageSoon()
  }

  /** Loads the first replies of a thread, or the next ones. */
  async replies(threadId: string): Promise<void> {
    const thread = this.#room.getState().threads.get(threadId)
    if (thread?.status === 'loading') return
    if (thread?.status === 'ready' && thread.nextCursor === null) return
    await this.#pageOfReplies(threadId, thread?.nextCursor ?? null)
  }

  /** Sets the filters, and loads what meets them. */
  async filter(filters: Filters): Promise<void> {
    this.#room.dispatch((state) => filteredBy(state, filters))
    await this.#list(null)
  }

  /** The next page of the list that meets the filters. */
  async moreListed(): Promise<void> {
    const cursor = this.#room.getState().listing?.nextCursor
    if (cursor) await this.#list(cursor)
  }

  /** Everything that is shown, once more. What is shown stays until its answer is there, and what is written stays in any case. */
  async everything(): Promise<void> {
    const open = [...this.#room.getState().threads.keys()]
    await Promise.all([
      this.coverage(),
      this.#notesAgain(),
      ...open.map((threadId) => this.#pageOfReplies(threadId, null)),
    ])
  }

  async #pageOfReplies(threadId: string, cursor: string | null): Promise<void> {
    const { dispatch } = this.#room
    dispatch((state) =>
      withThread(
        state,
        threadId,
        () => ({ status: 'loading' }),
        state.threads.get(threadId) ?? NO_REPLIES,
      ),
    )
    try {
      const asked = this.#clock
      const { items, nextCursor } = await this.#server.replies(threadId, cursor)
      const anew = cursor === null && !this.touchedSince(threadId, asked)
      dispatch((state) =>
        withThread(state, threadId, ({ synced }) => ({
          synced: items.reduce(withReply, anew ? [] : synced),
          nextCursor,
          status: 'ready',
        })),
      )
    } catch {
      dispatch((state) => withThread(state, threadId, () => ({ status: 'failed' })))
    }
  }

  async #list(cursor: string | null): Promise<void> {
    const { getState, dispatch } = this.#room
    const { filters, listing } = getState()
    if (!listing) return
    dispatch((state) => ({ ...state, listing: { ...listing, status: 'loading' } }))
    try {
      const [{ items, nextCursor }, coverage] = await Promise.all([
        this.#server.notesBy(filters, cursor),
        isNarrowed(filters) ? this.#server.coverage(filters) : null,
      ])
      if (getState().filters !== filters) return
      const ids = [...(cursor === null ? [] : listing.ids), ...items.map(({ id }) => id)]
      dispatch((state) => ({
        ...withNotes(state, mergedAll(state, items)),
        listing: { ids, nextCursor, status: 'ready', coverage, own: state.listing?.own ?? [] },
      }))
    } catch {
      if (getState().filters !== filters) return
      dispatch((state) => ({ ...state, listing: { ...listing, status: 'failed' } }))
    }
  }

  async #notesAgain(): Promise<void> {
    const before = [...this.#room.getState().syncedNotes.keys()]
    const stretches = this.#ranges.forget()
    const seen = new Set<string>()
    this.#seen = seen
    this.#room.dispatch((state) => ({ ...state, crowded: [] }))
    await Promise.all([this.besides(), ...stretches.map((stretch) => this.range(stretch))])
    this.#seen = null
    const { focusedId } = this.#room.getState()
    const gone = before.filter((id) => !seen.has(id) && id !== focusedId)
    this.#room.dispatch((state) => gone.reduce(withoutNote, state))
  }

  #arrived(notes: readonly AnnotationShape[], crowded: Stretch | null): void {
    for (const { id } of notes) this.#seen?.add(id)
    this.#room.dispatch((state) => {
      const next = withNotes(state, mergedAll(state, notes))
      return crowded ? crowdedAt(next, crowded) : next
    })
  }
}

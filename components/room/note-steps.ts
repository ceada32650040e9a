// From one note to the next: the neighbour among those that are loaded, or the next unread or unresolved one of the whole reading,
// which the server knows.

import type { AnnotationShape } from '@/lib/annotations/contract'
import { shownIds } from './annotations'
import type { NotesLike } from './server'
import type { RoomStore } from './store'

type Where = NotesLike & { readonly towards: 1 | -1 }

/** Where one is among the notes: at one of them, or at a line of the text. */
type Here = Pick<AnnotationShape, 'id'> & { readonly target: { readonly start: number } | null }

/** Opens the note before or after the open one, by place; without an open one the first in view or the last above it. */
export function visitNeighbour(room: RoomStore, towards: 1 | -1): void {
  const { focusedId, notes, geometry } = room.getState()
  const ids = shownIds(room.getState()).filter((id) => notes.get(id)?.target)
  const now = focusedId === null ? -1 : ids.indexOf(focusedId)
  const eye = geometry?.textBetween(scrollY + innerHeight / 4, scrollY + innerHeight).from ?? 0
  const inView = ids.findIndex((id) => (notes.get(id)?.target?.start ?? 0) >= eye)
  const next = now >= 0 ? ids[now + towards] : ids[towards > 0 ? inView : inView - 1]
  if (next) void room.visit(next)
}

/**
 * The next note of a kind by place, after or before the open one or the line that is read; around the end to the other side. Notes on a
 * section or the whole reading stand before those on passages, as they do everywhere. Null when there is no other.
 */
export async function nextNote(
  room: RoomStore,
  { towards, ...like }: Where,
): Promise<string | null> {
  const here = hereIn(room)
  const steps = new Steps(room, like, here)
  const found =
    towards > 0
      ? ((await steps.after(here)) ?? (await steps.after(BEFORE_ALL)))
      : ((await steps.before(here)) ?? (await steps.before(AFTER_ALL)))
  // As it stands in the text of this page, also when that is not the newest.
  if (found) room.mergeNote(found)
  return found?.id ?? null
}

function hereIn(room: RoomStore): Here {
  const { focusedId, notes, geometry } = room.getState()
  const open = notes.get(focusedId ?? '')
  if (open) return open
  const line = geometry?.textBetween(scrollY, scrollY + innerHeight / 3).from ?? 0
  return { id: '', target: { start: line } }
}

const BEFORE_ALL: Here = { id: '', target: null }
const AFTER_ALL: Here = { id: '', target: { start: Number.MAX_SAFE_INTEGER } }
/** In UTF-16 units: how far back one looks first. */
const NEAR = 4_000

/** Walks through the notes of a kind, page by page, as far as it must. */
class Steps {
  readonly #room: RoomStore
  readonly #like: NotesLike
  readonly #here: Here

  constructor(room: RoomStore, like: NotesLike, here: Here) {
    this.#room = room
    this.#like = like
    this.#here = here
  }

  async after(place: Here): Promise<AnnotationShape | null> {
    const stretch = place.target ? { from: place.target.start } : {}
    for await (const note of this.#notes(stretch)) if (isAfter(note, place)) return note
    return null
  }

  async before(place: Here): Promise<AnnotationShape | null> {
    const length = this.#room.getState().reading.sections.at(-1)?.end ?? 0
    const start = Math.min(place.target?.start ?? -1, length)
    for (let width = NEAR, from = start; from > 0; width *= 4) {
      from = Math.max(0, start - width)
      const last = await this.#lastBefore(place, { from, to: start + 1 })
      if (last) return last
    }
    return this.#lastBefore(place, null)
  }

  async #lastBefore(
    place: Here,
    stretch: { readonly from: number; readonly to: number } | null,
  ): Promise<AnnotationShape | null> {
    let last: AnnotationShape | null = null
    for await (const note of this.#notes(stretch ?? {})) {
      if (isAfter(note, place) || (stretch === null && note.target !== null)) break
      last = note
    }
    return last
  }

  async *#notes(stretch: { from?: number; to?: number }): AsyncGenerator<AnnotationShape> {
    let cursor: string | null = null
    do {
      const page = await this.#room.server.notesLike(this.#like, stretch, cursor)
      for (const note of page.items) if (note.id !== this.#here.id) yield note
      cursor = page.nextCursor
    } while (cursor !== null)
  }
}

function isAfter(note: AnnotationShape, { id, target }: Here): boolean {
  const apart = (note.target?.start ?? -1) - (target?.start ?? -1)
  return apart === 0 ? note.id > id : apart > 0
}

// The keys of the text. `m`, or an arrow when one has tabbed to the text, puts a cursor on the paragraph that is read; arrows move
// it, Escape takes it away. What is chosen, by it or by selecting, is highlighted by `h` and commented by `c` or 1 to 5.

import { isTyping } from '@/components/keyboard/is-typing'
import { lettersAct } from '@/components/keyboard/key-switch'
import { listenForKeys } from '@/components/keyboard/letter-keys'
import type { LiveArticle } from '@/components/readings/article/article-context'
import { makeNote } from '@/components/readings/selection/make-note'
import { passageBetween, selectedPassage } from '@/components/readings/selection/selected-passage'
import { WRITTEN_KINDS } from '@/components/room/kind-meta'
import type { NoteKind, Passage } from '@/components/room/state'
import type { RoomStore } from '@/components/room/store'
import { type BlockCursor, type CursorText, chosen, cursorOn, type Span } from './block-cursor'
import { cursorMove } from './cursor-keys'
import { paragraphAt } from './cursor-text'

type Ground = {
  readonly room: RoomStore
  readonly article: LiveArticle
  readonly text: CursorText
  /** Told whenever the cursor comes, moves or goes. */
  readonly moved: (cursor: BlockCursor | null) => void
}

/** Listens. Returns how to stop. */
export function readingKeys({ room, article, text, moved }: Ground): () => void {
  const frame = article.root.parentElement
  let cursor: BlockCursor | null = null
  const moveTo = (next: BlockCursor | null) => {
    cursor = next
    moved(next)
  }
  const begin = () => {
    frame?.focus({ preventScroll: true })
    moveTo(cursorOn(paragraphAt(article.index, article.place.current().eye)))
  }
  const pressed = (event: KeyboardEvent) => {
    if (isTyping(event) || (event.target !== frame && event.target !== document.body)) return
    if (cursor === null) {
      if (event.key !== 'ArrowDown' || !isTabbedTo(frame)) return
      event.preventDefault()
      return begin()
    }
    const next = cursorMove(text, cursor, event)
    if (next === undefined) return
    event.preventDefault()
    moveTo(next)
  }
  const make = (kind: NoteKind) => (event: KeyboardEvent) => {
    if (isTyping(event) || !lettersAct() || !room.getState().may.annotate) return
    const target = cursor ? under(article, chosen(text, cursor)) : selectedPassage(article)
    if (!target) return
    event.preventDefault()
    makeNote(room, kind, target)
    moveTo(null)
  }
  // Only while the passage of a note is being chosen.
  const put = (event: KeyboardEvent) => {
    if (room.getState().placing !== null) make('note')(event)
  }
  const toggle = (event: KeyboardEvent) => {
    if (isTyping(event) || !lettersAct()) return
    if (cursor) moveTo(null)
    else begin()
  }
  window.addEventListener('keydown', pressed)
  const letters = listenForKeys(window, {
    m: toggle,
    h: make('highlight'),
    c: make('note'),
    Enter: put,
    ...Object.fromEntries(WRITTEN_KINDS.map(({ kind }, at) => [String(at + 1), make(kind)])),
  })
  return () => {
    window.removeEventListener('keydown', pressed)
    letters()
  }
}

function under({ index }: LiveArticle, { start, end }: Span): Passage | null {
  return passageBetween(index, start, end)
}

/** A click on the text focuses it too, and then arrows must scroll. */
function isTabbedTo(frame: Element | null): boolean {
  return frame?.matches(':focus-visible') ?? false
}

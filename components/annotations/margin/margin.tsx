'use client'

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { Composer } from '@/components/annotations/card/composer'
import { NoteCard } from '@/components/annotations/card/note-card'
import { useRoom, useRoomStore } from '@/components/room/context'
import type { Pending, RoomState } from '@/components/room/state'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { FoldRow } from './fold-row'
import { COMPOSER, type MarginCard, MarginEngine, type MarginView } from './margin-engine'

/** Notes are loaded by so many characters at once, so that scrolling asks seldom. */
const STEP = 2_000
const NOTHING: MarginView = { cards: [], folds: [] }
const noView = () => NOTHING
const noSubscription = () => () => {}

/** The cards beside the text, each at its passage. */
export function Margin({ compact }: { readonly compact: boolean }) {
  const column = useRef<HTMLDivElement>(null)
  const engine = useMarginEngine(column)
  const pending = useRoom((state) => state.pending)
  const focusedId = useRoom((state) => state.focusedId)
  const composing = pending?.target ? pending : null
  const cards = useMarginCards(composing)
  useEffect(() => {
    engine?.show(cards, composing ? COMPOSER : focusedId, compact)
  }, [engine, cards, composing, focusedId, compact])
  const view = useSyncExternalStore(
    engine?.subscribe ?? noSubscription,
    engine?.getView ?? noView,
    noView,
  )
  return (
    <div className="margin" ref={column}>
      {engine &&
        view.cards.map(({ id, form }) => (
          <Placed key={id} id={id} engine={engine} open={form === 'open'}>
            {id === COMPOSER && composing ? (
              <Composer key={composing.target?.start} pending={composing} />
            ) : (
              <NoteCard id={id} form={form} />
            )}
            {form === 'open' && <span className="elbow" aria-hidden="true" />}
          </Placed>
        ))}
      {engine &&
        view.folds.map((fold) => (
          <Placed key={fold.id} id={fold.id} engine={engine} open={false}>
            <FoldRow fold={fold} />
          </Placed>
        ))}
    </div>
  )
}

function Placed({
  id,
  engine,
  open,
  children,
}: {
  readonly id: string
  readonly engine: MarginEngine
  readonly open: boolean
  readonly children: React.ReactNode
}) {
  const attach = useCallback(
    (element: HTMLDivElement | null) => engine.attach(id, element),
    [engine, id],
  )
  return (
    <div ref={attach} className={open ? 'placed is-open' : 'placed'} data-card={id}>
      {children}
    </div>
  )
}

function useMarginEngine(column: React.RefObject<HTMLDivElement | null>): MarginEngine | null {
  const room = useRoomStore()
  const geometry = useRoom((state) => state.geometry)
  const [engine, setEngine] = useState<MarginEngine | null>(null)
  useEffect(() => {
    if (!geometry || !column.current) return
    const made = new MarginEngine({
      column: column.current,
      geometry,
      reach: (from, to) => {
        const first = Math.floor(from / STEP) * STEP
        // What could not be loaded is asked for again at the next step.
        room.loadRange(first, Math.ceil((to + 1) / STEP) * STEP).catch(() => {})
      },
    })
    setEngine(made)
    return made.start()
  }, [geometry, column, room])
  return engine
}

/** The notes with a passage, in the order of the text, and the composer among them. */
function useMarginCards(composing: Pending | null): readonly MarginCard[] {
  const ids = useRoom(shownIds)
  const room = useRoomStore()
  return useMemo(() => {
    const { notes } = room.getState()
    const cards = ids.flatMap((id) => placedCard(notes.get(id)))
    if (!composing?.target) return cards
    const target = composing.target
    return [...cards, { id: COMPOSER, target }].toSorted((a, b) => a.target.start - b.target.start)
  }, [ids, composing, room])
}

function placedCard(note: AnnotationShape | undefined): MarginCard[] {
  return note?.target ? [{ id: note.id, target: note.target }] : []
}

function shownIds({ order, listing }: RoomState): readonly string[] {
  return listing?.ids ?? order
}

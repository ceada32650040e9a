'use client'

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { Composer } from '@/components/annotations/card/composer'
import { type CardForm, NoteCard } from '@/components/annotations/card/note-card'
import { shownIds } from '@/components/room/annotations'
import { useRoom, useRoomStore } from '@/components/room/context'
import { shownSegments } from '@/components/room/coverage'
import type { RoomPrompt } from '@/components/room/state'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { FoldRow } from './fold-row'
import { composerId, MarginEngine } from './margin-engine'
import type { MarginCard, MarginView } from './margin-view'
import { PromptCard, promptCardId, sectionOfPrompt } from './prompt-card'

/** Notes are loaded by so many characters at once, so that scrolling asks seldom. */
const STEP = 2_000
const NOTHING: MarginView = { cards: [], folds: [], held: 0 }
const noView = () => NOTHING
const noSubscription = () => () => {}

/** The cards beside the text, each at its passage. */
export function Margin({ compact }: { readonly compact: boolean }) {
  const column = useRef<HTMLDivElement>(null)
  const room = useRoomStore()
  const { engine, loading } = useMarginEngine(column)
  const pending = useRoom((state) => state.pending)
  const focusedId = useRoom((state) => state.focusedId)
  const composing = pending?.target ? composerId(pending.target) : null
  const fresh = useRoom((state) => state.fresh)
  const cards = useMarginCards(pending?.target ?? null)
  useEffect(() => {
    engine?.show({ cards, pinnedId: composing ?? focusedId, compact, fresh })
  }, [engine, cards, composing, focusedId, compact, fresh])
  const view = useSyncExternalStore(
    engine?.subscribe ?? noSubscription,
    engine?.getView ?? noView,
    noView,
  )
  return (
    <div className="margin" ref={column}>
      {view.held > 0 && (
        <button
          type="button"
          className="pill margin-pill"
          onClick={() => room.settleFresh([...fresh])}
        >
          {view.held} new
        </button>
      )}
      {loading && view.cards.length === 0 && <LoadingCards />}
      {engine &&
        view.cards.map(({ id, form }) => (
          <Placed key={id} id={id} engine={engine} open={form === 'open'}>
            {id === composing && pending ? (
              <Composer pending={pending} />
            ) : (
              <MarginEntry id={id} form={form} />
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

function MarginEntry({ id, form }: { readonly id: string; readonly form: CardForm }) {
  const prompted = sectionOfPrompt(id)
  if (prompted !== null) return <PromptCard sectionId={prompted} compact={form === 'row'} />
  return <NoteCard id={id} form={form} />
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

/** Until the first notes are there, where some are known to be. */
function LoadingCards() {
  const any = useRoom((state) => shownSegments(state).length > 0)
  if (!any) return null
  return (
    <div className="margin-loading" aria-hidden="true">
      <div className="skeleton note-skeleton" />
      <div className="skeleton note-skeleton" />
    </div>
  )
}

function useMarginEngine(column: React.RefObject<HTMLDivElement | null>) {
  const room = useRoomStore()
  const geometry = useRoom((state) => state.geometry)
  const [engine, setEngine] = useState<MarginEngine | null>(null)
  const [loading, setLoading] = useState(true)
  useEffect(() => {
    if (!geometry || !column.current) return
    const made = new MarginEngine({
      column: column.current,
      geometry,
      reach: (from, to) => {
        const first = Math.floor(from / STEP) * STEP
        // What could not be loaded is asked for again at the next step.
        const loaded = room.loadRange(first, Math.ceil((to + 1) / STEP) * STEP)
        loaded.then(
          () => setLoading(false),
          () => setLoading(false),
        )
      },
      obstacles: () => [...document.querySelectorAll('.section-debate > .debate')],
      settled: (ids) => room.settleFresh(ids),
    })
    setEngine(made)
    return made.start()
  }, [geometry, column, room])
  return { engine, loading }
}

/** The notes with a passage in the order of the text, what is asked of sections, and the composer among them. */
function useMarginCards(composing: MarginCard['target'] | null): readonly MarginCard[] {
  const ids = useRoom(shownIds)
  const assignment = useRoom((state) => state.assignment)
  const room = useRoomStore()
  return useMemo(() => {
    const { notes } = room.getState()
    const cards = ids.flatMap((id) => placedCard(notes.get(id)))
    const prompts = assignment?.prompts.map(promptCard) ?? []
    if (!composing && prompts.length === 0) return cards
    const composer = composing ? [{ id: composerId(composing), target: composing }] : []
    return [...prompts, ...cards, ...composer].toSorted((a, b) => a.target.start - b.target.start)
  }, [ids, composing, room, assignment])
}

function promptCard({ sectionId, start }: RoomPrompt): MarginCard {
  return { id: promptCardId(sectionId), target: { start, end: start + 1 } }
}

function placedCard(note: AnnotationShape | undefined): MarginCard[] {
  return note?.target ? [{ id: note.id, target: note.target }] : []
}

// Arranges the cards of the margin outside of React: reads all anchors and heights in one pass, lays the cards out, writes their
// places in the same frame. React is told only when other cards come into reach or a card changes its form.

import type { CardForm } from '@/components/annotations/card/note-card'
import type { PassageGeometry } from '@/components/room/passage-geometry'
import { denseCards, ROW_HEIGHT } from './margin-density'
import { type Card, layoutAround, type Obstacle } from './margin-layout'
import {
  type Laid,
  type MarginCard,
  type MarginView,
  type MarginWish,
  movesInWindow,
  sameView,
  withFolds,
} from './margin-view'

/** The composer takes part under this id: another one for each passage, so that none stands where the one before it stood. */
export function composerId({ start, end }: MarginCard['target']): string {
  return `composer-${start}-${end}`
}

const GAP = 8
const CLOSED_HEIGHT = 118
/** Screens above and below the window in which cards are rendered. */
const REACH = 2
/** Cards whose passages lie within this part of a screen become rows together. */
const DENSE_WINDOW = 0.6
const EMPTY: MarginView = { cards: [], folds: [], held: 0 }
const NOTHING: MarginWish = { cards: [], pinnedId: null, compact: false, fresh: new Set() }

export class MarginEngine {
  readonly #column: HTMLElement
  readonly #geometry: PassageGeometry
  readonly #reach: (from: number, to: number) => void
  readonly #obstacles: () => readonly Element[]
  readonly #settled: (ids: readonly string[]) => void
  readonly #listeners = new Set<() => void>()
  readonly #elements = new Map<string, HTMLElement>()
  readonly #anchors = new Map<string, number>()
  readonly #heights = new Map<string, number>()
  readonly #sizes: ResizeObserver
  #wish: MarginWish = NOTHING
  #view: MarginView = EMPTY
  /** The arrangement of all cards, until something makes it anew: scrolling does not. */
  #laid: Laid | null = null
  #stale = true
  #frame = 0

  constructor({
    column,
    geometry,
    reach,
    obstacles,
    settled,
  }: {
    readonly column: HTMLElement
    readonly geometry: PassageGeometry
    /** Called with the stretch of text whose notes are in reach. */
    readonly reach: (from: number, to: number) => void
    /** What lies over the column, from top to bottom: open debates. */
    readonly obstacles: () => readonly Element[]
    /** Called with the fresh ones that stand in the margin now. */
    readonly settled: (ids: readonly string[]) => void
  }) {
    this.#column = column
    this.#geometry = geometry
    this.#reach = reach
    this.#obstacles = obstacles
    this.#settled = settled
    this.#sizes = new ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries) {
        const id = target instanceof HTMLElement ? target.dataset.card : undefined
        const height = borderBoxSize[0]?.blockSize
        if (id && height) this.#measured(id, height)
      }
    })
  }

  readonly getView = (): MarginView => this.#view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Watches the page. Returns how to stop. */
  start(): () => void {
    const stop = this.#geometry.observe(() => {
      this.#anchors.clear()
      this.#soon()
    })
    const scrolled = () => this.#nextFrame()
    const resized = () => this.#soon()
    window.addEventListener('scroll', scrolled, { passive: true })
    window.addEventListener('resize', resized)
    this.#soon()
    return () => {
      stop()
      cancelAnimationFrame(this.#frame)
      this.#frame = 0
      window.removeEventListener('scroll', scrolled)
      window.removeEventListener('resize', resized)
      this.#sizes.disconnect()
    }
  }

  show(wish: MarginWish): void {
    this.#wish = wish
    this.#soon()
  }

  /** A rendered card, or null when it has gone. */
  attach(id: string, element: HTMLElement | null): void {
    const before = this.#elements.get(id)
    if (before && before !== element) this.#sizes.unobserve(before)
    if (!element) {
      this.#elements.delete(id)
      return
    }
    this.#elements.set(id, element)
    this.#sizes.observe(element)
    const top = this.#laid?.tops.get(id)
    if (top !== undefined) put(element, top)
  }

  #measured(id: string, height: number): void {
    const form = this.#formOf(id)
    if (form === 'row') return
    const key = `${form}/${id}`
    if (this.#heights.get(key) === height) return
    this.#heights.set(key, height)
    this.#soon()
  }

  #formOf(id: string): CardForm {
    return this.#view.cards.find((card) => card.id === id)?.form ?? 'closed'
  }

  /** Something was moved, measured or changed: all is laid out anew in the next frame. */
  #soon(): void {
    this.#stale = true
    this.#nextFrame()
  }

  #nextFrame(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.#arrange()
    })
  }

  #arrange(): void {
    const screen = window.innerHeight
    const top = scrollY - REACH * screen
    const bottom = scrollY + (REACH + 1) * screen
    const { from, to } = this.#geometry.textBetween(top, bottom)
    this.#reach(from, to)
    const { fresh, pinnedId } = this.#wish
    // What is held back may stand once its neighbours are out of the window.
    if (!this.#laid || this.#stale || fresh.size > 0) this.#laid = this.#layOut()
    this.#stale = false
    const { origin, tops, shown, folds, held } = this.#laid
    const inReach = ({ id }: { readonly id: string }) => {
      const at = (tops.get(id) ?? 0) + origin
      return id === pinnedId || (at > top && at < bottom)
    }
    this.#tell({ cards: shown.filter(inReach), folds: folds.filter(inReach), held })
  }

  #layOut(): Laid {
    const origin = this.#column.getBoundingClientRect().top + scrollY
    const known = this.#placed(origin)
    const { fresh } = this.#wish
    const whole = this.#arranged(known, origin)
    const laid = fresh.size === 0 ? whole : this.#unmoved(whole, known)
    for (const [id, element] of this.#elements) {
      const at = laid.tops.get(id)
      if (at !== undefined) put(element, at)
    }
    return laid
  }

  /** The arrangement with what is fresh, or without it where that would move what is in the window. */
  #unmoved(whole: Laid, known: readonly Card[]): Laid {
    const { fresh, pinnedId } = this.#wish
    const isOpen = pinnedId !== null && fresh.has(pinnedId)
    const before = known.filter(({ id }) => !fresh.has(id))
    const calm = this.#arranged(before, whole.origin)
    if (!isOpen && movesInWindow(calm, whole))
      return { ...calm, held: known.length - before.length }
    const ids = known.flatMap(({ id }) => (fresh.has(id) ? [id] : []))
    if (ids.length > 0) queueMicrotask(() => this.#settled(ids))
    return whole
  }

  #arranged(known: readonly Card[], origin: number): Laid {
    const { pinnedId, compact: always } = this.#wish
    const window = DENSE_WINDOW * globalThis.innerHeight
    const { compact, folds } = denseCards(known, { window, pinnedId, always })
    const folded = new Set(folds.flatMap(({ ids }) => ids))
    const formOf = (id: string): CardForm =>
      id === pinnedId ? 'open' : compact.has(id) ? 'row' : 'closed'
    const cards = known.filter(({ id }) => !folded.has(id))
    const sized = cards.map((card) => this.#sized(card, formOf(card.id)))
    const around = this.#obstacles().map((element) => stretchOf(element, origin))
    const tops = layoutAround(withFolds(sized, folds), around, { pinnedId, gap: GAP })
    return {
      ...{ origin, tops, folds, held: 0 },
      shown: cards.map(({ id }) => ({ id, form: formOf(id) })),
    }
  }

  #sized(card: Card, form: CardForm): Card {
    if (form === 'row') return { ...card, height: ROW_HEIGHT }
    return { ...card, height: this.#heights.get(`${form}/${card.id}`) ?? card.height }
  }

  // Anchors come from the layout once and are kept until something moves.
  #placed(origin: number): readonly Card[] {
    const placed: Card[] = []
    for (const { id, target } of this.#wish.cards) {
      const anchor = this.#anchors.get(id) ?? this.#geometry.topOf(target.start, target.end)
      if (anchor === null) continue
      this.#anchors.set(id, anchor)
      const height = this.#heights.get(`closed/${id}`) ?? CLOSED_HEIGHT
      placed.push({ id, anchor: anchor - origin, height })
    }
    return placed
  }

  #tell(view: MarginView): void {
    if (sameView(view, this.#view)) return
    this.#view = view
    for (const listener of this.#listeners) listener()
  }
}

function stretchOf(element: Element, origin: number): Obstacle {
  const { top, bottom } = element.getBoundingClientRect()
  return { top: top + scrollY - origin, bottom: bottom + scrollY - origin }
}

function put(element: HTMLElement, top: number): void {
  const place = `translateY(${Math.round(top)}px)`
  if (element.style.transform !== place) element.style.transform = place
}

// Arranges the cards of the margin outside of React: reads all anchors and heights in one pass, lays the cards out, writes their
// places in the same frame. React is told only when other cards come into reach or a card changes its form.

import type { CardForm } from '@/components/annotations/card/note-card'
import type { PassageGeometry } from '@/components/room/passage-geometry'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { denseCards, type Fold, ROW_HEIGHT } from './margin-density'
import { type Card, layoutCards } from './margin-layout'

/** The composer takes part under this id. */
export const COMPOSER = 'composer'

export type MarginCard = {
  readonly id: string
  readonly target: Pick<NonNullable<AnnotationShape['target']>, 'start' | 'end'>
}

export type MarginView = {
  /** The cards in reach, in the order of the text. */
  readonly cards: readonly { readonly id: string; readonly form: CardForm }[]
  /** Rows that stand for the notes that found no room. */
  readonly folds: readonly Fold[]
}

type Laid = {
  /** The top of the column on the page. */
  readonly origin: number
  readonly tops: ReadonlyMap<string, number>
  readonly shown: MarginView['cards']
  readonly folds: readonly Fold[]
}

const GAP = 8
const CLOSED_HEIGHT = 118
/** Screens above and below the window in which cards are rendered. */
const REACH = 2
/** Cards whose passages lie within this part of a screen become rows together. */
const DENSE_WINDOW = 0.6
const EMPTY: MarginView = { cards: [], folds: [] }

export class MarginEngine {
  readonly #column: HTMLElement
  readonly #geometry: PassageGeometry
  readonly #reach: (from: number, to: number) => void
  readonly #listeners = new Set<() => void>()
  readonly #elements = new Map<string, HTMLElement>()
  readonly #anchors = new Map<string, number>()
  readonly #heights = new Map<string, number>()
  readonly #sizes: ResizeObserver
  #cards: readonly MarginCard[] = []
  #pinnedId: string | null = null
  #compact = false
  #view: MarginView = EMPTY
  /** The arrangement of all cards, until something makes it anew: scrolling does not. */
  #laid: Laid | null = null
  #stale = true
  #frame = 0

  constructor({
    column,
    geometry,
    reach,
  }: {
    readonly column: HTMLElement
    readonly geometry: PassageGeometry
    /** Called with the stretch of text whose notes are in reach. */
    readonly reach: (from: number, to: number) => void
  }) {
    this.#column = column
    this.#geometry = geometry
    this.#reach = reach
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

  /** The cards in the order of the text, the open one among them, and whether all shall be rows. */
  show(cards: readonly MarginCard[], pinnedId: string | null, compact: boolean): void {
    this.#cards = cards
    this.#pinnedId = pinnedId
    this.#compact = compact
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
    if (!this.#laid || this.#stale) this.#laid = this.#layOut()
    this.#stale = false
    const { origin, tops, shown, folds } = this.#laid
    const inReach = ({ id }: { readonly id: string }) => {
      const at = (tops.get(id) ?? 0) + origin
      return id === this.#pinnedId || (at > top && at < bottom)
    }
    this.#tell({ cards: shown.filter(inReach), folds: folds.filter(inReach) })
  }

  #layOut(): Laid {
    const origin = this.#column.getBoundingClientRect().top + scrollY
    const known = this.#placed(origin)
    const { compact, folds } = denseCards(known, {
      window: DENSE_WINDOW * window.innerHeight,
      pinnedId: this.#pinnedId,
      always: this.#compact,
    })
    const folded = new Set(folds.flatMap(({ ids }) => ids))
    const formOf = (id: string): CardForm =>
      id === this.#pinnedId ? 'open' : compact.has(id) ? 'row' : 'closed'
    const cards = known.filter(({ id }) => !folded.has(id))
    const sized = cards.map((card) => this.#sized(card, formOf(card.id)))
    const tops = layoutCards(withFolds(sized, folds), { pinnedId: this.#pinnedId, gap: GAP })
    for (const [id, element] of this.#elements) {
      const at = tops.get(id)
      if (at !== undefined) put(element, at)
    }
    return { origin, tops, shown: cards.map(({ id }) => ({ id, form: formOf(id) })), folds }
  }

  #sized(card: Card, form: CardForm): Card {
    if (form === 'row') return { ...card, height: ROW_HEIGHT }
    return { ...card, height: this.#heights.get(`${form}/${card.id}`) ?? card.height }
  }

  // Anchors come from the layout once and are kept until something moves.
  #placed(origin: number): readonly Card[] {
    const placed: Card[] = []
    for (const { id, target } of this.#cards) {
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

/** The cards with the rows of what is folded, each after the last card that is shown before it. */
function withFolds(cards: readonly Card[], folds: readonly Fold[]): readonly Card[] {
  if (folds.length === 0) return cards
  const rows = new Map(folds.map((fold) => [fold.after, fold]))
  return cards.flatMap((card) => {
    const fold = rows.get(card.id)
    return fold ? [card, { id: fold.id, anchor: card.anchor, height: ROW_HEIGHT }] : [card]
  })
}

function put(element: HTMLElement, top: number): void {
  const place = `translateY(${Math.round(top)}px)`
  if (element.style.transform !== place) element.style.transform = place
}

function sameView(a: MarginView, b: MarginView): boolean {
  return (
    a.cards.length === b.cards.length &&
    a.folds.length === b.folds.length &&
    a.cards.every(
      ({ id, form }, index) => b.cards[index]?.id === id && b.cards[index]?.form === form,
    ) &&
    a.folds.every(
      ({ id, ids }, index) =>
        b.folds[index]?.id === id && b.folds[index]?.ids.length === ids.length,
    )
  )
}

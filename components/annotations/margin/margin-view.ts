// What the margin is asked to show and what it shows, as plain data, and how two of these compare. Pure but for the window's height.

import type { CardForm } from '@/components/annotations/card/note-card'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { type Fold, ROW_HEIGHT } from './margin-density'
import type { Card } from './margin-layout'

export type MarginCard = {
  readonly id: string
  readonly target: Pick<NonNullable<AnnotationShape['target']>, 'start' | 'end'>
}

export type MarginView = {
  /** The cards in reach, in the order of the text. */
  readonly cards: readonly { readonly id: string; readonly form: CardForm }[]
  /** Rows that stand for the notes that found no room. */
  readonly folds: readonly Fold[]
  /** How many that others wrote meanwhile are held back, since they would move what is in the window. */
  readonly held: number
}

/** What stands in the margin: the cards in the order of the text, and how. */
export type MarginWish = {
  readonly cards: readonly MarginCard[]
  readonly pinnedId: string | null
  /** Whether all shall be rows. */
  readonly compact: boolean
  /** Those that others wrote meanwhile and that did not stand in the margin yet. */
  readonly fresh: ReadonlySet<string>
}

/** The arrangement of all cards. */
export type Laid = {
  /** The top of the column on the page. */
  readonly origin: number
  readonly tops: ReadonlyMap<string, number>
  readonly shown: MarginView['cards']
  readonly folds: readonly Fold[]
  readonly held: number
}

/** The cards with the rows of what is folded, each after the last card that is shown before it. */
export function withFolds(cards: readonly Card[], folds: readonly Fold[]): readonly Card[] {
  if (folds.length === 0) return cards
  const rows = new Map(folds.map((fold) => [fold.after, fold]))
  return cards.flatMap((card) => {
    const fold = rows.get(card.id)
    return fold ? [card, { id: fold.id, anchor: card.anchor, height: ROW_HEIGHT }] : [card]
  })
}

/** So far above the window a card may begin and still reach into it, in pixels. */
const CARD = 118

/** Whether a card that is in the window would stand elsewhere, or in another form. */
export function movesInWindow(calm: Laid, whole: Laid): boolean {
  const forms = new Map(whole.shown.map(({ id, form }) => [id, form]))
  return calm.shown.some(({ id, form }) => {
    const before = calm.tops.get(id) ?? 0
    const after = whole.tops.get(id) ?? 0
    const isSeen = [before, after].some(
      (top) => top + calm.origin > scrollY - CARD && top + calm.origin < scrollY + innerHeight,
    )
    return isSeen && (Math.abs(before - after) >= 1 || forms.get(id) !== form)
  })
}

export function sameView(a: MarginView, b: MarginView): boolean {
  return (
    a.held === b.held &&
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

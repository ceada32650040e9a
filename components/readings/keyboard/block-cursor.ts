// Choosing words without a mouse: a cursor stands on a whole paragraph or on one of its sentences, and may be stretched from there
// by either. Pure; what the paragraphs and sentences are is asked of the text.

/** Offsets are UTF-16, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number }

export type CursorText = {
  readonly paragraphs: number
  readonly paragraph: (at: number) => Span
  /** The sentences of a paragraph, at least one. */
  readonly sentences: (at: number) => readonly Span[]
}

/** A paragraph by its number, or one of its sentences. */
type Unit = { readonly paragraph: number; readonly sentence: number | null }

/** What is chosen reaches from the unit where it began to the one where it ends, in either direction. */
export type BlockCursor = { readonly anchor: Unit; readonly head: Unit }

export type Step = -1 | 1

/** A cursor on a whole paragraph. */
export function cursorOn(paragraph: number): BlockCursor {
  const unit = { paragraph, sentence: null }
  return { anchor: unit, head: unit }
}

/** To the next or previous paragraph. */
export function byParagraph(text: CursorText, { head }: BlockCursor, step: Step): BlockCursor {
  return cursorOn(clamped(text, head.paragraph + step))
}

/** Into the paragraph's sentences, or to the next or previous one, over the paragraph's edge. */
export function bySentence(text: CursorText, { head }: BlockCursor, step: Step): BlockCursor {
  const unit = nextSentence(text, head, step)
  return { anchor: unit, head: unit }
}

/** Stretches or shrinks what is chosen by a sentence. */
export function extendedBySentence(text: CursorText, cursor: BlockCursor, step: Step): BlockCursor {
  const { anchor, head } = cursor
  const from = head.sentence === null ? edgeSentence(text, head.paragraph, step) : head
  const start =
    anchor.sentence === null ? edgeSentence(text, anchor.paragraph, step === 1 ? -1 : 1) : anchor
  return { anchor: start, head: nextSentence(text, from, step) }
}

/** Stretches or shrinks what is chosen by a paragraph. */
export function extendedByParagraph(
  text: CursorText,
  cursor: BlockCursor,
  step: Step,
): BlockCursor {
  const paragraph = clamped(text, cursor.head.paragraph + step)
  return { anchor: cursor.anchor, head: { paragraph, sentence: null } }
}

/** The stretch of text that is chosen. */
export function chosen(text: CursorText, { anchor, head }: BlockCursor): Span {
  const one = spanOf(text, anchor)
  const other = spanOf(text, head)
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) }
}

function spanOf(text: CursorText, { paragraph, sentence }: Unit): Span {
  const whole = text.paragraph(paragraph)
  return sentence === null ? whole : (text.sentences(paragraph)[sentence] ?? whole)
}

function nextSentence(text: CursorText, { paragraph, sentence }: Unit, step: Step): Unit {
  if (sentence === null) return edgeSentence(text, paragraph, step === 1 ? -1 : 1)
  const next = sentence + step
  if (next >= 0 && next < text.sentences(paragraph).length) return { paragraph, sentence: next }
  const beyond = clamped(text, paragraph + step)
  if (beyond === paragraph) return { paragraph, sentence }
  return edgeSentence(text, beyond, step === 1 ? -1 : 1)
}

/** The first (-1) or last (1) sentence of a paragraph. */
function edgeSentence(text: CursorText, paragraph: number, edge: Step): Unit {
  return { paragraph, sentence: edge === -1 ? 0 : text.sentences(paragraph).length - 1 }
}

function clamped(text: CursorText, paragraph: number): number {
  return Math.min(Math.max(paragraph, 0), text.paragraphs - 1)
}

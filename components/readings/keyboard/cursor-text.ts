import type { TextIndex } from '@/components/readings/article/text-index'
import { sentences } from '@/lib/text/units'
import type { CursorText, Span } from './block-cursor'

/** The article as the keyboard's cursor sees it: a block is a paragraph, divided into sentences by the rules of the language. */
export function cursorText({ blocks, textOf }: TextIndex, language: string): CursorText {
  const block = (at: number): Span => blocks[at] ?? { start: 0, end: 0 }
  return {
    paragraphs: blocks.length,
    paragraph: (at) => ({ start: block(at).start, end: block(at).end }),
    sentences: (at) => {
      const whole = block(at)
      const spans = sentences(textOf(whole.start, whole.end), language).map(({ start, end }) => ({
        start: whole.start + start,
        end: whole.start + end,
      }))
      return spans.length > 0 ? spans : [{ start: whole.start, end: whole.end }]
    },
  }
}

/** The number of the paragraph that an offset lies in. */
export function paragraphAt({ blocks }: TextIndex, offset: number): number {
  return Math.max(
    0,
    blocks.findLastIndex(({ start }) => start <= offset),
  )
}

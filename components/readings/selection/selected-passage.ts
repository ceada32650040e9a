import type { LiveArticle } from '@/components/readings/article/article-context'
import { type TextIndex, touching } from '@/components/readings/article/text-index'
import type { Passage } from '@/components/room/state'

/** The passage between two offsets without white space at its ends; null when there are no words between them. */
export function passageBetween(index: TextIndex, start: number, end: number): Passage | null {
  const blocks = touching(index.blocks, start, end)
  const first = blocks[0]
  const last = blocks.at(-1)
  if (!first || !last) return null
  const from = Math.max(start, first.start)
  const to = Math.min(end, last.end)
  const text = index.textOf(from, to)
  const exact = text.trim()
  if (exact === '') return null
  const lead = text.length - text.trimStart().length
  return { start: from + lead, end: from + lead + exact.length, exact }
}

/** The part of what is selected that lies in the text; null when nothing of it does. */
export function selectedPassage({ root, index }: LiveArticle): Passage | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return null
  const start = root.contains(range.startContainer)
    ? index.offsetAt(range.startContainer, range.startOffset)
    : 0
  const end = root.contains(range.endContainer)
    ? index.offsetAt(range.endContainer, range.endOffset)
    : null
  if (start === null) return null
  return passageBetween(index, start, end ?? Number.MAX_SAFE_INTEGER)
}

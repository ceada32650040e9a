// What is copied from the text is the text: no button, count or bar that stands between its sections comes along.

import type { LiveArticle } from '@/components/readings/article/article-context'
import { textOfBlock, touching } from '@/components/readings/article/text-index'
import { selectedPassage } from './selected-passage'

const OURS = '[data-aside], .section-talk, .section-debate, .section-notes, button'

/** Puts the selected words alone on the clipboard. Returns how to stop. */
export function copyWordsAlone(article: LiveArticle): () => void {
  const copied = (event: ClipboardEvent) => {
    const passage = selectedPassage(article)
    const selection = document.getSelection()
    if (!passage || !selection || !event.clipboardData) return
    const { start, end } = passage
    const blocks = touching(article.index.blocks, start, end)
    if (blocks.length < 2) return
    const words = blocks.map((block) =>
      textOfBlock(block.element).slice(Math.max(0, start - block.start), end - block.start),
    )
    event.clipboardData.setData('text/plain', words.join('\n\n'))
    event.clipboardData.setData('text/html', htmlOf(selection.getRangeAt(0), article.root))
    event.preventDefault()
  }
  document.addEventListener('copy', copied)
  return () => document.removeEventListener('copy', copied)
}

function htmlOf(selected: Range, root: HTMLElement): string {
  const range = selected.cloneRange()
  if (!root.contains(range.startContainer)) range.setStart(root, 0)
  if (!root.contains(range.endContainer)) range.setEnd(root, root.childNodes.length)
  const holder = document.createElement('div')
  holder.append(range.cloneContents())
  for (const ours of holder.querySelectorAll(OURS)) ours.remove()
  return holder.innerHTML
}

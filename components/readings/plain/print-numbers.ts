// On paper there is no margin: the notes stand numbered under their section, and each number stands in the text where its passage
// ends. Put in for the printer and taken out again.

import type { LiveArticle } from '@/components/readings/article/article-context'

/** Numbers the text whenever it is printed. Returns how to stop. */
export function numberForPrint({ root, index }: LiveArticle): () => void {
  const before = () => {
    for (const details of root.querySelectorAll<HTMLDetailsElement>('.section-notes')) {
      details.open = true
      for (const [end, numbers] of numbersByEnd(details)) addNumbers(index, end, numbers)
    }
  }
  const after = () => {
    for (const number of root.querySelectorAll('.note-number')) {
      const { parentNode } = number
      number.remove()
      parentNode?.normalize()
    }
    for (const details of root.querySelectorAll<HTMLDetailsElement>('.section-notes')) {
      details.open = false
    }
  }
  window.addEventListener('beforeprint', before)
  window.addEventListener('afterprint', after)
  return () => {
    window.removeEventListener('beforeprint', before)
    window.removeEventListener('afterprint', after)
  }
}

const ITEMS = ':scope > ol > li'
/** Those that are printed when one's private notes are not. */
const WITHOUT_PRIVATE = ':scope > ol > li:not(.is-private)'

/** The numbers of a section's notes by where their passages end. */
function numbersByEnd(details: HTMLElement): ReadonlyMap<number, readonly number[]> {
  const numbers = new Map<number, number[]>()
  const shown = document.documentElement.dataset.printPrivate === 'off' ? WITHOUT_PRIVATE : ITEMS
  for (const [at, item] of details.querySelectorAll<HTMLElement>(shown).entries()) {
    if (item.dataset.end === undefined) continue
    const end = Number(item.dataset.end)
    numbers.set(end, [...(numbers.get(end) ?? []), at + 1])
  }
  return numbers
}

function addNumbers(index: LiveArticle['index'], end: number, numbers: readonly number[]): void {
  const range = index.rangeOf(end - 1, end)
  if (!range) return
  const sign = document.createElement('sup')
  sign.className = 'note-number'
  sign.dataset.aside = ''
  sign.textContent = numbers.join(', ')
  range.collapse(false)
  range.insertNode(sign)
}

// How far a conversion is, by the characters of a page that have become blocks. What is left out is never passed, so that the last
// step may begin before all are counted.

import type { Progress } from './converted'
import { type HtmlElement, type HtmlRoot, isElement } from './html-tree'

/** What to call with each piece converted; tells of `building`, so many characters of all. */
export function passedOf(
  root: HtmlRoot | HtmlElement,
  progress: Progress,
): (characters: number) => void {
  const total = charactersIn(root)
  let done = 0
  progress('building', done, total)
  return (characters) => {
    done = Math.min(total, done + characters)
    progress('building', done, total)
  }
}

const WORDLESS = new Set(['script', 'style', 'template', 'noscript', 'head'])

function charactersIn(node: HtmlRoot | HtmlElement): number {
  return node.children.reduce((sum, child) => {
    if (child.type === 'text') return sum + child.value.length
    return isElement(child) && !WORDLESS.has(child.tagName) ? sum + charactersIn(child) : sum
  }, 0)
}

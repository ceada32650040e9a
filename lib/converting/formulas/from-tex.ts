// TeX to the tree that is drawn.

import temml from 'temml'
import { firstElement, parseHtml } from '@/lib/converting/html-tree'
import type { MathNode } from '@/lib/text/formulas/mathml'
import { mathFromHtml } from './from-html'

const LENGTH_MAXIMUM = 5_000
const EXPANSIONS_MAXIMUM = 500
const SIZE_MAXIMUM = 40

/** The drawn tree of a formula in TeX; null for what is none, or too long to be drawn. */
export function mathFromTex(tex: string, isBlock: boolean): MathNode | null {
  if (tex.length > LENGTH_MAXIMUM) return null
  try {
    const html = temml.renderToString(tex, {
      displayMode: isBlock,
      throwOnError: true,
      maxExpand: EXPANSIONS_MAXIMUM,
      maxSize: [SIZE_MAXIMUM, SIZE_MAXIMUM],
      trust: false,
    })
    const math = firstElement(parseHtml(html), 'math')
    return math ? mathFromHtml(math) : null
  } catch {
    // What nobody can draw stays readable as it was written.
    return null
  }
}

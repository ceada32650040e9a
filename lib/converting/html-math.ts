// Formulas: in the text stream their TeX where the page carries it, else the line that their MathML says; beside it what is drawn.

import { linearMath } from '@/lib/text/formulas/linear'
import { type MathNode, writtenDrawing } from '@/lib/text/formulas/mathml'
import { mathFromHtml } from './formulas/from-html'
import { mathFromTex } from './formulas/from-tex'
import {
  attribute,
  childrenOf,
  classesOf,
  type HtmlElement,
  isElement,
  textOf,
  walkElements,
} from './html-tree'

export type Formula = {
  readonly source: string
  readonly isBlock: boolean
  /** As lib/text/formulas/mathml.ts keeps it; null where it cannot be drawn. */
  readonly drawing: string | null
}

/** The formula that an element is, or null: MathML, or what pandoc, MathJax and KaTeX write around TeX. */
export function formulaOf(element: HtmlElement): Formula | null {
  if (element.tagName === 'math') return fromMathml(element)
  const classes = classesOf(element)
  const isNamed =
    element.tagName === 'span' || element.tagName === 'code' || element.tagName === 'div'
  if (
    isNamed &&
    (classes.includes('math') || classes.includes('language-math')) &&
    !holdsMath(element)
  ) {
    return fromTex(textOf(element), classes.includes('display') || classes.includes('math-display'))
  }
  const type = element.tagName === 'script' ? attribute(element, 'type') : null
  if (type?.startsWith('math/tex')) return fromTex(textOf(element), type.includes('display'))
  return null
}

/** Whether an element only shows, as a picture or in letters, a formula that stands beside it as MathML. */
export function isFormulaShown(element: HtmlElement): boolean {
  return classesOf(element).some(
    (name) => name === 'katex-html' || name.startsWith('mwe-math-fallback') || name === 'MathJax',
  )
}

/** A formula in TeX. */
export function fromTex(tex: string, isBlock: boolean): Formula {
  const source = withoutFences(tex)
  const math = mathFromTex(source, isBlock)
  return { source, isBlock, drawing: math && writtenDrawing(math, source) }
}

/** A formula of which there is only what is drawn. */
export function fromDrawn(math: MathNode): Formula {
  const source = linearMath(math)
  return {
    source,
    isBlock: math.attrs.display === 'block',
    drawing: source === '' ? null : writtenDrawing(math, source),
  }
}

function holdsMath(element: HtmlElement): boolean {
  return childrenOf(element).some(
    (child) => isElement(child) && (child.tagName === 'math' || holdsMath(child)),
  )
}

function fromMathml(element: HtmlElement): Formula {
  const math = mathFromHtml(element)
  const tex = texOf(element)
  const drawn = fromDrawn(math)
  if (tex === null) return drawn
  // A page may carry the TeX alone.
  if (drawn.source === '') return fromTex(tex, drawn.isBlock)
  return { source: tex, isBlock: drawn.isBlock, drawing: writtenDrawing(math, tex) }
}

function texOf(math: HtmlElement): string | null {
  let tex: string | null = null
  walkElements(math, (element) => {
    const isTex = /tex/i.test(attribute(element, 'encoding') ?? '')
    if (element.tagName === 'annotation' && isTex) tex ??= textOf(element)
  })
  const said = [tex, attribute(math, 'alttext'), attribute(math, 'altText')]
  const found = said.find(
    (words) => words !== null && withoutFences(words) !== '' && !isProse(words),
  )
  return found ? withoutFences(found) : null
}

// Programs put sentences where a formula is expected: "Alternative text not available", "x squared".
function isProse(words: string): boolean {
  if (/[\\^_{}]/.test(words)) return false
  return /\p{L}{3,}\s+\p{L}{2,}|\p{L}+\s+\p{L}{3,}|^\s*\p{L}{5,}\s*$/u.test(words)
}

function withoutFences(source: string): string {
  return source
    .trim()
    .replace(/^\\[([]|\\[)\]]$/g, '')
    .replace(/^\$\$?|\$\$?$/g, '')
    .trim()
}

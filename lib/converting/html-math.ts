// Formulas: their source where the page carries it (TeX beside MathML), else their characters in order.

import {
  attribute,
  childrenOf,
  classesOf,
  type HtmlElement,
  isElement,
  textOf,
  walkElements,
} from './html-tree'

export type Formula = { readonly source: string; readonly isBlock: boolean }

/** The formula that an element is, or null: MathML, or what pandoc and MathJax write around TeX. */
export function formulaOf(element: HtmlElement): Formula | null {
  if (element.tagName === 'math')
    return { source: mathSource(element), isBlock: isDisplayed(element) }
  const classes = classesOf(element)
  const isNamed = element.tagName === 'span' || element.tagName === 'code'
  if (isNamed && classes.includes('math') && !hasMath(element)) {
    return { source: withoutFences(textOf(element)), isBlock: classes.includes('display') }
  }
  const type = element.tagName === 'script' ? attribute(element, 'type') : null
  if (type?.startsWith('math/tex')) {
    return { source: textOf(element).trim(), isBlock: type.includes('display') }
  }
  return null
}

/** Whether an element only shows, as a picture or in letters, a formula that stands beside it as MathML. */
export function isFormulaShown(element: HtmlElement): boolean {
  return classesOf(element).some(
    (name) => name === 'katex-html' || name.startsWith('mwe-math-fallback') || name === 'MathJax',
  )
}

function hasMath(element: HtmlElement): boolean {
  return childrenOf(element).some((child) => isElement(child) && child.tagName === 'math')
}

function isDisplayed(math: HtmlElement): boolean {
  return attribute(math, 'display') === 'block'
}

function mathSource(math: HtmlElement): string {
  let tex: string | null = null
  walkElements(math, (element) => {
    const isTex = /x-tex/i.test(attribute(element, 'encoding') ?? '')
    if (element.tagName === 'annotation' && isTex) tex ??= textOf(element)
  })
  const said = tex ?? attribute(math, 'alttext') ?? attribute(math, 'altText')
  return withoutFences(said ?? charactersOf(math))
}

function charactersOf(element: HtmlElement): string {
  const parts = childrenOf(element).map((child) => {
    if (!isElement(child)) return child.type === 'text' ? child.value.trim() : ''
    return child.tagName.startsWith('annotation') ? '' : charactersOf(child)
  })
  const [one = '', two = '', three = ''] = parts.filter((part) => part !== '')
  switch (element.tagName) {
    case 'mfrac':
      return `(${one})/(${two})`
    case 'msup':
      return `${one}^${two}`
    case 'msub':
      return `${one}_${two}`
    case 'msubsup':
      return `${one}_${two}^${three}`
    case 'msqrt':
      return `√(${parts.join('')})`
    default:
      return parts.join('')
  }
}

function withoutFences(source: string): string {
  return source
    .trim()
    .replace(/^\\[([]|\\[)\]]$/g, '')
    .replace(/^\$\$?|\$\$?$/g, '')
    .trim()
}

// MathML as a page has it to the tree that is drawn: fences that browsers no longer know become brackets, what only carries other
// forms of the same formula is left out.

import { attribute, childrenOf, type HtmlElement, isElement } from '@/lib/converting/html-tree'
import {
  harmlessAttributes,
  isMathElement,
  type MathNode,
  mathNode,
} from '@/lib/text/formulas/mathml'

/** The drawn tree of a `math` element. */
export function mathFromHtml(math: HtmlElement): MathNode {
  return mathNode('math', contentOf(math), displayOf(math))
}

function displayOf(math: HtmlElement): Record<string, string> {
  const isBlock = attribute(math, 'display') === 'block' || attribute(math, 'mode') === 'display'
  return isBlock ? { display: 'block' } : {}
}

function contentOf(element: HtmlElement): (MathNode | string)[] {
  return childrenOf(element).flatMap((child) => {
    if (isElement(child)) return nodesFrom(child)
    const isToken = TOKENS.has(localName(element))
    return child.type === 'text' && isToken ? [child.value.replace(/\s+/g, ' ').trim()] : []
  })
}

const TOKENS: ReadonlySet<string> = new Set(['mi', 'mn', 'mo', 'mtext', 'ms'])

function localName({ tagName }: HtmlElement): string {
  return tagName.toLowerCase().replace(/^\w+:/, '')
}

function nodesFrom(element: HtmlElement): (MathNode | string)[] {
  const name = localName(element)
  if (name.startsWith('annotation')) return []
  // The first child is what is shown; the others say the same in other forms.
  if (name === 'semantics' || name === 'maction') return contentOf(element).slice(0, 1)
  if (name === 'mfenced') return [fenced(element)]
  const children = contentOf(element)
  if (name === 'mlabeledtr') return [mathNode('mtr', children.slice(1))]
  if (!isMathElement(name)) return children
  return [mathNode(name, children, harmlessAttributes(attributesOf(element)))]
}

function attributesOf({ properties }: HtmlElement): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
}

function fenced(element: HtmlElement): MathNode {
  const open = attribute(element, 'open') ?? '('
  const close = attribute(element, 'close') ?? ')'
  const separators = [...(attribute(element, 'separators') ?? ',').replace(/\s/g, '')]
  return bracketed(contentOf(element), { open, close, separators })
}

/** Some parts between brackets, with signs between them; of fewer signs than needed the last is repeated. */
export function bracketed(
  parts: readonly (MathNode | string)[],
  { open, close, separators }: { open: string; close: string; separators: readonly string[] },
): MathNode {
  const inner = parts.flatMap((part, at) => {
    const sign = separators[at - 1] ?? separators.at(-1)
    return at > 0 && sign ? [mathNode('mo', [sign], { separator: 'true' }), part] : [part]
  })
  const fence = (sign: string) => (sign === '' ? [] : [mathNode('mo', [sign], { fence: 'true' })])
  return mathNode('mrow', [...fence(open), ...inner, ...fence(close)])
}

/** The tree as an element of HTML again, for a formula that comes from elsewhere and goes the way of all HTML. */
export function htmlFromMath({ name, attrs, children }: MathNode): HtmlElement {
  return {
    type: 'element',
    tagName: name,
    properties: { ...attrs },
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : htmlFromMath(child),
    ),
  }
}

// Which marks an element of HTML puts on its words: by its name, or by the inline styles that word processors write.

import type { DocMark } from '@/lib/text/doc-node'
import { attribute, type HtmlElement } from './html-tree'

const BY_NAME: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  var: 'italic',
  dfn: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sub: 'subscript',
  sup: 'superscript',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}

const BY_STYLE: readonly (readonly [RegExp, string])[] = [
  [/font-weight\s*:\s*(bold|bolder|[6-9]00)/i, 'bold'],
  [/font-style\s*:\s*(italic|oblique)/i, 'italic'],
  [/text-decoration[a-z-]*\s*:[^;]*line-through/i, 'strike'],
  [/vertical-align\s*:\s*super/i, 'superscript'],
  [/vertical-align\s*:\s*sub\b/i, 'subscript'],
]

const PLAIN = /font-(weight\s*:\s*(normal|400)|style\s*:\s*normal)/i

/** The marks of an element's words, on top of those that hold around it. */
export function marksWithin(element: HtmlElement, around: readonly DocMark[]): readonly DocMark[] {
  const style = attribute(element, 'style') ?? ''
  const named = PLAIN.test(style) ? undefined : BY_NAME[element.tagName]
  const styled = BY_STYLE.filter(([pattern]) => pattern.test(style)).map(([, mark]) => mark)
  return [...(named === undefined ? [] : [named]), ...styled].reduce(
    (marks, type) => withMark(marks, { type }),
    around,
  )
}

/** Marks with one more; of two of a kind the inner one holds. */
export function withMark(marks: readonly DocMark[], mark: DocMark): readonly DocMark[] {
  return [...marks.filter(({ type }) => type !== mark.type), mark]
}

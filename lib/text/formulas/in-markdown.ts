// Formulas in Markdown: `$a_1$` in a line, `$$…$$` by themselves. They are taken out before the Markdown is parsed, since underscores and
// asterisks in them mean other things, and put back into the document. A price is none: `$5 and $6`.

import type { DocMark, DocNode } from '../doc-node'

type Written = { readonly source: string; readonly written: string; readonly isBlock: boolean }

export type WithoutFormulas = { readonly markdown: string; readonly formulas: readonly Written[] }

const OPEN = '\ue0f0'
const CLOSE = '\ue0f1'
const PLACE = /\ue0f0(\d{1,6})\ue0f1/g
const LONGEST = 2_000
// Ticks in a formula come in pairs: code that begins within is no end of one.
const TICKED = '`[^`$\\n]{0,200}`'

// Code first, so that what is in it is passed over. An opening sign touches what follows it, a closing one what stands before it, and no
// digit follows: then it is money.
const TOKEN = new RegExp(
  [
    String.raw`^[ \t]*(\`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[\`~]*[ \t]*$|(?![\s\S]))`,
    String.raw`(\`+)(?!\`)[^\n]*?[^\`]\2(?!\`)`,
    String.raw`\\[\\$]`,
    String.raw`\$\$([^$]{1,${LONGEST}}?)\$\$`,
    String.raw`\$(?![\s$])((?:\\\$|[^$\n\`]|${TICKED}|\n(?!\s*\n)){0,${LONGEST}}?(?:[^\s\\$\`]|${TICKED}))\$(?![\d$])`,
  ].join('|'),
  'gm',
)

/** A Markdown text with its formulas taken out. Linear: what stands between two signs is bounded. */
export function withoutFormulas(markdown: string): WithoutFormulas {
  if (!markdown.includes('$')) return { markdown, formulas: [] }
  const formulas: Written[] = []
  const bare = markdown.replace(
    TOKEN,
    (written: string, _fence, _ticks, block: string | undefined, inline: string | undefined) => {
      const source = (block ?? inline ?? '').trim().replace(/^`([\s\S]*)`$/, '$1')
      if (source === '') return written
      formulas.push({ source, written, isBlock: block !== undefined })
      return `${OPEN}${formulas.length - 1}${CLOSE}`
    },
  )
  return { markdown: bare, formulas }
}

/** A document with its formulas put back: marked words, blocks of their own, and in code what was written. */
export function withFormulas(doc: DocNode, { formulas }: WithoutFormulas): DocNode {
  return formulas.length === 0 ? doc : put(doc, formulas)
}

function put(node: DocNode, formulas: readonly Written[]): DocNode {
  const alone = node.type === 'paragraph' ? blockAlone(node, formulas) : null
  if (alone) return alone
  const back = (text: string) =>
    text.replace(PLACE, (place, at: string) => formulas[Number(at)]?.written ?? place)
  const content = node.content?.flatMap((child) => {
    if (child.text === undefined) return [put(child, formulas)]
    const isWritten = node.type === 'codeBlock' || isCode(child)
    return isWritten ? [{ ...child, text: back(child.text) }] : split(child, formulas)
  })
  const attrs = node.attrs && backIn(node.attrs, back)
  return { ...node, ...(attrs && { attrs }), ...(content && { content }) }
}

function split(node: DocNode, formulas: readonly Written[]): DocNode[] {
  const parts = (node.text ?? '').split(/(\ue0f0\d{1,6}\ue0f1)/).filter((part) => part !== '')
  return parts.map((part): DocNode => {
    const formula = part.startsWith(OPEN) ? formulas[Number(part.slice(1, -1))] : undefined
    if (!formula) return { ...node, text: part }
    const marks: DocMark[] = [...(node.marks ?? []), { type: 'math' }]
    return { type: 'text', text: formula.source, marks }
  })
}

function isCode({ marks = [] }: DocNode): boolean {
  return marks.some(({ type }) => type === 'code')
}

function backIn(attrs: NonNullable<DocNode['attrs']>, back: (text: string) => string) {
  return Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => [
      name,
      typeof value === 'string' ? back(value) : value,
    ]),
  )
}

function blockAlone({ content = [] }: DocNode, formulas: readonly Written[]): DocNode | null {
  const words = content
    .map(({ text }) => text ?? '')
    .join('')
    .trim()
  const [place, at] = /^\ue0f0(\d{1,6})\ue0f1$/.exec(words) ?? []
  const formula = place ? formulas[Number(at)] : undefined
  if (!formula?.isBlock) return null
  const text = [{ type: 'text', text: formula.source }]
  return { type: 'codeBlock', attrs: { language: 'math' }, content: text }
}

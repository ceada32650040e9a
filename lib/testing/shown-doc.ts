import type { DocNode } from '@/lib/text/doc-node'

/** A document in one line, for tests: `heading1(One) p(two *bold* [1]→1)`. Marks stand behind their words as <bold>. */
export function shownDoc(doc: DocNode): string {
  return (doc.content ?? []).map(shown).join(' ')
}

function shown(node: DocNode): string {
  if (node.text !== undefined) return `${node.text}${marksOf(node)}`
  const inner = (node.content ?? []).map(shown)
  const level = node.type === 'heading' ? node.attrs?.level : ''
  const number = node.type === 'orderedList' ? numberOf(node) : ''
  const note = node.type === 'footnote' ? `#${node.attrs?.note}` : ''
  const isInline = node.content?.some(
    ({ text, type }) => text !== undefined || type === 'hardBreak',
  )
  if (inner.length === 0) return node.type
  return `${SHORT[node.type] ?? node.type}${level}${number}${note}(${inner.join(isInline ? '' : ' ')})`
}

// Only what is unusual: `ol@3`, `ol@1a`.
function numberOf({ attrs }: DocNode): string {
  const isUsual = (attrs?.start ?? 1) === 1 && !attrs?.type
  return isUsual ? '' : `@${attrs?.start ?? 1}${attrs?.type ?? ''}`
}

const SHORT: Readonly<Record<string, string>> = {
  paragraph: 'p',
  heading: 'h',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'quote',
  codeBlock: 'code',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
}

function marksOf({ marks = [] }: DocNode): string {
  if (marks.length === 0) return ''
  const names = marks.map(({ type, attrs }) => `${type}${attrs?.note ? `:${attrs.note}` : ''}`)
  return `<${names.join(',')}>`
}

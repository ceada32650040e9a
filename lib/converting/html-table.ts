// Tables: those that hold data become tables, those that only arrange a page fall apart into what they hold.

import type { DocNode } from '@/lib/text/doc-node'
import { attribute, childrenOf, type HtmlElement, isElement } from './html-tree'

export type TableRows = {
  readonly rows: readonly (readonly HtmlElement[])[]
  readonly caption: HtmlElement | null
}

const HOLDERS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot'])

/** The rows of a table, those of tables in its cells left out, and its caption. */
export function rowsIn(table: HtmlElement): TableRows {
  const parts = childrenOf(table).filter(isElement)
  const rows = parts
    .flatMap((part) => (HOLDERS.has(part.tagName) ? childrenOf(part).filter(isElement) : [part]))
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => childrenOf(row).filter(isElement).filter(isCell))
    .filter((cells) => cells.length > 0)
  return { rows, caption: parts.find(({ tagName }) => tagName === 'caption') ?? null }
}

/** Whether a table only arranges: it says so, or nothing in it stands beside or below anything else. */
export function isLayout(table: HtmlElement, { rows }: TableRows): boolean {
  const role = attribute(table, 'role')
  if (role === 'presentation' || role === 'none') return true
  return rows.length <= 1 && (rows[0]?.length ?? 0) <= 1
}

/** A cell with what is in it. */
export function cellNode(cell: HtmlElement, content: readonly DocNode[]): DocNode {
  return {
    type: cell.tagName === 'th' ? 'tableHeader' : 'tableCell',
    attrs: {
      colspan: spanOf(cell, 'colSpan'),
      rowspan: spanOf(cell, 'rowSpan'),
      align: alignmentOf(cell),
    },
    content,
  }
}

function isCell({ tagName }: HtmlElement): boolean {
  return tagName === 'td' || tagName === 'th'
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10)
  return span >= 1 && span <= 100 ? span : 1
}

function alignmentOf(cell: HtmlElement): string | null {
  const style = /text-align\s*:\s*(left|center|right)/i.exec(attribute(cell, 'style') ?? '')
  const said = (style?.[1] ?? attribute(cell, 'align') ?? '').toLowerCase()
  return said === 'left' || said === 'center' || said === 'right' ? said : null
}

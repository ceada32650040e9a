// What can be made of the line one stands in: offered by the slash menu and by the toolbar alike.

import type { ChainedCommands, Editor } from '@tiptap/core'

export type Block = {
  readonly key: string
  readonly label: string
  readonly sign: string
  /** Other words under which it is found. */
  readonly also: string
  readonly make: (chain: ChainedCommands) => ChainedCommands
}

const heading = (level: 1 | 2 | 3 | 4, also: string): Block => ({
  key: `heading-${level}`,
  label: `Heading ${level}`,
  sign: 'H',
  also,
  make: (chain) => chain.setHeading({ level }),
})

export const BLOCKS: readonly Block[] = [
  {
    key: 'paragraph',
    label: 'Plain text',
    sign: '¶',
    also: 'paragraph body',
    make: (chain) => chain.setParagraph(),
  },
  heading(1, 'title part chapter'),
  heading(2, 'section'),
  heading(3, 'subsection'),
  heading(4, 'small'),
  {
    key: 'bullet',
    label: 'List',
    sign: '•',
    also: 'bullets points',
    make: (chain) => chain.toggleBulletList(),
  },
  {
    key: 'ordered',
    label: 'Numbered list',
    sign: '1.',
    also: 'ordered steps',
    make: (chain) => chain.toggleOrderedList(),
  },
  {
    key: 'quote',
    label: 'Quote',
    sign: '“',
    also: 'blockquote citation',
    make: (chain) => chain.toggleBlockquote(),
  },
  {
    key: 'code',
    label: 'Code',
    sign: '{}',
    also: 'block program',
    make: (chain) => chain.toggleCodeBlock(),
  },
  {
    key: 'table',
    label: 'Table',
    sign: '▦',
    also: 'rows columns grid',
    make: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  },
  {
    key: 'rule',
    label: 'Rule',
    sign: '—',
    also: 'line divider break',
    make: (chain) => chain.setHorizontalRule(),
  },
]

/** The blocks that a few letters may mean. */
export function blocksFor(query: string): readonly Block[] {
  const words = query.trim().toLowerCase()
  return BLOCKS.filter(({ label, also }) => `${label} ${also}`.toLowerCase().includes(words))
}

/** The heading level of the line one stands in; 0 for plain text; null for anything else. */
export function levelAt(editor: Editor): number | null {
  const level = ([1, 2, 3, 4, 5, 6] as const).find((one) =>
    editor.isActive('heading', { level: one }),
  )
  if (level !== undefined) return level
  return editor.isActive('paragraph') ? 0 : null
}

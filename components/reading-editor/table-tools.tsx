'use client'

import type { ChainedCommands, Editor } from '@tiptap/core'
import { Button } from '@/components/ui/button'
import { moveBetween } from '@/components/ui/toolbar-keys'

const TOOLS: readonly {
  readonly name: string
  readonly run: (chain: ChainedCommands) => ChainedCommands
}[] = [
  { name: 'Row above', run: (chain) => chain.addRowBefore() },
  { name: 'Row below', run: (chain) => chain.addRowAfter() },
  { name: 'Column before', run: (chain) => chain.addColumnBefore() },
  { name: 'Column after', run: (chain) => chain.addColumnAfter() },
  { name: 'Heading row', run: (chain) => chain.toggleHeaderRow() },
  { name: 'Merge cells', run: (chain) => chain.mergeOrSplit() },
  { name: 'Delete row', run: (chain) => chain.deleteRow() },
  { name: 'Delete column', run: (chain) => chain.deleteColumn() },
  { name: 'Delete table', run: (chain) => chain.deleteTable() },
]

/** Rows and columns, while one stands in a table. Lies over the page, so that the text stays where it is. */
export function TableTools({ editor }: { readonly editor: Editor }) {
  return (
    <div
      className="writing-bar writing-table"
      role="toolbar"
      aria-label="Table"
      onKeyDown={moveBetween}
    >
      {TOOLS.map(({ name, run }, at) => (
        <Button
          key={name}
          variant="quiet"
          size="sm"
          tabIndex={at === 0 ? 0 : -1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(editor.chain().focus()).run()}
        >
          {name}
        </Button>
      ))}
    </div>
  )
}

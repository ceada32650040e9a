'use client'

import type { ChainedCommands, Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { LinkField } from '@/components/editor/link-field'
import type { IconName } from '@/components/ui/icon-shapes'
import { moveBetween } from '@/components/ui/toolbar-keys'
import { levelAt } from './blocks'
import { TableTools } from './table-tools'
import { ToolButton } from './tool-button'

type Tool = {
  readonly name: string
  readonly icon: IconName
  readonly is: string
  readonly keys?: string
  readonly run: (chain: ChainedCommands) => ChainedCommands
}

const MARKS: readonly Tool[] = [
  { name: 'Bold', icon: 'bold', is: 'bold', keys: 'Ctrl B', run: (chain) => chain.toggleBold() },
  {
    name: 'Italic',
    icon: 'italic',
    is: 'italic',
    keys: 'Ctrl I',
    run: (chain) => chain.toggleItalic(),
  },
  { name: 'Strike through', icon: 'strike', is: 'strike', run: (chain) => chain.toggleStrike() },
  { name: 'Code', icon: 'code', is: 'code', keys: 'Ctrl E', run: (chain) => chain.toggleCode() },
  {
    name: 'Superscript',
    icon: 'sup',
    is: 'superscript',
    run: (chain) => chain.unsetMark('subscript').toggleMark('superscript'),
  },
  {
    name: 'Subscript',
    icon: 'sub',
    is: 'subscript',
    run: (chain) => chain.unsetMark('superscript').toggleMark('subscript'),
  },
]

const BLOCK_TOOLS: readonly Tool[] = [
  { name: 'List', icon: 'list', is: 'bulletList', run: (chain) => chain.toggleBulletList() },
  {
    name: 'Numbered list',
    icon: 'ordered',
    is: 'orderedList',
    run: (chain) => chain.toggleOrderedList(),
  },
  { name: 'Quote', icon: 'quote', is: 'blockquote', run: (chain) => chain.toggleBlockquote() },
  { name: 'Code block', icon: 'columns', is: 'codeBlock', run: (chain) => chain.toggleCodeBlock() },
]

const WATCHED = [...MARKS, ...BLOCK_TOOLS].map(({ is }) => is).concat('link', 'table')

/** Everything that can be done to what is selected. One stop for Tab; arrows move inside. */
export function Toolbar({
  editor,
  onPicture,
  onFind,
}: {
  readonly editor: Editor
  readonly onPicture: () => void
  readonly onFind: () => void
}) {
  const [linking, setLinking] = useState(false)
  useEffect(() => {
    const { dom } = editor.view
    const ask = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setLinking(true)
    }
    dom.addEventListener('keydown', ask)
    return () => dom.removeEventListener('keydown', ask)
  }, [editor])
  const { active, level, undo, redo } = useEditorState({
    editor,
    selector: ({ editor: at }) => ({
      active: WATCHED.filter((name) => at.isActive(name)).join(' '),
      level: levelAt(at),
      undo: at.can().undo(),
      redo: at.can().redo(),
    }),
  })
  const is = (name: string) => active.split(' ').includes(name)
  const press = (run: Tool['run']) => run(editor.chain().focus()).run()
  const tool = ({ name, icon, is: what, keys, run }: Tool) => (
    <ToolButton
      key={name}
      name={name}
      icon={icon}
      keys={keys}
      pressed={is(what)}
      onPress={() => press(run)}
    />
  )
  return (
    <div className="writing-tools">
      <div className="writing-bar" role="toolbar" aria-label="Format" onKeyDown={moveBetween}>
        <ToolButton
          first
          name="Undo"
          icon="undo"
          keys="Ctrl Z"
          disabled={!undo}
          onPress={() => press((chain) => chain.undo())}
        />
        <ToolButton
          name="Redo"
          icon="redo"
          keys="Ctrl Shift Z"
          disabled={!redo}
          onPress={() => press((chain) => chain.redo())}
        />
        <LevelSelect level={level} onLevel={(next) => press((chain) => styled(chain, next))} />
        {MARKS.map(tool)}
        <span className="sep" aria-hidden="true" />
        {BLOCK_TOOLS.map(tool)}
        <span className="sep" aria-hidden="true" />
        <ToolButton
          name="Link"
          icon="link"
          keys="Ctrl K"
          pressed={is('link')}
          onPress={() => setLinking(!linking)}
        />
        <ToolButton name="Picture" icon="image" onPress={onPicture} />
        <ToolButton
          name="Table"
          icon="table"
          onPress={() =>
            press((chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }))
          }
        />
        <ToolButton
          name="Rule"
          icon="minus"
          onPress={() => press((chain) => chain.setHorizontalRule())}
        />
        <ToolButton name="Find and replace" icon="search" keys="Ctrl F" onPress={onFind} />
      </div>
      {is('table') && <TableTools editor={editor} />}
      {linking && <LinkField editor={editor} onDone={() => setLinking(false)} />}
    </div>
  )
}

type Level = 1 | 2 | 3 | 4

function styled(chain: ChainedCommands, level: number): ChainedCommands {
  const known = ([1, 2, 3, 4] as const).find((one): one is Level => one === level)
  return known === undefined ? chain.setParagraph() : chain.setHeading({ level: known })
}

function LevelSelect({
  level,
  onLevel,
}: {
  readonly level: number | null
  readonly onLevel: (level: number) => void
}) {
  return (
    <select
      className="select writing-level"
      aria-label="Style of the line"
      tabIndex={-1}
      value={level === null ? '' : String(level)}
      onChange={(event) => onLevel(Number(event.target.value))}
    >
      {level === null && <option value="">Other</option>}
      <option value="0">Plain text</option>
      <option value="1">Heading 1</option>
      <option value="2">Heading 2</option>
      <option value="3">Heading 3</option>
      <option value="4">Heading 4</option>
      {level !== null && level > 4 && <option value={level}>Heading {level}</option>}
    </select>
  )
}

'use client'

import type { ChainedCommands, Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-shapes'
import { moveBetween } from '@/components/ui/toolbar-keys'
import { LinkField } from './link-field'

type Tool = {
  readonly name: string
  readonly icon: IconName
  readonly is: string
  readonly run: (chain: ChainedCommands) => ChainedCommands
}

const TOOLS: readonly Tool[] = [
  { name: 'Bold', icon: 'bold', is: 'bold', run: (chain) => chain.toggleBold() },
  { name: 'Italic', icon: 'italic', is: 'italic', run: (chain) => chain.toggleItalic() },
  { name: 'Quote', icon: 'quote', is: 'blockquote', run: (chain) => chain.toggleBlockquote() },
  { name: 'Code', icon: 'code', is: 'code', run: (chain) => chain.toggleCode() },
  { name: 'List', icon: 'list', is: 'bulletList', run: (chain) => chain.toggleBulletList() },
]

/** Bold, italic, quote, code, list, link, mention. One stop for Tab; arrows move inside. */
export function EditorToolbar({
  editor,
  linking,
  onLinking,
}: {
  readonly editor: Editor
  /** Whether the address of a link is asked for. */
  readonly linking: boolean
  readonly onLinking: (linking: boolean) => void
}) {
  const active = useEditorState({
    editor,
    selector: ({ editor: at }) =>
      [...TOOLS.map(({ is }) => is), 'link'].filter((name) => at.isActive(name)).join(' '),
  }).split(' ')
  return (
    <>
      {linking && <LinkField editor={editor} onDone={() => onLinking(false)} />}
      <div className="fmt" role="toolbar" aria-label="Format" onKeyDown={moveBetween}>
        {TOOLS.map((tool, index) => (
          <ToolButton
            key={tool.name}
            name={tool.name}
            icon={tool.icon}
            first={index === 0}
            pressed={active.includes(tool.is)}
            onPress={() => tool.run(editor.chain().focus()).run()}
          />
        ))}
        <ToolButton
          name="Link"
          icon="link"
          pressed={active.includes('link')}
          onPress={() => onLinking(!linking)}
        />
        <ToolButton
          name="Mention somebody"
          icon="at"
          onPress={() => editor.chain().focus().insertContent('@').run()}
        />
      </div>
    </>
  )
}

function ToolButton({
  name,
  icon,
  first = false,
  pressed,
  onPress,
}: {
  readonly name: string
  readonly icon: IconName
  readonly first?: boolean
  readonly pressed?: boolean
  readonly onPress: () => void
}) {
  return (
    <button
      type="button"
      className="btn btn-icon btn-xs"
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      tabIndex={first ? 0 : -1}
      // The editor keeps its selection.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon name={icon} size={14} />
    </button>
  )
}

// What the editor of a reading consists of: the schema that readings are kept in, and what helps to write.

import { type AnyExtension, Extension } from '@tiptap/core'
import { Placeholder } from '@tiptap/extensions'
import { PluginKey } from '@tiptap/pm/state'
import { Suggestion } from '@tiptap/suggestion'
import { type OfferDesk, suggestionOptions } from '@/components/editor/suggestions'
import type { KeptRun } from '@/lib/text/kept-runs'
import { readingExtensions } from '@/lib/text/reading-schema'
import { BLOCKS, blocksFor } from './blocks'
import { finding } from './finding'
import type { FollowNotes } from './follow-notes'
import { type EditorNote, tracking } from './tracking'

export function editorExtensions({
  baseText,
  kept,
  notes,
  follow,
  desk,
  onFind,
  onPicture,
}: {
  readonly baseText: string
  readonly kept: readonly KeptRun[]
  readonly notes: readonly EditorNote[]
  readonly follow: FollowNotes
  readonly desk: OfferDesk
  readonly onFind: () => void
  /** Chosen in the slash menu. */
  readonly onPicture: () => void
}): AnyExtension[] {
  return [
    ...readingExtensions,
    Placeholder.configure({ placeholder: 'Write, or press / for headings, lists, tables…' }),
    Extension.create({
      name: 'followed',
      addProseMirrorPlugins: () => [tracking({ baseText, kept, notes, follow }), finding()],
      addKeyboardShortcuts: () => ({
        'Mod-f': () => {
          onFind()
          return true
        },
      }),
    }),
    slashMenu(desk, onPicture),
  ]
}

const PICTURE = { key: 'picture', label: 'Picture', sign: '▣' }

function slashMenu(desk: OfferDesk, onPicture: () => void): AnyExtension {
  return Extension.create({
    name: 'slash',
    addProseMirrorPlugins() {
      return [
        Suggestion({
          editor: this.editor,
          pluginKey: new PluginKey('slash'),
          allow: ({ state, range }) =>
            state.doc.resolve(range.from).parent.type.name === 'paragraph',
          ...suggestionOptions({
            name: 'What to insert',
            char: '/',
            desk,
            items: async (query) => {
              const blocks = blocksFor(query).map(({ key, label, sign }) => ({ key, label, sign }))
              const picture = 'picture image figure'.includes(query.trim().toLowerCase())
              return picture ? [...blocks, PICTURE] : blocks
            },
            insert: (editor, range, { key }) => {
              const chain = editor.chain().focus().deleteRange(range)
              const block = BLOCKS.find((one) => one.key === key)
              if (block) block.make(chain).run()
              else {
                chain.run()
                onPicture()
              }
            },
          }),
        }),
      ]
    },
  })
}
